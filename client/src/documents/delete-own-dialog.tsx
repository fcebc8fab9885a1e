/** Deleting one's own personal document for good: nobody else has a say, so its title is typed. */

import {useMutation, useQueryClient} from '@tanstack/react-query';
import type {DocumentView} from '@samenspel/shared';
import {useState} from 'react';
import {ask} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Trouble} from '../ui/message.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextField} from '../ui/text-field.tsx';
import {general} from '../words/index.ts';
import {deleting as words} from '../words/sharing.ts';

export interface DeleteOwnDialogProps {
  readonly document: Pick<DocumentView, 'id' | 'title'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function DeleteOwnDialog({document, isOpen, onClose}: DeleteOwnDialogProps) {
  return (
    <Dialog
      role="alertdialog"
      title={words.title(document.title)}
      isOpen={isOpen}
      onClose={onClose}
    >
      <DeleteForm document={document} onClose={onClose} />
    </Dialog>
  );
}

function DeleteForm({document, onClose}: Omit<DeleteOwnDialogProps, 'isOpen'>) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const remove = useMutation({
    mutationFn: (title: string) => ask<void>('POST', `/documents/${document.id}/delete`, {title}),
    onSuccess: async () => {
      onClose();
      // It stood in a lab's list, or among one's own documents.
      await Promise.all(['lab', 'me'].map((key) => queries.invalidateQueries({queryKey: [key]})));
    },
  });
  const problem = typed.trim() === document.title ? null : words.wrong;
  const {isTried, onSubmit} = useSubmit([problem], () => {
    if (!remove.isPending) remove.mutate(typed.trim());
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <p>{words.what}</p>
      <TextField
        label={words.type}
        hint={document.title}
        value={typed}
        onChange={setTyped}
        error={isTried ? problem : null}
        isFirst
      />
      {remove.isError ? <Trouble error={remove.error} /> : null}
      <DialogButtons>
        <Button kind="danger" type="submit" isDisabled={remove.isPending}>
          {words.remove}
        </Button>
        <Button onPress={onClose}>{general.cancel}</Button>
      </DialogButtons>
    </form>
  );
}
