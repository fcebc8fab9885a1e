/** Asks a lab for something that needs a key from each side: what it means, and why one asks. */

import type {KeyAct, LabId, QuestionView} from '@samenspel/shared';
import {type ReactNode, useState} from 'react';
import {failureOf} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextArea} from '../ui/text-area.tsx';
import {useFirstFocus} from '../ui/use-first-focus.ts';
import {general} from '../words/index.ts';
import {asking as words, waitsFor} from '../words/questions.ts';
import {useAskLab} from './questions.ts';

export interface AskDialogProps {
  readonly labId: LabId;
  readonly title: string;
  readonly what: string;
  /** What is asked, or a sentence about what is still to be chosen. */
  readonly act: KeyAct | string;
  /** Fields that belong to the act; `isTried` says that what is wrong may be said. */
  readonly renderFields?: (isTried: boolean) => ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AskDialog({title, isOpen, onClose, ...rest}: AskDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <AskForm onClose={onClose} {...rest} />
    </Dialog>
  );
}

function AskForm({
  labId,
  what,
  act,
  renderFields,
  onClose,
}: Omit<AskDialogProps, 'title' | 'isOpen'>) {
  const [reason, setReason] = useState('');
  const ask = useAskLab(labId);
  const problem = reason.trim() ? null : words.whyMissing;
  const {isTried, onSubmit} = useSubmit([typeof act === 'string' ? act : null, problem], () => {
    if (typeof act !== 'string' && !ask.isPending) ask.mutate({act, reason: reason.trim()});
  });
  if (ask.isSuccess) return <Asked question={ask.data} onClose={onClose} />;
  return (
    <form onSubmit={onSubmit} noValidate>
      {what ? <p>{what}</p> : null}
      {renderFields?.(isTried)}
      <TextArea
        label={words.why}
        hint={words.whyHint}
        value={reason}
        onChange={setReason}
        error={isTried ? problem : null}
        isFirst={renderFields === undefined}
      />
      <p className="muted">{words.twoKeys}</p>
      {ask.isError ? <Refused error={ask.error} /> : null}
      <DialogButtons>
        <Button kind="primary" type="submit" isDisabled={ask.isPending}>
          {ask.isPending ? words.asking : words.ask}
        </Button>
        <Button onPress={onClose}>{general.cancel}</Button>
      </DialogButtons>
    </form>
  );
}

interface AskedProps {
  readonly question: QuestionView;
  readonly onClose: () => void;
}

/** What became of it; takes the focus of the form that it replaces. */
function Asked({question, onClose}: AskedProps) {
  const sentence = useFirstFocus<HTMLDivElement>();
  return (
    <>
      <div ref={sentence} tabIndex={-1} className="dialog-outcome">
        <Message kind="good">
          {words.asked}. {waitsFor(question)}
        </Message>
      </div>
      <DialogButtons>
        <Button kind="primary" onPress={onClose}>
          {words.done}
        </Button>
      </DialogButtons>
    </>
  );
}

function Refused({error}: {readonly error: unknown}) {
  const failure = failureOf(error);
  return failure === 'conflict' || failure === 'bad_request' ? (
    <Message kind="trouble">{words.alreadyAsked}</Message>
  ) : (
    <Trouble error={error} />
  );
}
