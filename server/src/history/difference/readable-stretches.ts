/** Of what is equal in two texts, what a reader takes for the same: words, not letters by chance. */

import type {SharedStretch} from './shared-text.ts';

/** So little between two things that were replaced reads as part of them. */
const maxIsland = 2;

/**
 * Drops what is equal by chance: shorter than what changed on both sides of it (as N. Fraser's
 * diff-match-patch cleans up).
 */
export function withoutChance(
  stretches: readonly SharedStretch[],
  gone: number,
  came: number,
): readonly SharedStretch[] {
  let kept = stretches;
  for (;;) {
    const left = kept.filter((stretch, index) => {
      const before = kept[index - 1] ?? {from: 0, to: 0, length: 0};
      const after = kept[index + 1] ?? {from: gone, to: came};
      const changedBefore = Math.max(
        stretch.from - before.from - before.length,
        stretch.to - before.to - before.length,
      );
      const changedAfter = Math.max(
        after.from - stretch.from - stretch.length,
        after.to - stretch.to - stretch.length,
      );
      return stretch.length > changedBefore || stretch.length > changedAfter;
    });
    if (left.length === kept.length) return left;
    kept = left;
  }
}

/** Drops a space or two letters that stand alone between two replacements. */
export function withoutIslands(
  stretches: readonly SharedStretch[],
  earlier: string,
  later: string,
): readonly SharedStretch[] {
  const kept: SharedStretch[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const before = kept.at(-1) ?? {from: 0, to: 0, length: 0};
    const after = stretches[index + 1] ?? {from: earlier.length, to: later.length};
    const isReplaced = (from: number, to: number) => from > 0 && to > 0;
    const text = earlier.slice(stretch.from, stretch.from + stretch.length);
    const isIsland =
      text.trim().length <= maxIsland &&
      stretch.length <= maxIsland + 1 &&
      isReplaced(
        stretch.from - before.from - before.length,
        stretch.to - before.to - before.length,
      ) &&
      isReplaced(
        after.from - stretch.from - stretch.length,
        after.to - stretch.to - stretch.length,
      );
    if (!isIsland) kept.push(stretch);
  }
  return kept;
}

/**
 * What came or went among equal letters can be told in several places: where a word begins is best. To
 * type "samen " before "staat" makes an editor insert "amen s" behind the s.
 */
export function betweenWords(
  stretches: readonly SharedStretch[],
  earlier: string,
  later: string,
): readonly SharedStretch[] {
  const slid: SharedStretch[] = [];
  for (const stretch of stretches) {
    const before = slid.at(-1);
    const gone = before ? stretch.from - before.from - before.length : 0;
    const came = before ? stretch.to - before.to - before.length : 0;
    const by =
      before && (gone === 0) !== (came === 0)
        ? gone === 0
          ? slide(later, before.to + before.length, came, before.length, stretch.length)
          : slide(earlier, before.from + before.length, gone, before.length, stretch.length)
        : 0;
    if (before && by !== 0) slid[slid.length - 1] = {...before, length: before.length + by};
    const {from, to, length} = stretch;
    slid.push({from: from + by, to: to + by, length: length - by});
  }
  return slid.filter(({length}) => length > 0);
}

/** How far to shift this part of a text, which then still reads the same, to begin with a word. */
function slide(text: string, at: number, length: number, back: number, on: number): number {
  const isStart = (place: number) => place === 0 || /\s/.test(text.charAt(place - 1));
  if (isStart(at) || /\s/.test(text.charAt(at))) return 0;
  for (let by = 1; by <= back && text[at - by] === text[at + length - by]; by++) {
    if (isStart(at - by)) return -by;
  }
  for (let by = 1; by <= on && text[at + by - 1] === text[at + length + by - 1]; by++) {
    if (isStart(at + by)) return by;
  }
  return 0;
}
