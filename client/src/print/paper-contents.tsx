/** The contents on paper: each entry leads to its place on a screen, and names its page on paper. */

import {entryKind, entryUntitled} from '../words/beside.ts';
import {print as words} from '../words/print.ts';
import type {PaperHeading} from './paper-headings.ts';
import type {PageOf} from './paper-pages.ts';

export interface PaperContentsProps {
  readonly headings: readonly PaperHeading[];
  /** null while, and where, nobody knows. */
  readonly pages: PageOf | null;
}

/** With one entry there is nothing to choose; with many, the text begins on a page of its own. */
const [fewest, many] = [2, 14];

export function PaperContents({headings, pages}: PaperContentsProps) {
  const entries = headings.flatMap(({kind, ...entry}) => (kind ? [{...entry, kind}] : []));
  if (entries.length < fewest) return null;
  return (
    <nav
      className={entries.length < many ? 'paper-contents' : 'paper-contents paper-contents-long'}
      aria-labelledby="papier-inhoud"
    >
      <h2 id="papier-inhoud">{words.contents}</h2>
      <ol className="plain">
        {entries.map(({id, kind, depth, words: title}) => (
          <li key={id} data-depth={depth}>
            <a href={`#${id}`}>
              {kind === 'heading' ? null : (
                <span className="paper-kind">{`${entryKind(kind)} `}</span>
              )}
              <span>{title || entryUntitled(kind)}</span>
              <span className="paper-dots" aria-hidden />
              <span className="paper-number">{pages?.get(id) ?? ''}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
