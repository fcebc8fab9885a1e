/** One thing that waits for a key: what, who asked and why, which side has turned, and what I can do. */

import {KeyRound} from 'lucide-react';
import {
  can,
  capital,
  type QuestionView,
  type Role,
  type Side,
  sides as allSides,
} from '@samenspel/shared';
import {useNow} from '../app-world.tsx';
import {sidesOn} from '../labs/sides.ts';
import {Button} from '../ui/button.tsx';
import {SideMark} from '../ui/person.tsx';
import {sideHeading, when} from '../words/index.ts';
import {actWords, hindranceWords, questions as words} from '../words/questions.ts';

export interface QuestionCardProps {
  readonly question: QuestionView;
  readonly role: Role;
  readonly isBusy: boolean;
  readonly onTurn: () => void;
  readonly onWithdraw: () => void;
}

export function QuestionCard({question, role, isBusy, onTurn, onWithdraw}: QuestionCardProps) {
  const now = useNow();
  const {hindrance, askedBy, askedAt, act} = question;
  const what = actWords(question);
  const why = hindrance && hindranceWords(hindrance);
  const at = when(askedAt, now);
  const order = sidesOn(now);
  return (
    <li className="question">
      <h3>{capital(what)}</h3>
      <p className="muted">
        {askedBy ? words.askedBy(askedBy.name, at) : words.askedBySomeone(at)}
      </p>
      <blockquote className="question-why">{question.reason}</blockquote>
      {act.kind === 'change_rules' ? (
        <div className="question-rules">
          <p className="muted">{words.proposal}</p>
          <p className="own-lines">{act.rules.text || words.emptyRules}</p>
        </div>
      ) : null}
      <ul className="plain question-keys">
        {allSides
          .toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
          .map((side) => (
            <KeyOf key={side} side={side} question={question} />
          ))}
      </ul>
      <div className="question-buttons">
        {hindrance === null && can(role, 'question.turn') ? (
          <Button
            kind="primary"
            icon={<KeyRound size={20} aria-hidden />}
            aria-label={words.turnOf(what)}
            isDisabled={isBusy}
            onPress={onTurn}
          >
            {words.turn}
          </Button>
        ) : null}
        {can(role, 'question.withdraw') ? (
          <Button aria-label={words.withdrawOf(what)} isDisabled={isBusy} onPress={onWithdraw}>
            {words.withdraw}
          </Button>
        ) : null}
      </div>
      {why ? <p className="muted">{why}</p> : null}
    </li>
  );
}

function KeyOf({side, question}: {readonly side: Side; readonly question: QuestionView}) {
  const now = useNow();
  const key = question.keys[side];
  const at = key && when(key.at, now);
  return (
    <li className={`question-key ${key ? 'question-key-turned' : ''}`}>
      <SideMark side={side} />
      <span>
        <strong>{sideHeading(side)}</strong>:{' '}
        {key && at
          ? key.person
            ? words.turnedBy(key.person.name, at)
            : words.turnedBySomeone(at)
          : words.notTurned}
      </span>
    </li>
  );
}
