/** The time, handed in so that tests own it. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds with fractions since some moment; never runs backwards. */
  elapsed(): number;
  /** Calls back once; returns its stop. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
