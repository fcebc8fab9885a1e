/** How the voices of the two sides are balanced in a text: for its members, and never by person. */

import {type DocumentId, unreachable, type VoiceShare, type VoiceView} from '@samenspel/shared';
import {useQuery} from '@tanstack/react-query';
import {ask, failureOf} from '../../api.ts';
import {useNow} from '../../app-world.tsx';
import {useDocument} from '../../documents/document.ts';
import {Trouble} from '../../ui/message.tsx';
import {Page} from '../../ui/page.tsx';
import {SideMark} from '../../ui/person.tsx';
import {EmptyState, Loading} from '../../ui/states.tsx';
import {UnknownPage} from '../../ui/unknown-page.tsx';
import {dayHeading, when} from '../../words/index.ts';
import {shareWords, voice as words} from '../../words/voice.ts';
import {historyPath} from '../moment-path.ts';
import {type Part, type Percents, percentsOf} from './shares.ts';
import './voice.css';

export function VoicePage({documentId}: {readonly documentId: DocumentId}) {
  const document = useDocument(documentId);
  const voice = useQuery({
    queryKey: ['voice', documentId],
    queryFn: () => ask<VoiceView>('GET', `/documents/${documentId}/voice`),
  });
  const error = document.error ?? voice.error;
  // For who is no member it is not there.
  if (error && ['not_found', 'forbidden'].includes(failureOf(error))) return <UnknownPage />;
  return (
    <Page
      title={words.title}
      tab={document.data ? words.titleOf(document.data.title) : words.title}
      subtitle={document.data?.title}
      back={{href: historyPath(documentId), words: words.back}}
    >
      <p>{words.what}</p>
      {error ? <Trouble error={error} onRetry={() => void voice.refetch()} /> : null}
      {voice.data ? <Voices voice={voice.data} /> : error ? null : <Loading />}
    </Page>
  );
}

function Voices({voice: {now, tasks, past}}: {readonly voice: VoiceView}) {
  if (percentsOf(now).length === 0) return <EmptyState title={words.nothing} />;
  return (
    <>
      <section className="voice" aria-labelledby="voice-now">
        <h2 id="voice-now">{words.now}</h2>
        <Share share={now} />
      </section>
      {tasks.length > 0 ? (
        <section className="voice" aria-labelledby="voice-tasks">
          <h2 id="voice-tasks">{words.tasks}</h2>
          {[...tasks.entries()].map(([place, task]) => (
            <div key={place} className="voice-task">
              <h3>{task.title === '' ? words.untitled : task.title}</h3>
              <Share share={task} />
            </div>
          ))}
        </section>
      ) : null}
      {past.length > 1 ? <Past past={past} /> : null}
    </>
  );
}

/** A bar in patterns, and the same in words. */
function Share({share}: {readonly share: VoiceShare}) {
  const percents = percentsOf(share);
  if (percents.length === 0) return <p className="muted">{words.nothing}</p>;
  return (
    <>
      <div className="voice-bar" aria-hidden="true">
        {percents.filter(isThere).map(({part, percent}) => (
          <span key={part} className={`voice-part voice-${part}`} style={{flexGrow: percent}} />
        ))}
      </div>
      <ul className="plain voice-words">
        {percents.filter(isSaid).map(({part, percent, isSome}) => (
          <li key={part}>
            <Sign part={part} /> {shareWords(part, percent, isSome)}
          </li>
        ))}
      </ul>
    </>
  );
}

function isThere({percent}: Percents): boolean {
  return percent > 0;
}

/** Both sides always; our own text when there is any. */
function isSaid({part, isSome}: Percents): boolean {
  return part !== 'ours' || isSome;
}

function Sign({part}: {readonly part: Part}) {
  switch (part) {
    case 'informal':
    case 'formal':
      return <SideMark side={part} />;
    case 'ours':
      return <span className="voice-sign voice-ours" aria-hidden="true" />;
    default:
      return unreachable(part);
  }
}

function Past({past}: {readonly past: VoiceView['past']}) {
  const now = useNow();
  const moments = past.map((moment) => ({...moment, percents: percentsOf(moment)}));
  return (
    <section className="voice" aria-labelledby="voice-past">
      <h2 id="voice-past">{words.past}</h2>
      <p className="muted">{words.pastWhat}</p>
      <div className="voice-past" aria-hidden="true">
        <span className="voice-part voice-ours" />
        <span className="voice-part voice-informal" style={{clipPath: above(moments)}} />
        <span className="voice-part voice-formal" style={{clipPath: below(moments)}} />
      </div>
      <p className="voice-ends muted" aria-hidden="true">
        {[moments[0], moments.at(-1)].map((moment) =>
          moment ? <span key={moment.seq}>{dayHeading(moment.at, now)}</span> : null,
        )}
      </p>
      <details>
        <summary className="voice-list">{words.pastTable}</summary>
        <ol>
          {moments.map(({seq, at, percents}) => (
            <li key={seq}>
              {when(at, now)}:{' '}
              {percents
                .filter(isSaid)
                .map(({part, percent, isSome}) => shareWords(part, percent, isSome))
                .join(', ')}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

interface PastShares {
  readonly percents: readonly Percents[];
}

/** From above comes the one side, from below the other; what is between them is nobody's. */
function above(moments: readonly PastShares[]): string {
  return `polygon(0 0, ${edge(moments, (share) => share.informal)}, 100% 0)`;
}

function below(moments: readonly PastShares[]): string {
  return `polygon(0 100%, ${edge(moments, (share) => 100 - share.formal)}, 100% 100%)`;
}

function edge(
  moments: readonly PastShares[],
  heightOf: (share: Readonly<Record<Part, number>>) => number,
): string {
  const last = Math.max(1, moments.length - 1);
  return moments
    .map(({percents}, index) => {
      const share = {informal: 0, formal: 0, ours: 0};
      for (const {part, percent} of percents) share[part] = percent;
      return `${((index / last) * 100).toFixed(2)}% ${heightOf(share)}%`;
    })
    .join(', ');
}
