/** What changed in a document since a moment, goal by goal, in sentences; asked for by who wants to know. */

import {type DocumentId, openChangeWords, type Seq, summariesOf} from '@samenspel/shared';
import {useEffect, useMemo} from 'react';
import {nowWord} from '../history/compare/compare-path.ts';
import {useDifference} from '../history/compare/differences.ts';
import {useSee} from '../history/seen.ts';
import {Trouble} from '../ui/message.tsx';
import {Loading} from '../ui/states.tsx';
import {review as words} from '../words/review.ts';

export interface WhatChangedProps {
  readonly documentId: DocumentId;
  readonly from: Seq;
}

export function WhatChanged({documentId, from}: WhatChangedProps) {
  const difference = useDifference(documentId, from, nowWord);
  const {mutate} = useSee(documentId);
  const shown = difference.data?.difference.later.seq;
  useEffect(() => {
    // Who reads what changed has seen it.
    if (shown !== undefined) mutate(shown);
  }, [shown, mutate]);
  const summaries = useMemo(
    () =>
      difference.data
        ? summariesOf(difference.data.difference, openChangeWords(difference.data))
        : [],
    [difference.data],
  );
  if (difference.isError) {
    return <Trouble error={difference.error} onRetry={() => void difference.refetch()} />;
  }
  if (!difference.data) return <Loading words={words.looking} />;
  if (summaries.length === 0) return <p>{words.same}</p>;
  return (
    <div className="review-changes">
      {summaries.map(({place, heading, sentences}) => (
        <section key={place ?? 'rest'}>
          <h4>{heading}</h4>
          <ul>
            {[...sentences.entries()].map(([at, sentence]) => (
              <li key={at}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
