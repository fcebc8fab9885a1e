/** What is said of many measurements in two figures. */

export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

/** Nearest rank: the smallest value that at least this share of all is not above; NaN when there is none. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] ?? Number.NaN;
}

/** In any order; what never came counts as `Infinity`. */
export function spreadOf(values: Iterable<number>): Spread {
  const sorted = Float64Array.from(values).toSorted();
  return {
    count: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    most: percentile(sorted, 1),
  };
}

export function median(values: Iterable<number>): number {
  return spreadOf(values).p50;
}
