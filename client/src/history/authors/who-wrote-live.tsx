/** Asking in the live text whose words these are; the answer waits until everything is saved. */

import type {DocumentId} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {useEffect, useState} from 'react';
import type {DocumentSession} from '../../sync/document-session.ts';
import {usePartOf} from '../../sync/use-session.ts';
import {piece} from '../../ui/piece.tsx';
import {livePassages} from './live-passages.ts';
import type {Passage} from './passage.ts';

const WhoWroteDialog = piece(async () => (await import('./who-wrote-dialog.tsx')).WhoWroteDialog);

declare module '@tiptap/core' {
  interface EditorEvents {
    /** Whose words are these, or is this line? */
    whoWrote: undefined;
  }
}

export interface WhoWroteLiveProps {
  readonly editor: Editor;
  readonly documentId: DocumentId;
  readonly session: DocumentSession | null;
}

export function WhoWroteLive({editor, documentId, session}: WhoWroteLiveProps) {
  const [chosen, setChosen] = useState<readonly Passage[] | null>(null);
  const isSaved = usePartOf(session, ({saved}) => saved.kind === 'saved');
  useEffect(() => {
    const hear = () => setChosen(livePassages(editor));
    editor.on('whoWrote', hear);
    return () => {
      editor.off('whoWrote', hear);
    };
  }, [editor]);
  if (!chosen) return null;
  return (
    <WhoWroteDialog
      documentId={documentId}
      seq={null}
      chosen={chosen}
      lines={[]}
      isSaved={isSaved}
      onClose={() => setChosen(null)}
      onRestore={null}
    />
  );
}
