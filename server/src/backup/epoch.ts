/** The number that tells apart the lives of one installation: each restore begins a new one. */

/**
 * Higher than the backup's own, and one that no other restore has given out: the same backup may be
 * put back twice, on machines that know nothing of each other. So it is made of the time, in seconds,
 * and chance below that; should the clock be behind, of the backup's own and chance.
 */
export function nextEpoch(known: number, now: number, random: () => number): number {
  const time = Math.floor(now / 1_000) * perSecond;
  return Math.max(time, known) + 1 + Math.floor(random() * perSecond);
}

/** As fine as a number stays exact until the year 2200. */
const perSecond = 1_000_000;
