/** Of things in one order, the heaviest choice that is in order by another measure too. */

export interface Weighed {
  readonly place: number;
  readonly weight: number;
}

/**
 * The heaviest increasing subsequence: which of these to keep so that their places grow strictly.
 * By a tree of prefix maxima (P. Fenwick 1994): n log n.
 */
export function heaviestIncreasing<T extends Weighed>(items: readonly T[]): readonly T[] {
  if (isIncreasing(items)) return items;
  const places = [...new Set(items.map(({place}) => place))].toSorted((a, b) => a - b);
  const rankOf = new Map(places.map((place, rank) => [place, rank + 1]));
  const sums = new Float64Array(items.length);
  const before = new Int32Array(items.length).fill(-1);
  // Per node of the tree, the item with the heaviest sum among the ranks that it stands for.
  const best = new Int32Array(places.length + 1).fill(-1);
  const heaviest = (one: number, other: number): number =>
    other < 0 || (one >= 0 && (sums[one] ?? 0) >= (sums[other] ?? 0)) ? one : other;
  let top = -1;
  for (const [index, {place, weight}] of items.entries()) {
    const rank = rankOf.get(place) ?? 0;
    let previous = -1;
    for (let node = rank - 1; node > 0; node -= node & -node) {
      previous = heaviest(previous, best[node] ?? -1);
    }
    before[index] = previous;
    sums[index] = weight + (previous < 0 ? 0 : (sums[previous] ?? 0));
    for (let node = rank; node <= places.length; node += node & -node) {
      best[node] = heaviest(best[node] ?? -1, index);
    }
    top = heaviest(top, index);
  }
  const kept: T[] = [];
  for (let index = top; index >= 0; index = before[index] ?? -1) {
    const item = items[index];
    if (item) kept.push(item);
  }
  return kept.toReversed();
}

/** Nothing is out of order: all of it is kept. */
function isIncreasing(items: readonly Weighed[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const {place, weight} of items) {
    if (place <= last || weight <= 0) return false;
    last = place;
  }
  return true;
}
