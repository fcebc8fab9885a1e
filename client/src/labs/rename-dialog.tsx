/** Another name for a document. */

import type {DocumentView} from '@samenspel/shared';
import {type FormEvent, useState} from 'react';
import {useRenameDocument} from '../documents/document.ts';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Trouble} from '../ui/message.tsx';
import {TextField} from '../ui/text-field.tsx';
import {general, renameDocument as words} from '../words/index.ts';
import {titleProblem} from './title.ts';

export interface RenameDialogProps {
  readonly document: DocumentView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onRenamed: (title: string) => void;
}

export function RenameDialog({isOpen, ...rest}: RenameDialogProps) {
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={rest.onClose}>
      <RenameForm {...rest} />
    </Dialog>
  );
}

function RenameForm({document, onClose, onRenamed}: Omit<RenameDialogProps, 'isOpen'>) {
  const [title, setTitle] = useState(document.title);
  const rename = useRenameDocument(document.id);
  const problem = titleProblem(title);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem !== null || rename.isPending) return;
    rename.mutate(title.trim(), {
      onSuccess: (renamed) => {
        onClose();
        onRenamed(renamed.title);
      },
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      <TextField label={words.name} value={title} onChange={setTitle} error={problem} isFirst />
      {rename.isError ? <Trouble error={rename.error} /> : null}
      <DialogButtons>
        <Button kind="primary" type="submit" isDisabled={rename.isPending}>
          {words.save}
        </Button>
        <Button onPress={onClose}>{general.cancel}</Button>
      </DialogButtons>
    </form>
  );
}
