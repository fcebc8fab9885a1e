/** What every question tells: who asked and why, what is proposed, and the key of each side. */

import {type QuestionView, type Side, sides as allSides} from '@samenspel/shared';
import {useNow} from '../app-world.tsx';
import {sidesOn} from '../labs/sides.ts';
import {SideMark} from '../ui/person.tsx';
import {sideHeading, when} from '../words/index.ts';
import {questions as words} from '../words/questions.ts';
import './questions.css';

export function QuestionFacts({question}: {readonly question: QuestionView}) {
  const now = useNow();
  const {askedBy, askedAt, act, reason} = question;
  const at = when(askedAt, now);
  const order = sidesOn(now);
  return (
    <>
      <p className="muted">
        {askedBy ? words.askedBy(askedBy.name, at) : words.askedBySomeone(at)}
      </p>
      {reason ? (
        <blockquote className="question-why">{reason}</blockquote>
      ) : (
        // It went with who gave it, or with whom it was about.
        <p className="muted">{words.noReason}</p>
      )}
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
    </>
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
          : question.state === 'open'
            ? words.notTurned
            : words.neverTurned}
      </span>
    </li>
  );
}
