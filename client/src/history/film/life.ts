/** Steps through a document's life that are known without asking: to a pause, a day, a named version. */

import type {Seq, TimelineDay, TimelineView, VersionView} from '@samenspel/shared';
import {pausesIn, unreachable} from '@samenspel/shared';

/** How far one step goes. A change is the smallest; where those are has to be asked. */
export const strides = ['change', 'pause', 'day', 'version'] as const;
export type Stride = (typeof strides)[number];

/**
 * Where steps of this size land, oldest first. Of pauses in a day that tells none only its end; the first
 * and the last one are always among them.
 */
export function landings(
  stride: Exclude<Stride, 'change'>,
  {days}: Pick<TimelineView, 'days'>,
  versions: readonly VersionView[],
): readonly Seq[] {
  switch (stride) {
    case 'pause':
      return days.flatMap((day) => {
        const pauses = pausesIn(day);
        return pauses.at(-1) === day.until ? pauses : [...pauses, day.until];
      });
    case 'day':
      return days.map(({until}) => until);
    case 'version':
      return versions.map(({seq}) => seq).toSorted((one, other) => one - other);
    default:
      return unreachable(stride);
  }
}

/** The nearest before and after a position; null where there is none. */
export function around(
  positions: readonly Seq[],
  seq: Seq,
): {readonly older: Seq | null; readonly newer: Seq | null} {
  return {
    older: positions.findLast((one) => one < seq) ?? null,
    newer: positions.find((one) => one > seq) ?? null,
  };
}

/** The day on which this position was written; null when the timeline does not reach it. */
export function dayAt({days}: Pick<TimelineView, 'days'>, seq: Seq): TimelineDay | null {
  return days.find(({until}) => until >= seq) ?? null;
}
