/** A token bucket: how long somebody should be left unread who sends more than their share. */

export interface Bucket {
  /** Takes one; returns how many milliseconds to wait before the next, 0 while within the limit. */
  take(nowMs: number): number;
}

/** @param perSecond 0 is no limit */
export function openBucket(perSecond: number, burst: number, nowMs: number): Bucket {
  let tokens = burst;
  let at = nowMs;
  return {
    take(now) {
      if (perSecond === 0) return 0;
      tokens = Math.min(burst, tokens + ((now - at) * perSecond) / 1000) - 1;
      at = now;
      return tokens >= 0 ? 0 : Math.ceil((-tokens * 1000) / perSecond);
    },
  };
}
