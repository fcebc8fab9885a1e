/** Counts how often something was done under one key, in memory, for as long as a window lasts. */

import type {Clock} from '../clock.ts';

export interface Limiter {
  /** Whether there is room for one more. */
  room(key: string): boolean;
  count(key: string): void;
}

export interface Limit {
  readonly max: number;
  readonly windowMs: number;
}

/** Everything is forgotten at the end of a window, so memory is bounded by what one window brings. */
export function openLimiter(clock: Pick<Clock, 'now'>, {max, windowMs}: Limit): Limiter {
  let counts = new Map<string, number>();
  let until = 0;
  const current = () => {
    if (clock.now() >= until) {
      counts = new Map();
      until = clock.now() + windowMs;
    }
    return counts;
  };
  return {
    room: (key) => (current().get(key) ?? 0) < max,
    count: (key) => void current().set(key, (current().get(key) ?? 0) + 1),
  };
}
