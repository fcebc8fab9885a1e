/** Asks for a name and a beginning, then opens the new document. */

import type {DocumentKind, LabId} from '@samenspel/shared';
import {type FormEvent, useState} from 'react';
import {useLocation} from 'wouter';
import {useCreateDocument} from '../documents/document.ts';
import {Button} from '../ui/button.tsx';
import {Choice} from '../ui/choice.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Trouble} from '../ui/message.tsx';
import {TextField} from '../ui/text-field.tsx';
import {general, newDocument as words} from '../words/index.ts';
import {titleProblem} from './title.ts';

export interface NewDocumentDialogProps {
  readonly labId: LabId;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function NewDocumentDialog({labId, isOpen, onClose}: NewDocumentDialogProps) {
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={onClose}>
      <NewDocumentForm labId={labId} onClose={onClose} />
    </Dialog>
  );
}

const beginnings = [
  {value: 'plan', label: words.plan, hint: words.planWhat},
  {value: 'route', label: words.route, hint: words.routeWhat},
  {value: 'free', label: words.free, hint: words.freeWhat},
] as const;

function NewDocumentForm({labId, onClose}: Omit<NewDocumentDialogProps, 'isOpen'>) {
  const [, navigate] = useLocation();
  const [title, setTitle] = useState('');
  const [template, setTemplate] = useState<DocumentKind>('plan');
  const [isTried, setTried] = useState(false);
  const create = useCreateDocument(labId);
  const problem = isTried ? titleProblem(title) : null;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (titleProblem(title) !== null) return event.currentTarget.querySelector('input')?.focus();
    if (create.isPending) return;
    create.mutate(
      {title: title.trim(), template},
      {onSuccess: ({id}) => navigate(`/documenten/${id}`)},
    );
  };

  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={title}
        onChange={setTitle}
        error={problem}
        isFirst
      />
      <Choice
        label={words.startWith}
        options={beginnings}
        value={template}
        onChange={setTemplate}
      />
      {create.isError ? <Trouble error={create.error} /> : null}
      <DialogButtons>
        <Button kind="primary" type="submit" isDisabled={create.isPending}>
          {create.isPending ? words.making : words.make}
        </Button>
        <Button onPress={onClose}>{general.cancel}</Button>
      </DialogButtons>
    </form>
  );
}
