/** What waits for a key in this lab, and what just became of it; nothing when nothing waits. */

import type {LabView, TurnedView} from '@samenspel/shared';
import {useEffect, useRef, useState} from 'react';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {HandOver} from '../ui/hand-over.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {actWords, questions as words} from '../words/questions.ts';
import {QuestionCard} from './question-card.tsx';
import {useTurnKey, useWithdrawQuestion} from './questions.ts';
import './questions.css';

/** What was just done; another object each time, also when the words are the same. */
interface Said {
  readonly sentence: string;
}

export function OpenQuestions({lab}: {readonly lab: LabView}) {
  const [said, setSaid] = useState<Said | null>(null);
  const [opened, setOpened] = useState<TurnedView | null>(null);
  const turn = useTurnKey(lab.id);
  const withdraw = useWithdrawQuestion(lab.id);
  const say = (sentence: string) => setSaid({sentence});
  return (
    <>
      <Outcome said={said} />
      {turn.isError ? <Trouble error={turn.error} /> : null}
      {withdraw.isError ? <Trouble error={withdraw.error} /> : null}
      {lab.questions.length > 0 ? (
        <section className="lab-section" aria-labelledby="lab-questions">
          <h2 id="lab-questions">{words.heading}</h2>
          <p className="muted">{words.what}</p>
          <ul className="plain question-list">
            {lab.questions.map((question) => (
              <QuestionCard
                key={question.id}
                question={question}
                role={lab.role}
                isBusy={turn.isPending || withdraw.isPending}
                onTurn={() =>
                  turn.mutate(question.id, {
                    onSuccess: (turned) => {
                      say(turned.state === 'done' ? words.done(actWords(turned)) : words.turned);
                      if (turned.link !== undefined) setOpened(turned);
                    },
                  })
                }
                onWithdraw={() =>
                  withdraw.mutate(question.id, {onSuccess: () => say(words.withdrawn)})
                }
              />
            ))}
          </ul>
        </section>
      ) : null}
      <SignInLinkDialog turned={opened} onClose={() => setOpened(null)} />
    </>
  );
}

/** Stands apart from what still waits, and takes the focus: the card that held it may be gone. */
function Outcome({said}: {readonly said: Said | null}) {
  const sentence = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said) sentence.current?.focus();
  }, [said]);
  return (
    <div ref={sentence} tabIndex={-1} aria-live="polite" className="lab-done question-said">
      {said ? <Message kind="good">{said.sentence}</Message> : null}
    </div>
  );
}

interface SignInLinkDialogProps {
  readonly turned: TurnedView | null;
  readonly onClose: () => void;
}

/** Shown once; so it asks to be closed, and does not vanish at a press beside it. */
function SignInLinkDialog({turned, onClose}: SignInLinkDialogProps) {
  if (turned?.link === undefined) return null;
  const name = turned.about?.name ?? '';
  return (
    <Dialog role="alertdialog" isOpen title={words.linkTitle(name)} onClose={onClose}>
      <p>{words.linkWhat(name)}</p>
      <HandOver link={turned.link} label={words.link(name)} qrLabel={words.qr(name)} />
      <DialogButtons>
        <Button onPress={onClose}>{words.linkDone}</Button>
      </DialogButtons>
    </Dialog>
  );
}
