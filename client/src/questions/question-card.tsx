/** One thing that waits for a key: what, who asked and why, which side has turned, and what I can do. */

import {KeyRound} from 'lucide-react';
import {can, capital, type QuestionView, type Role} from '@samenspel/shared';
import {Button} from '../ui/button.tsx';
import {actWords, hindranceWords, questions as words} from '../words/questions.ts';
import {QuestionFacts} from './question-facts.tsx';

export interface QuestionCardProps {
  readonly question: QuestionView;
  readonly role: Role;
  readonly isBusy: boolean;
  readonly onTurn: () => void;
  readonly onWithdraw: () => void;
}

export function QuestionCard({question, role, isBusy, onTurn, onWithdraw}: QuestionCardProps) {
  const {hindrance} = question;
  const what = actWords(question);
  const why = hindrance && hindranceWords(hindrance);
  return (
    <li className="question">
      <h3>{capital(what)}</h3>
      <QuestionFacts question={question} />
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
