/** What changed, goal by goal, in a few sentences. */

import type {ChangeSummary} from '@samenspel/shared';
import {since as words} from '../words/news.ts';

export interface SinceChangesProps {
  readonly summaries: readonly ChangeSummary[];
  /** Under which heading it stands. */
  readonly level: 3 | 4;
}

/** More than this is read in the text itself. */
const maxPlaces = 5;

export function SinceChanges({summaries, level}: SinceChangesProps) {
  const Heading = `h${level}` as const;
  const rest = summaries.length - maxPlaces;
  return (
    <>
      {summaries.slice(0, maxPlaces).map(({place, heading, sentences}) => (
        <section key={place ?? 'rest'}>
          <Heading>{heading}</Heading>
          <ul>
            {[...sentences.entries()].map(([at, sentence]) => (
              <li key={at}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
      {rest > 0 ? <p>{words.more(rest)}</p> : null}
    </>
  );
}
