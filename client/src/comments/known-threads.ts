/** Brings answers about threads together, in whatever order they come in: nothing known gets older. */

import {replaceEqualDeep} from '@tanstack/react-query';
import type {ThreadId, ThreadLine, ThreadsView} from '@samenspel/shared';

/**
 * All that was known and all that is said now. Of a thread in both the newer counts. What is the same
 * stays the same object, of thousands too. A thread is never taken away: one that is not mentioned was
 * begun since.
 */
export function together(known: ThreadsView | undefined, said: ThreadsView): ThreadsView {
  if (!known) return said;
  const lines = new Map(known.threads.map((line) => [line.id, line]));
  let isSame = true;
  for (const line of said.threads) {
    const before = lines.get(line.id);
    const now = before ? newer(before, line) : line;
    isSame &&= now === before;
    lines.set(line.id, now);
  }
  if (isSame) return known;
  return {seq: said.seq, threads: [...lines.values()].toSorted(byStart)};
}

/** Where it is may change without anything happening in it: then what was said last counts. */
function newer(before: ThreadLine, line: ThreadLine): ThreadLine {
  return before.revision > line.revision ? before : replaceEqualDeep(before, line);
}

function byStart(a: ThreadLine, b: ThreadLine): number {
  return a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
}

/** Those of which a whole one from an earlier time is outdated by now. */
export function outdated(
  whole: ReadonlyMap<ThreadId, number>,
  {threads}: ThreadsView,
): readonly ThreadId[] {
  return threads.flatMap(({id, revision}) => ((whole.get(id) ?? revision) < revision ? [id] : []));
}
