/** What happened, by day, newest first: a sentence, a time, and what was said with it. */

import {amsterdamDay} from '@samenspel/shared';
import {useId} from 'react';
import {useNow} from '../app-world.tsx';
import {dayHeading, time} from '../words/index.ts';
import {logSentence} from '../words/log.ts';
import type {LogLine} from './log-lines.ts';
import './log.css';

export interface LogListProps {
  readonly lines: readonly LogLine[];
  readonly level: 2 | 3;
}

export function LogList({lines, level}: LogListProps) {
  const days = [...Map.groupBy(lines, ({entry}) => amsterdamDay(entry.at)).values()];
  return days.map((day) => <Day key={day[0]?.entry.seq} lines={day} level={level} />);
}

function Day({lines, level}: LogListProps) {
  const now = useNow();
  const heading = useId();
  const Heading = `h${level}` as const;
  const [first] = lines;
  if (!first) return null;
  return (
    <section className="log-day" aria-labelledby={heading}>
      <Heading id={heading}>{dayHeading(first.entry.at, now)}</Heading>
      <ol className="plain">
        {lines.map(({entry, withKey}) => (
          <li key={entry.seq} className="log-entry">
            <span className="muted log-time">{time(entry.at)}</span>
            <div>
              <p>{logSentence(entry, withKey)}</p>
              {entry.words ? <p className="muted log-words">“{entry.words}”</p> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
