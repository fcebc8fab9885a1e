/** Asks for one sentence before something is done with a thread. */

import {useState} from 'react';
import {commentLimits} from '@samenspel/shared';
import {failureOf} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Message} from '../ui/message.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextField} from '../ui/text-field.tsx';
import {textProblem} from '../ui/text-problem.ts';
import {general} from '../words/index.ts';
import {comments as words, commentTrouble} from '../words/comments.ts';
import {type Act, useAct} from './acts.ts';
import {useCommentDesk} from './comment-desk.tsx';

export interface Sentence {
  readonly title: string;
  readonly what?: string;
  readonly label: string;
  readonly send: string;
  /** So many characters fit. */
  readonly most?: number;
  /** What stands in it at first. */
  readonly first?: string;
  readonly act: (sentence: string) => Act;
}

export interface SentenceDialogProps {
  readonly sentence: Sentence;
  readonly onClose: () => void;
}

export function SentenceDialog({sentence, onClose}: SentenceDialogProps) {
  const {documentId} = useCommentDesk();
  const act = useAct(documentId);
  const [typed, setTyped] = useState(sentence.first ?? '');
  const problem = textProblem(typed, sentence.most ?? commentLimits.sentence, {
    missing: words.sentenceMissing,
    tooLong: words.tooLong,
  });
  const form = useSubmit([problem], () =>
    act.mutate(sentence.act(typed.trim()), {onSuccess: onClose}),
  );
  return (
    <Dialog title={sentence.title} isOpen onClose={onClose}>
      <form className="sentence-form" onSubmit={form.onSubmit} noValidate>
        {sentence.what ? <p>{sentence.what}</p> : null}
        <TextField
          label={sentence.label}
          value={typed}
          onChange={setTyped}
          error={form.isTried ? problem : null}
          isFirst
        />
        {act.error ? (
          <Message kind="trouble">{commentTrouble(failureOf(act.error), 'other')}</Message>
        ) : null}
        <DialogButtons>
          <Button kind="primary" type="submit" isDisabled={act.isPending}>
            {sentence.send}
          </Button>
          <Button onPress={onClose}>{general.cancel}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
