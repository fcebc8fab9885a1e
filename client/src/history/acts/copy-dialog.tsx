/** A new document that begins with the text of a moment. */

import type {DocumentView, Seq} from '@samenspel/shared';
import {useState} from 'react';
import {useLocation} from 'wouter';
import {titleProblem} from '../../labs/title.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog, DialogButtons} from '../../ui/dialog.tsx';
import {Trouble} from '../../ui/message.tsx';
import {useSubmit} from '../../ui/submit.ts';
import {TextField} from '../../ui/text-field.tsx';
import {general} from '../../words/index.ts';
import {copying as words} from '../../words/versions.ts';
import {useCopyMoment} from './acts.ts';

export interface CopyDialogProps {
  readonly document: DocumentView;
  readonly seq: Seq;
  readonly onClose: () => void;
}

export function CopyDialog(props: CopyDialogProps) {
  return (
    <Dialog title={words.title} isOpen onClose={props.onClose}>
      <p>{words.what}</p>
      <Form {...props} />
    </Dialog>
  );
}

function Form({document, seq, onClose}: CopyDialogProps) {
  const [title, setTitle] = useState(words.suggested(document.title));
  const [, navigate] = useLocation();
  const copy = useCopyMoment(document.id);
  const problem = titleProblem(title);
  const {isTried, onSubmit} = useSubmit([problem], () => {
    if (copy.isPending) return;
    const asked = {title: title.trim(), seq};
    copy.mutate(asked, {onSuccess: ({id}) => navigate(`/documenten/${id}`)});
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <TextField
        label={words.label}
        value={title}
        onChange={setTitle}
        error={isTried ? problem : null}
        isFirst
      />
      {copy.isError ? <Trouble error={copy.error} /> : null}
      <DialogButtons>
        <Button kind="primary" type="submit" isDisabled={copy.isPending}>
          {words.make}
        </Button>
        <Button onPress={onClose}>{general.cancel}</Button>
      </DialogButtons>
    </form>
  );
}
