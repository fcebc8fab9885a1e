/** A map from character ids to values, kept as ranges: what is set last holds. */

export interface Range<T> {
  readonly clock: number;
  readonly length: number;
  readonly value: T;
  /** How far `clock` lies into the range that was set. */
  readonly offset: number;
}

export interface RangeMap<T> {
  set(client: number, clock: number, length: number, value: T): void;
  clear(client: number, clock: number, length: number): void;
  /** The parts of these characters that have a value, in order. */
  find(client: number, clock: number, length: number): readonly Range<T>[];
}

export function rangeMap<T>(): RangeMap<T> {
  const clients = new Map<number, Range<T>[]>();

  function replace(client: number, clock: number, length: number, by: Range<T> | null): void {
    const ranges = clients.get(client) ?? [];
    if (!clients.has(client)) clients.set(client, ranges);
    const end = clock + length;
    const last = ranges.at(-1);
    // Ids grow, so most of what is new belongs at the end.
    if (!last || last.clock + last.length <= clock) {
      if (by) ranges.push(by);
      return;
    }
    const from = firstEndingAfter(ranges, clock);
    const put: Range<T>[] = [];
    let to = from;
    for (let range = ranges[to]; range && range.clock < end; range = ranges[++to]) {
      if (range.clock < clock) put.push(slice(range, range.clock, clock));
      if (to === from && by) put.push(by);
      if (range.clock + range.length > end) put.push(slice(range, end, range.clock + range.length));
    }
    if (to === from && by) put.push(by);
    ranges.splice(from, to - from, ...put);
  }

  return {
    set(client, clock, length, value) {
      replace(client, clock, length, {clock, length, value, offset: 0});
    },
    clear(client, clock, length) {
      if (clients.has(client)) replace(client, clock, length, null);
    },
    find(client, clock, length) {
      const ranges = clients.get(client);
      if (!ranges) return [];
      const end = clock + length;
      const found: Range<T>[] = [];
      for (let index = firstEndingAfter(ranges, clock); index < ranges.length; index++) {
        const range = ranges[index];
        if (!range || range.clock >= end) break;
        const upTo = Math.min(range.clock + range.length, end);
        found.push(slice(range, Math.max(range.clock, clock), upTo));
      }
      return found;
    },
  };
}

function slice<T>(range: Range<T>, from: number, to: number): Range<T> {
  const offset = range.offset + from - range.clock;
  return {clock: from, length: to - from, value: range.value, offset};
}

/** The index of the first range that ends after this clock. */
function firstEndingAfter(ranges: readonly Range<unknown>[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range && range.clock + range.length <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
