/** A name for a moment, and a few words about it. */

import type {DocumentId, Seq, VersionView} from '@samenspel/shared';
import {useState} from 'react';
import {Button} from '../../ui/button.tsx';
import {Dialog, DialogButtons} from '../../ui/dialog.tsx';
import {Trouble} from '../../ui/message.tsx';
import {useSubmit} from '../../ui/submit.ts';
import {TextArea} from '../../ui/text-area.tsx';
import {TextField} from '../../ui/text-field.tsx';
import {textProblem} from '../../ui/text-problem.ts';
import {general} from '../../words/index.ts';
import {versions as words} from '../../words/versions.ts';
import {useChangeVersion, useNameMoment} from './acts.ts';

export interface VersionDialogProps {
  readonly documentId: DocumentId;
  /** A moment that gets a name, or a version that gets another one. */
  readonly of: Seq | VersionView;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
}

const maxName = 120;
const maxNote = 2_000;

export function VersionDialog(props: VersionDialogProps) {
  const title = typeof props.of === 'number' ? words.nameTitle : words.changeTitle;
  return (
    <Dialog title={title} isOpen onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({documentId, of, onClose, onDone}: VersionDialogProps) {
  const known = typeof of === 'number' ? {name: '', note: ''} : of;
  const [name, setName] = useState(known.name);
  const [note, setNote] = useState(known.note);
  const naming = useNameMoment(documentId);
  const changing = useChangeVersion(documentId);
  const problem = textProblem(name, maxName, words);
  const noteProblem = note.trim().length > maxNote ? words.noteTooLong(maxNote) : null;
  const isPending = naming.isPending || changing.isPending;
  const error = naming.error ?? changing.error;
  const {isTried, onSubmit} = useSubmit([problem, noteProblem], () => {
    if (isPending) return;
    const version = {name: name.trim(), note: note.trim()};
    const done = {onSuccess: () => onDone(words.named(version.name))};
    if (typeof of === 'number') naming.mutate({...version, seq: of}, done);
    else changing.mutate({...version, id: of.id}, done);
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <TextField
        label={words.label}
        value={name}
        onChange={setName}
        hint={words.hint}
        error={isTried ? problem : null}
        isFirst
      />
      <TextArea label={words.note} value={note} onChange={setNote} error={noteProblem} />
      {error ? <Trouble error={error} /> : null}
      <DialogButtons>
        <Button kind="primary" type="submit" isDisabled={isPending}>
          {words.save}
        </Button>
        <Button onPress={onClose}>{general.cancel}</Button>
      </DialogButtons>
    </form>
  );
}
