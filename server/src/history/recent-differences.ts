/**
 * Keeps the last comparisons for a while: who looks at one asks for it as a screen, as a page and once
 * more after turning back, and a lab that meets asks for the same one together.
 */

import type {DocumentId, Seq} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import type {DifferenceFound, Differences} from './difference/differences.ts';

export interface RecentDifferencesDeps {
  readonly differences: Pick<Differences, 'between'>;
  /** The last position of a document's journal. */
  readonly head: (documentId: DocumentId) => Promise<Seq | null>;
  readonly clock: Pick<Clock, 'now'>;
}

interface Kept {
  readonly found: Promise<DifferenceFound | null>;
  readonly at: number;
  /** Of its JSON, once that is known. */
  length: number;
}

const keepMs = 60_000;
/** All together, in UTF-16 units: what changed in half a year of a hundred pages is 3,500,000. */
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
  const kept = new Map<string, Kept>();
  let waiting = 0;

  function makeRoom(): void {
    let room = maxLength;
    for (const [key, {at, length}] of [...kept].toReversed()) {
      room -= length;
      if (room < 0 || clock.now() - at > keepMs) kept.delete(key);
    }
  }

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
      makeRoom();
      const known = kept.get(key);
      if (known) return known.found;
      const one: Kept = {found: compare(documentId, earlier, later), at: clock.now(), length: 0};
      kept.set(key, one);
      try {
        const found = await one.found;
        one.length = found?.json.length ?? 0;
        return found;
      } catch (error) {
        if (kept.get(key) === one) kept.delete(key);
        throw error;
      }
    },
  };
}
