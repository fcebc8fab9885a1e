/** A clock that stands still until a test moves it. */

import type {Clock} from '@samenspel/server/clock.ts';

export interface FakeClock extends Clock {
  /** Moves on, calling back what falls due, in order. */
  advance(ms: number): void;
}

export function fakeClock(start = Date.UTC(2026, 0, 15, 9)): FakeClock {
  let now = start;
  let waiting: {at: number; callback: () => void}[] = [];
  return {
    now: () => now,
    elapsed: () => now,
    after(ms, callback) {
      const timer = {at: now + ms, callback};
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const next = waiting.filter(({at}) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        waiting = waiting.filter((other) => other !== next);
        now = next.at;
        next.callback();
      }
      now = end;
    },
  };
}
