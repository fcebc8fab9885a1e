/** Per goal what changed in it, in sentences; each leads to its first change in the text. */

import type {ChangeSummary} from '@samenspel/shared';
import {Button} from '../../ui/button.tsx';
import {comparing as words} from '../../words/comparing.ts';

export interface ChangeSummariesProps {
  readonly summaries: readonly ChangeSummary[];
  /** Whether it stands open to begin with. */
  readonly isOpen: boolean;
  readonly onGo: (key: string) => void;
}

export function ChangeSummaries({summaries, isOpen, onGo}: ChangeSummariesProps) {
  return (
    <details className="compare-summaries" open={isOpen}>
      <summary>
        <h2>{words.summary}</h2>
      </summary>
      {summaries.map(({place, heading, sentences, keys}) => {
        const [first] = keys;
        return (
          <section key={place ?? 'rest'}>
            <h3>{heading}</h3>
            <ul>
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            {first === undefined ? null : (
              <Button aria-label={`${words.goTo}: ${heading}`} onPress={() => onGo(first)}>
                {words.goTo}
              </Button>
            )}
          </section>
        );
      })}
    </details>
  );
}
