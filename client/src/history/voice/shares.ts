/** Shares of a text in whole percents that come to a hundred together. */

import type {Side, VoiceShare} from '@samenspel/shared';

export const parts = ['informal', 'formal', 'ours'] as const satisfies readonly (Side | 'ours')[];
export type Part = (typeof parts)[number];

export interface Percents {
  readonly part: Part;
  readonly percent: number;
  /** There is some of it, be it less than half a percent. */
  readonly isSome: boolean;
}

/** [] when there is no text. By largest remainder, so that what is left over goes where it belongs. */
export function percentsOf(share: VoiceShare): readonly Percents[] {
  const all = parts.reduce((sum, part) => sum + share[part], 0);
  if (all === 0) return [];
  const exact = parts.map((part) => ({part, value: (share[part] / all) * 100}));
  const left = 100 - exact.reduce((sum, {value}) => sum + Math.floor(value), 0);
  const byRest = exact.toSorted((one, other) => (other.value % 1) - (one.value % 1));
  const rounded = new Set(byRest.slice(0, left).map(({part}) => part));
  return exact.map(({part, value}) => ({
    part,
    percent: Math.floor(value) + (rounded.has(part) ? 1 : 0),
    isSome: value > 0,
  }));
}
