/**
 * A timeline as it goes over the line: numbers by column, each counted from the one before it. Of years of
 * writing it tells days; where the pauses in an old day were is asked for by who gets there.
 */

import {type Day, noonOf} from './day.ts';
import type {TimelineDay, TimelineView} from './history-views.ts';
import type {Seq} from './ids.ts';

export interface PackedTimeline {
  readonly head: Seq;
  readonly restores: readonly number[];
  /** Which days: since 1970 for the first, then since the one before. */
  readonly days: readonly number[];
  /** How many positions each takes. */
  readonly counts: readonly number[];
  /** In tenths of a minute, rounded down: in whole minutes it says the same as to the second. */
  readonly busy: readonly number[];
  /** The stretches of each day; of a longer life those of its first and its last day. */
  readonly stretches: readonly (readonly number[])[];
}

/** A life of fewer days than these is told by its stretches of writing. */
export const fewDays = 10;

const dayMs = 86_400_000;
/** In seconds. */
const busyStep = 6;

export function packTimeline({head, days, restores}: TimelineView): PackedTimeline {
  const told = days.length < fewDays ? days : [...days.slice(0, 1), ...days.slice(-1)];
  return {
    head,
    restores: steps(restores.map(({seq}) => seq)),
    days: steps(days.map(({at}) => Math.floor(at / dayMs))),
    counts: days.map(({from, until}) => until - from + 1),
    busy: days.map(({busy}) => Math.floor(busy / busyStep)),
    stretches: told.map(({stretches}) => stretches ?? []),
  };
}

export function unpackTimeline(packed: PackedTimeline): TimelineView {
  const {head, counts, busy, stretches} = packed;
  const isAllTold = stretches.length === counts.length;
  let from = 1;
  const days = sums(packed.days).map((number, index): TimelineDay => {
    const count = counts[index] ?? 0;
    const day = new Date(number * dayMs).toISOString().slice(0, 10) as Day;
    const isLast = index === counts.length - 1;
    const told = isAllTold ? stretches[index] : isLast ? stretches.at(-1) : null;
    const first = from as Seq;
    from += count;
    return {
      ...{day, from: first, until: (from - 1) as Seq, at: noonOf(day)},
      ...{
        busy: (busy[index] ?? 0) * busyStep,
        stretches: index === 0 ? (stretches[0] ?? null) : (told ?? null),
      },
    };
  });
  return {head, days, restores: sums(packed.restores).map((seq) => ({seq: seq as Seq}))};
}

function steps(numbers: readonly number[]): readonly number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

function sums(differences: readonly number[]): readonly number[] {
  let sum = 0;
  return differences.map((difference) => (sum += difference));
}
