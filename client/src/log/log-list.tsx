/** What happened, by day, newest first: a sentence, a time, and what was said with it. */

import {amsterdamDay, type LogView} from '@samenspel/shared';
import {useId} from 'react';
import {useNow} from '../app-world.tsx';
import {dayHeading, time} from '../words/index.ts';
import {logSentence} from '../words/log.ts';
import './log.css';

export interface LogListProps {
  readonly entries: readonly LogView[];
  readonly level: 2 | 3;
}

export function LogList({entries, level}: LogListProps) {
  const days = [...Map.groupBy(entries, ({at}) => amsterdamDay(at)).values()];
  return days.map((day) => <Day key={day[0]?.seq} entries={day} level={level} />);
}

function Day({entries, level}: LogListProps) {
  const now = useNow();
  const heading = useId();
  const Heading = `h${level}` as const;
  const [first] = entries;
  if (!first) return null;
  return (
    <section className="log-day" aria-labelledby={heading}>
      <Heading id={heading}>{dayHeading(first.at, now)}</Heading>
      <ol className="plain">
        {entries.map((entry) => (
          <li key={entry.seq} className="log-entry">
            <span className="muted log-time">{time(entry.at)}</span>
            <div>
              <p>{logSentence(entry)}</p>
              {entry.words ? <p className="muted log-words">“{entry.words}”</p> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
