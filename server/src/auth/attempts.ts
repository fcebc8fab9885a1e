/** Counts wrong sign-in links per address, so that nobody can keep guessing. */

import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';

export interface Attempts {
  /** @throws AppError 'too_many' when this address was wrong too often */
  check(address: string): void;
  /** A link that did not exist. */
  wrong(address: string): void;
}

// A whole meeting sits behind one address, and only what goes wrong counts.
const maxWrong = 100;
const windowMs = 10 * 60_000;

export function openAttempts(clock: Clock): Attempts {
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
    check(address) {
      if ((current().get(address) ?? 0) >= maxWrong) throw new AppError('too_many');
    },
    wrong(address) {
      current().set(address, (current().get(address) ?? 0) + 1);
    },
  };
}
