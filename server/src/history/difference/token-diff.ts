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
  const found = openStretches();
  let start = 0;
  for (; start < a.length && start < b.length && a[start] === b[start]; start++) {
    found.both(a[start] ?? '');
  }
  let end = 0;
  const least = Math.min(a.length, b.length) - start;
  while (end < least && a.at(-1 - end) === b.at(-1 - end)) end++;
  let [x, y] = [start, start];
  const upTo = (stopX: number, stopY: number): void => {
    while (x < stopX) found.gone(a[x++] ?? '');
    while (y < stopY) found.came(b[y++] ?? '');
  };
  for (const pair of pathOf(a.slice(start, a.length - end), b.slice(start, b.length - end))) {
    upTo(pair[0] + start, pair[1] + start);
    found.both(a[x++] ?? '');
    y++;
  }
  upTo(a.length - end, b.length - end);
  while (x < a.length) found.both(a[x++] ?? '');
  return found.done;
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

/** Used again for every pair of texts: making them takes longer than most comparisons. */
const reach = new Int32Array(2 * maxDifferences + 3);
/** How far each depth had come: of depth d every other one of the lines from 1 - d to d - 1. */
const trace = new Int32Array(((maxDifferences + 1) * (maxDifferences + 2)) / 2);

/** The pairs of equal tokens on the shortest way from one list to the other; [] when that is long. */
function pathOf(
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  if (a.length === 0 || b.length === 0) return [];
  const most = Math.min(a.length + b.length, maxDifferences);
  const offset = most + 1;
  reach.fill(0, 0, 2 * most + 3);
  let traced = 0;
  for (let depth = 0; depth <= most; depth++) {
    for (let line = 1 - depth; line < depth; line += 2) {
      trace[traced++] = reach[offset + line] ?? 0;
    }
    for (let line = -depth; line <= depth; line += 2) {
      const left = reach[offset + line - 1] ?? 0;
      const right = reach[offset + line + 1] ?? 0;
      let x = line === -depth || (line !== depth && left < right) ? right : left + 1;
      while (x < a.length && x - line < b.length && a[x] === b[x - line]) x++;
      reach[offset + line] = x;
      if (x >= a.length && x - line >= b.length) return backwards(depth, a, b);
    }
  }
  return [];
}

function backwards(
  last: number,
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let x = a.length;
  let y = b.length;
  for (let depth = last; depth >= 0; depth--) {
    const line = x - y;
    // Before this depth, lines beyond it were not reached.
    const reached = (one: number) =>
      Math.abs(one) < depth ? (trace[(depth * depth - depth + depth - 1 + one) / 2] ?? 0) : 0;
    const left = reached(line - 1);
    const right = reached(line + 1);
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

/** Goes along two texts together and puts down where they are equal. */
function openStretches() {
  const done: {from: number; to: number; length: number}[] = [];
  let [from, to] = [0, 0];
  return {
    done: done as readonly Stretch[],
    gone: ({length}: string) => (from += length),
    came: ({length}: string) => (to += length),
    both({length}: string) {
      const last = done.at(-1);
      if (last && last.from + last.length === from && last.to + last.length === to) {
        last.length += length;
      } else {
        done.push({from, to, length});
      }
      from += length;
      to += length;
    },
  };
}
