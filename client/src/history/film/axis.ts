/**
 * The line along which one looks back: what was written, laid out evenly, so that a quiet month takes no
 * room. A bar is a day; of a short life a stretch of writing.
 */

import {fewDays, pausesIn, type Seq, type TimelineDay, type TimelineView} from '@samenspel/shared';

export interface Bar {
  /** Its first and its last position. */
  readonly from: Seq;
  readonly until: Seq;
  readonly day: TimelineDay;
  /** How much was written, beside the other bars. */
  readonly weight: number;
}

export interface Axis {
  /** Oldest first. */
  readonly bars: readonly Bar[];
  /** Where it ends; it begins at 0. */
  readonly length: number;
}

/** How many places a bar is wide. */
export const barWidth = 1_000;

export function axisOf({days}: Pick<TimelineView, 'days'>): Axis {
  const bars =
    days.length < fewDays
      ? days.flatMap(stretchesOf)
      : days.map((day) => ({from: day.from, until: day.until, day, weight: day.busy}));
  return {bars, length: bars.length * barWidth};
}

/** Where a position stands; 0 on an empty axis. */
export function placeOf({bars}: Axis, seq: Seq): number {
  const index = barIndex(bars, seq);
  const bar = bars[index];
  if (!bar) return 0;
  const within = Math.min(1, (seq - bar.from + 1) / countIn(bar));
  return Math.round((index + Math.max(0, within)) * barWidth);
}

/** The position at a place; null on an empty axis. */
export function seqAt({bars}: Axis, place: number): Seq | null {
  // Where two bars meet is the end of the first one.
  const index = Math.min(bars.length - 1, Math.max(0, Math.ceil(place / barWidth) - 1));
  const bar = bars[index];
  if (!bar) return null;
  const within = Math.min(1, Math.max(0, place / barWidth - index));
  return (bar.from + Math.max(1, Math.round(within * countIn(bar))) - 1) as Seq;
}

/** The bar that holds this position, or the last one; null on an empty axis. */
export function barOf({bars}: Axis, seq: Seq): Bar | null {
  return bars[barIndex(bars, seq)] ?? null;
}

/** By halving: a life may have thousands of days. */
function barIndex(bars: readonly Bar[], seq: Seq): number {
  let [low, high] = [0, bars.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bars[middle]?.until ?? 0) >= seq) high = middle;
    else low = middle + 1;
  }
  return low;
}

function stretchesOf(day: TimelineDay): readonly Bar[] {
  let from = day.from;
  const bars = pausesIn(day).map((until) => {
    const bar = {from, until, day, weight: until - from + 1};
    from = (until + 1) as Seq;
    return bar;
  });
  // More stretches than are told apart: what came after them stands together.
  return from > day.until
    ? bars
    : [...bars, {from, until: day.until, day, weight: day.until - from}];
}

function countIn({from, until}: Bar): number {
  return until - from + 1;
}
