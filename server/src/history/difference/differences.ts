/**
 * Compares moments in a thread of its own, with a connection of its own: however long a text is, nobody
 * who types waits for it.
 */

import {type DocumentId, type PersonId, type Seq, unreachable} from '@samenspel/shared';
import {AppError} from '../../errors.ts';
import {openThread} from '../../thread.ts';
import type {Comparison} from './comparison.ts';

export interface Differences {
  /**
   * The difference between two moments, whichever is the earlier; null when there are no such moments.
   * @throws AppError 'damaged' with the nearest moment that can be read
   */
  between(documentId: DocumentId, earlier: Seq, later: Seq): Promise<DifferenceFound | null>;
  close(): Promise<void>;
}

/** Written out already: it is large, and goes to a browser as it is. */
export interface DifferenceFound {
  /** A `PackedDifference` as JSON. */
  readonly json: string;
  /** Everybody whose id occurs in it. */
  readonly people: readonly PersonId[];
}

export interface DifferenceTask extends Comparison {
  /** The data folder. */
  readonly folder: string;
}

export type DifferenceResult =
  | (DifferenceFound & {readonly kind: 'found'})
  | {readonly kind: 'absent'}
  | {readonly kind: 'damaged'; readonly nearest: unknown};

/** Who compares will compare again, once they have read what is there. */
const idleMs = 60_000;
/** Comparing a hundred pages makes some 100 MB, which is cleared up once instead of five times. */
const youngMb = 128;

/** @param folder the data folder */
export function openDifferences(folder: string): Differences {
  const thread = openThread<DifferenceTask, DifferenceResult>(
    new URL('./difference-worker.ts', import.meta.url),
    idleMs,
    youngMb,
  );
  return {
    async between(documentId, earlier, later) {
      const result = await thread.work({folder, documentId, earlier, later});
      switch (result.kind) {
        case 'found':
          return {json: result.json, people: result.people};
        case 'absent':
          return null;
        case 'damaged':
          throw new AppError('damaged', {nearest: result.nearest});
        default:
          return unreachable(result);
      }
    },
    close: () => thread.close(),
  };
}
