/** Which threads the list shows, and in which order. */

import {
  type BlockId,
  isLongUnanswered,
  type Side,
  type ThreadId,
  type ThreadLine,
  unreachable,
} from '@samenspel/shared';
import type {ShownThreads} from '../words/comments.ts';

export interface Filters {
  readonly shown: ShownThreads;
  /** null for anywhere. */
  readonly goal: BlockId | null;
  /** Threads in which somebody of this side wrote; null for all. */
  readonly side: Side | null;
}

export const noFilters: Filters = {shown: 'open', goal: null, side: null};

/** In the order of the text; what has no place in it first. */
export function shownThreads(
  threads: readonly ThreadLine[],
  {shown, goal, side}: Filters,
  now: number,
  placeOf: (id: ThreadId) => number,
): readonly ThreadLine[] {
  return threads
    .filter((line) => fits(line, shown, now))
    .filter(({goalId}) => goal === null || goalId === goal)
    .filter(({sides}) => side === null || sides.includes(side))
    .map((line) => ({line, place: placeOf(line.id)}))
    .toSorted((a, b) => a.place - b.place)
    .map(({line}) => line);
}

/** The goals that threads are about, in the order of the threads, each once. */
export function goalsOf(
  threads: readonly ThreadLine[],
): readonly {readonly id: BlockId; readonly title: string}[] {
  const goals = new Map<BlockId, string>();
  for (const {goalId, goal} of threads) if (goalId !== null) goals.set(goalId, goal ?? '');
  return [...goals].map(([id, title]) => ({id, title}));
}

function fits(line: ThreadLine, shown: ShownThreads, now: number): boolean {
  const isOpen = line.state === 'open' && !line.hidden;
  switch (shown) {
    case 'open':
      return isOpen;
    case 'mine':
      return (line.mine || line.namesMe) && !line.hidden;
    case 'unanswered':
      return isOpen && isLongUnanswered(line, now);
    case 'handled':
      return line.state === 'handled' && !line.hidden;
    case 'all':
      return true;
    default:
      return unreachable(shown);
  }
}
