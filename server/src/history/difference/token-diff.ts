/** What stayed of one text in another, in whole words: for text whose characters don't tell. */

export interface Stretch {
  /** Where in the one and in the other. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Beyond so many differences two texts are simply two texts. */
const maxDifferences = 400;
const token = /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/**
 * Equal stretches in order, in whole words, spaces and signs. The greedy algorithm of E. Myers,
 * "An O(ND) Difference Algorithm and Its Variations" (1986).
 */
export function equalStretches(one: string, other: string): readonly Stretch[] {
  const a = one.match(token) ?? [];
  const b = other.match(token) ?? [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  const least = Math.min(a.length, b.length) - start;
  while (end < least && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = pathOf(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const pairs = [
    ...Array.from({length: start}, (_, index) => [index, index] as const),
    ...middle.map(([x, y]) => [x + start, y + start] as const),
    ...Array.from(
      {length: end},
      (_, index) => [a.length - end + index, b.length - end + index] as const,
    ),
  ];
  return stretchesOf(pairs, a, b);
}

/** How alike two texts are, by the words in them: from 0 to 1. */
export function likeness(one: string, other: string): number {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const a = words(one);
  const b = words(other);
  if (a.length + b.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared++;
    counts.set(word, left - 1);
  }
  return (2 * shared) / (a.length + b.length);
}

/** The pairs of equal tokens on the shortest way from one list to the other; [] when that is long. */
function pathOf(
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  if (a.length === 0 || b.length === 0) return [];
  const most = Math.min(a.length + b.length, maxDifferences);
  const offset = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let depth = 0; depth <= most; depth++) {
    trace.push(reach.slice());
    for (let line = -depth; line <= depth; line += 2) {
      const left = reach[offset + line - 1] ?? 0;
      const right = reach[offset + line + 1] ?? 0;
      let x = line === -depth || (line !== depth && left < right) ? right : left + 1;
      while (x < a.length && x - line < b.length && a[x] === b[x - line]) x++;
      reach[offset + line] = x;
      if (x >= a.length && x - line >= b.length) return backwards(trace, offset, a, b);
    }
  }
  return [];
}

function backwards(
  trace: readonly Int32Array[],
  offset: number,
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let x = a.length;
  let y = b.length;
  for (let depth = trace.length - 1; depth >= 0; depth--) {
    const reach = trace[depth];
    const line = x - y;
    const left = reach?.[offset + line - 1] ?? 0;
    const right = reach?.[offset + line + 1] ?? 0;
    const isDown = line === -depth || (line !== depth && left < right);
    const before = depth === 0 ? 0 : isDown ? right : left;
    const beforeLine = isDown ? line + 1 : line - 1;
    const stop = depth === 0 ? 0 : isDown ? before : before + 1;
    while (x > stop && y > 0 && a[x - 1] === b[y - 1]) pairs.push([--x, --y]);
    x = before;
    y = before - beforeLine;
  }
  return pairs.toReversed();
}

function stretchesOf(
  pairs: readonly (readonly [number, number])[],
  a: readonly string[],
  b: readonly string[],
): readonly Stretch[] {
  const starts = (tokens: readonly string[]) => {
    let at = 0;
    return tokens.map(({length}) => (at += length) - length);
  };
  const from = starts(a);
  const to = starts(b);
  const stretches: Stretch[] = [];
  for (const [x, y] of pairs) {
    const last = stretches.at(-1);
    const next = {from: from[x] ?? 0, to: to[y] ?? 0, length: a[x]?.length ?? 0};
    if (last && last.from + last.length === next.from && last.to + last.length === next.to) {
      stretches[stretches.length - 1] = {...last, length: last.length + next.length};
    } else {
      stretches.push(next);
    }
  }
  return stretches;
}
