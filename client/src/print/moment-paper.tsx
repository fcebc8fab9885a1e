/** A moment of a text on paper: as it was then, with who had written in it by then. */

import type {DocumentView, NamedPeople, Seq} from '@samenspel/shared';
import {useMe} from '../sign-in/me.ts';
import {PaperOnPrint} from './paper-on-print.tsx';
import {useWriters} from './writers.ts';

export interface MomentPaperProps {
  readonly document: DocumentView;
  readonly moment: {
    readonly seq: Seq;
    readonly at: number;
    readonly content: unknown;
    readonly people: NamedPeople;
  };
}

export function MomentPaper({document, moment}: MomentPaperProps) {
  const {seq, at, content, people} = moment;
  const lab = useMe().data?.labs.find(({id}) => id === document.labId);
  const writers = useWriters(document.id, seq);
  return (
    <PaperOnPrint
      draw={() => ({
        ...{at, content, people, writers},
        title: document.title,
        labName: lab?.name ?? null,
      })}
    />
  );
}
