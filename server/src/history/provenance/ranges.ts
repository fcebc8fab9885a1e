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
  /** Tells the same parts one by one, and makes nothing: for whoever asks of every letter. */
  each(client: number, clock: number, length: number, tell: TellRange<T>): void;
}

export type TellRange<T> = (clock: number, length: number, value: T, offset: number) => void;

/** Of one client, by clock. */
interface Ranges<T> {
  readonly ranges: Range<T>[];
  /** Where the last one was found that was asked for: the next one often follows it. */
  last: number;
}

export function rangeMap<T>(): RangeMap<T> {
  const clients = new Map<number, Ranges<T>>();

  function replace(client: number, clock: number, length: number, by: Range<T> | null): void {
    const own = clients.get(client) ?? {ranges: [], last: 0};
    if (!clients.has(client)) clients.set(client, own);
    const {ranges} = own;
    const end = clock + length;
    const last = ranges.at(-1);
    // Ids grow, so most of what is new belongs at the end.
    if (!last || last.clock + last.length <= clock) {
      if (by) ranges.push(by);
      return;
    }
    const from = firstEndingAfter(own, clock);
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

  function each(client: number, clock: number, length: number, tell: TellRange<T>): void {
    const own = clients.get(client);
    if (!own) return;
    const {ranges} = own;
    const end = clock + length;
    for (let index = firstEndingAfter(own, clock); index < ranges.length; index++) {
      const range = ranges[index];
      if (!range || range.clock >= end) break;
      const from = Math.max(range.clock, clock);
      const upTo = Math.min(range.clock + range.length, end);
      tell(from, upTo - from, range.value, range.offset + from - range.clock);
    }
  }

  return {
    set(client, clock, length, value) {
      replace(client, clock, length, {clock, length, value, offset: 0});
    },
    clear(client, clock, length) {
      if (clients.has(client)) replace(client, clock, length, null);
    },
    find(client, clock, length) {
      const found: Range<T>[] = [];
      each(client, clock, length, (from, covered, value, offset) => {
        found.push({clock: from, length: covered, value, offset});
      });
      return found;
    },
    each,
  };
}

function slice<T>(range: Range<T>, from: number, to: number): Range<T> {
  const offset = range.offset + from - range.clock;
  return {clock: from, length: to - from, value: range.value, offset};
}

/** The index of the first range that ends after this clock. */
function firstEndingAfter(own: Ranges<unknown>, clock: number): number {
  const {ranges, last} = own;
  if (endOf(ranges[last - 1]) <= clock) {
    if (endOf(ranges[last]) > clock) return last;
    if (endOf(ranges[last + 1]) > clock) return (own.last = last + 1);
  }
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(ranges[middle]) <= clock) low = middle + 1;
    else high = middle;
  }
  return (own.last = low);
}

/** What is not there does not end. */
function endOf(range: Range<unknown> | undefined): number {
  return range ? range.clock + range.length : Infinity;
}
