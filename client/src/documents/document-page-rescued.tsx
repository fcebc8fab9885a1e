/** A word above the text while something of it that was rescued still waits: to be put back by hand. */

import type {DocumentId, PersonId} from '@samenspel/shared';
import {useState} from 'react';
import {RescueCopies, useRescues} from '../sync/rescue-copies.tsx';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Message} from '../ui/message.tsx';
import {editor as words, rescued} from '../words/editor.ts';

export interface DocumentPageRescuedProps {
  readonly personId: PersonId;
  readonly documentId: DocumentId;
}

export function DocumentPageRescued({personId, documentId}: DocumentPageRescuedProps) {
  const [isOpen, setOpen] = useState(false);
  const copies = useRescues(personId, documentId);
  if (copies.length === 0) return null;
  return (
    <div className="document-why">
      <Message action={<Button onPress={() => setOpen(true)}>{rescued.look}</Button>}>
        {rescued.waits}
      </Message>
      <Dialog title={rescued.title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <RescueCopies personId={personId} documentId={documentId} level={3} />
        <DialogButtons>
          <Button onPress={() => setOpen(false)}>{words.close}</Button>
        </DialogButtons>
      </Dialog>
    </div>
  );
}
