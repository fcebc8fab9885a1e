/** An open text on paper: as it is at that moment. */

import type {DocumentId} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {useWorld} from '../app-world.tsx';
import {usePeople} from '../editor/plan/people.ts';
import {PaperOnPrint} from './paper-on-print.tsx';
import {useWriters} from './writers.ts';

export interface DocumentPaperProps {
  readonly editor: Editor;
  readonly documentId: DocumentId;
  readonly title: string;
  readonly labName: string | null;
}

export function DocumentPaper({editor, documentId, title, labName}: DocumentPaperProps) {
  const world = useWorld();
  const {people} = usePeople(documentId);
  const writers = useWriters(documentId, null);
  return (
    <PaperOnPrint
      draw={() => ({
        ...{title, labName, writers},
        at: world.now(),
        content: editor.getJSON(),
        people: new Map(people.map((one) => [one.id, one])),
      })}
    />
  );
}
