/** The time, handed in so that tests own it. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once; returns its stop. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
