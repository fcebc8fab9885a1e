/**
 * The last comparisons: who looks at one asks for it as a screen, as a page and once more after turning
 * back.
 */

import type {DocumentId, Seq} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import type {DifferenceFound, Differences} from './difference/differences.ts';
import {openRecentAnswers} from './recent-answers.ts';

export interface RecentDifferencesDeps {
  readonly differences: Pick<Differences, 'between'>;
  /** The last position of a document's journal. */
  readonly head: (documentId: DocumentId) => Promise<Seq | null>;
  readonly clock: Pick<Clock, 'now'>;
}

/** In UTF-16 units of JSON: what changed in half of the life of a hundred pages is some 1,000,000. */
const maxLength = 16_000_000;
/** Each takes a moment of the one thread that compares. */
const maxWaiting = 30;

/**
 * As `differences`, quicker for what was asked just now.
 * @throws AppError also 'too_many', when too many others wait
 */
export function openRecentDifferences({
  differences,
  head,
  clock,
}: RecentDifferencesDeps): Pick<Differences, 'between'> {
  const recent = openRecentAnswers<DifferenceFound | null>({
    ...{clock, maxLength},
    lengthOf: (found) => found?.json.length ?? 0,
  });
  let waiting = 0;

  async function compare(documentId: DocumentId, earlier: Seq, later: Seq) {
    if (waiting >= maxWaiting) throw new AppError('too_many');
    waiting++;
    try {
      return await differences.between(documentId, earlier, later);
    } finally {
      waiting--;
    }
  }

  return {
    async between(documentId, earlier, later) {
      // What is written goes on a tick that was the last: then its end is another one.
      const key = [documentId, earlier, later, await head(documentId)].join(' ');
      return recent.get(key, () => compare(documentId, earlier, later));
    },
  };
}
