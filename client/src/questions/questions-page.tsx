/** What a lab was asked and what became of it: who asked, who turned a key, and how it ended. */

import {capital, type LabId, type QuestionView} from '@samenspel/shared';
import {failureOf} from '../api.ts';
import {useNow} from '../app-world.tsx';
import {useLab} from '../labs/lab.ts';
import {Trouble} from '../ui/message.tsx';
import {Page} from '../ui/page.tsx';
import {EmptyState, Loading} from '../ui/states.tsx';
import {UnknownPage} from '../ui/unknown-page.tsx';
import {when} from '../words/index.ts';
import {actWords, finished as words, outcomeWords} from '../words/questions.ts';
import {QuestionFacts} from './question-facts.tsx';
import {useQuestions} from './questions.ts';

export function QuestionsPage({labId}: {readonly labId: LabId}) {
  const lab = useLab(labId);
  const questions = useQuestions(labId);
  // A reader of the lab is asked nothing; for them there is no such page.
  const failure = questions.isError ? failureOf(questions.error) : null;
  if (failure === 'not_found' || failure === 'forbidden') return <UnknownPage />;
  const over = (questions.data ?? []).filter(({state}) => state !== 'open');
  return (
    <Page
      title={words.title}
      tab={lab.data ? words.titleOf(lab.data.name) : words.title}
      subtitle={lab.data?.name}
      back={{href: `/labs/${labId}`, words: words.back}}
    >
      {questions.isError ? (
        <Trouble error={questions.error} onRetry={() => void questions.refetch()} />
      ) : null}
      {questions.isPending ? <Loading /> : null}
      {questions.isSuccess && over.length === 0 ? (
        <EmptyState title={words.none}>{words.noneWhat}</EmptyState>
      ) : null}
      <ul className="plain question-list">
        {over.map((question) => (
          <Finished key={question.id} question={question} />
        ))}
      </ul>
    </Page>
  );
}

function Finished({question}: {readonly question: QuestionView}) {
  const now = useNow();
  const {state, closedAt, askedAt} = question;
  return (
    <li className="question">
      <h2 className="question-what">{capital(actWords(question))}</h2>
      <p className={`question-outcome question-outcome-${state}`}>
        {outcomeWords(state, when(closedAt ?? askedAt, now))}
      </p>
      <QuestionFacts question={question} />
    </li>
  );
}
