/** Draws comparisons as pages in a thread of its own: a hundred pages hold up nobody who types. */

import {AppError} from '../errors.ts';
import {openThread} from '../thread.ts';
import type {DifferencePage} from './difference-page.ts';

export interface DifferencePages {
  /** The whole file. @throws AppError 'too_many' when too many others wait */
  make(task: DifferencePageTask): Promise<string>;
  close(): Promise<void>;
}

export interface DifferencePageTask extends Omit<DifferencePage, 'difference'> {
  /** A `PackedDifference`, written out as the thread that compares hands it on. */
  readonly json: string;
}

/** Each is held in memory until its turn. */
const maxWaiting = 20;

export function openDifferencePages(): DifferencePages {
  const thread = openThread<DifferencePageTask, string>(
    new URL('./difference-page-worker.ts', import.meta.url),
  );
  let waiting = 0;
  return {
    async make(task) {
      if (waiting >= maxWaiting) throw new AppError('too_many');
      waiting++;
      try {
        return await thread.work(task);
      } finally {
        waiting--;
      }
    },
    close: () => thread.close(),
  };
}
