/** Single documents that somebody was invited to; whoever was let in may always go. */

import {useMutation, useQueryClient} from '@tanstack/react-query';
import type {LooseDocumentView, PersonId} from '@samenspel/shared';
import {useState} from 'react';
import {Link} from 'wouter';
import {ask} from '../api.ts';
import {DeleteOwnDialog} from '../documents/delete-own-dialog.tsx';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Trouble} from '../ui/message.tsx';
import {general, roleNote, start} from '../words/index.ts';
import {deleting as words} from '../words/sharing.ts';

export interface LooseDocumentsProps {
  readonly me: PersonId;
  readonly documents: readonly LooseDocumentView[];
}

export function LooseDocuments({me, documents}: LooseDocumentsProps) {
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState<LooseDocumentView | null>(null);
  const [deleting, setDeleting] = useState<LooseDocumentView | null>(null);
  const stop = useMutation({
    mutationFn: ({id}: LooseDocumentView) => ask<void>('DELETE', `/documents/${id}/guests/${me}`),
    onSuccess: async () => {
      await queries.invalidateQueries({queryKey: ['me']});
      setLeaving(null);
    },
  });
  return (
    <>
      <ul className="plain lab-choice">
        {documents.map((document) => (
          <li key={document.id}>
            <Link href={`/documenten/${document.id}`}>{document.title}</Link>
            <p className="muted">
              {start.inLab(document.labName, roleNote(document.role) ?? start.own)}
            </p>
            {/* What is one's own one does not stop reading; a guest never is a member. */}
            {document.role === 'member' ? (
              <Button
                aria-label={`${words.own}: ${document.title}`}
                onPress={() => setDeleting(document)}
              >
                {words.own}
              </Button>
            ) : (
              <Button
                aria-label={start.stopOf(document.title)}
                onPress={() => setLeaving(document)}
              >
                {start.stop}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {deleting ? (
        <DeleteOwnDialog document={deleting} isOpen onClose={() => setDeleting(null)} />
      ) : null}
      {leaving ? (
        <Dialog
          role="alertdialog"
          isOpen
          title={start.stopTitle(leaving.title)}
          onClose={() => setLeaving(null)}
        >
          <p>{start.stopWhat}</p>
          {stop.isError ? <Trouble error={stop.error} /> : null}
          <DialogButtons>
            <Button kind="danger" isDisabled={stop.isPending} onPress={() => stop.mutate(leaving)}>
              {start.stop}
            </Button>
            <Button onPress={() => setLeaving(null)}>{general.cancel}</Button>
          </DialogButtons>
        </Dialog>
      ) : null}
    </>
  );
}
