/** A moment of a text on paper: as it was then, with who had written in it by then. */

import type {DocumentId, NamedPeople, Seq} from '@samenspel/shared';
import {useDocument} from '../documents/document.ts';
import {useMe} from '../sign-in/me.ts';
import {PaperOnPrint} from './paper-on-print.tsx';
import {useWriters} from './writers.ts';

export interface MomentPaperProps {
  readonly documentId: DocumentId;
  readonly moment: {
    readonly seq: Seq;
    readonly at: number;
    readonly content: unknown;
    readonly people: NamedPeople;
  };
}

export function MomentPaper({documentId, moment}: MomentPaperProps) {
  const {seq, at, content, people} = moment;
  const document = useDocument(documentId).data;
  const lab = useMe().data?.labs.find(({id}) => id === document?.labId);
  const writers = useWriters(documentId, seq);
  const title = document?.title ?? '';
  return (
    <PaperOnPrint
      draw={() => ({title, labName: lab?.name ?? null, at, writers, content, people})}
    />
  );
}
