/** Blocks that were cut in two, and blocks that became one. */

import {lengthOf} from './block-order.ts';
import type {SharedStretch, SharedTexts} from './shared-text.ts';
import type {TreeBlock} from './text-tree.ts';

/** Text of these that is compared as one, both in reading order. */
export interface Group {
  readonly earlier: readonly TreeBlock[];
  readonly later: readonly TreeBlock[];
}

/** As much of a block has to come from the other to be a part of it … */
const leastPart = 0.6;
/** … or, of one that was written on since, so many letters up to where the other was cut. */
const leastCut = 4;

type Of = (block: TreeBlock) => TreeBlock | null;

/** @param of which blocks are one already; the parts that are found are none of those */
export function findSplits(
  earlier: readonly TreeBlock[],
  later: readonly TreeBlock[],
  shared: SharedTexts,
  of: Of,
): readonly Group[] {
  const tails = partsOf(later, of, wholes(shared, 'later'));
  const heads = partsOf(earlier, of, wholes(shared, 'earlier'));
  // A whole and its counterpart are one group, whichever of them the parts belong to.
  const groups = new Map<TreeBlock, {earlier: TreeBlock[]; later: TreeBlock[]}>();
  const groupOf = (one: TreeBlock, other: TreeBlock) => {
    const found = groups.get(other) ?? {earlier: [one], later: [other]};
    groups.set(other, found);
    return found;
  };
  for (const [whole, parts] of tails) {
    const same = of(whole);
    if (same) groupOf(whole, same).later.push(...parts);
  }
  for (const [whole, parts] of heads) {
    const same = of(whole);
    if (same) groupOf(same, whole).earlier.push(...parts);
  }
  const order = new Map([...earlier, ...later].map((block, index) => [block, index]));
  const inOrder = (list: readonly TreeBlock[]) =>
    list.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return [...groups.values()].map((group) => ({
    earlier: inOrder(group.earlier),
    later: inOrder(group.later),
  }));
}

interface Whole {
  /** The block on the other side that most of this block's text comes from. */
  readonly whole: TreeBlock;
  /** Where in the whole its text begins. */
  readonly at: number;
}

function wholes(shared: SharedTexts, side: 'earlier' | 'later'): ReadonlyMap<TreeBlock, Whole> {
  const found = new Map<TreeBlock, Whole & {readonly length: number}>();
  for (const {earlier, later, stretches, length} of shared.all) {
    const [part, whole] = side === 'later' ? [later, earlier] : [earlier, later];
    const isMostOfIt = length >= leastPart * lengthOf(part);
    if (!isMostOfIt && !isCutOff(stretches, earlier, later)) continue;
    if (length <= (found.get(part)?.length ?? 0)) continue;
    const at = Math.min(...stretches.map(({from, to}) => (side === 'later' ? from : to)));
    found.set(part, {whole, at, length});
  }
  return found;
}

/** The end of the one is the beginning of the other, or the other way round. */
function isCutOff(
  stretches: readonly SharedStretch[],
  earlier: TreeBlock,
  later: TreeBlock,
): boolean {
  return stretches.some(({from, to, length}) => {
    if (length < leastCut) return false;
    const isEnd = from + length === lengthOf(earlier) && to === 0;
    const isBeginning = from === 0 && to + length === lengthOf(later);
    return isEnd || isBeginning;
  });
}

/**
 * The parts of each whole that stand beside its counterpart, in the order of its text, with nothing but
 * new text between: what stands elsewhere was not split off, it was moved.
 */
function partsOf(
  blocks: readonly TreeBlock[],
  of: Of,
  wholeOf: ReadonlyMap<TreeBlock, Whole>,
): ReadonlyMap<TreeBlock, readonly TreeBlock[]> {
  const found = new Map<TreeBlock, TreeBlock[]>();
  for (const [index, block] of blocks.entries()) {
    const whole = of(block);
    if (!whole) continue;
    const own = wholeOf.get(block);
    const at = own?.whole === whole ? own.at : null;
    for (const step of [-1, 1]) {
      let last = at;
      for (let next = index + step; next >= 0 && next < blocks.length; next += step) {
        const part = blocks[next];
        if (!part || of(part)) break;
        const its = wholeOf.get(part);
        if (!its) continue;
        if (its.whole !== whole) break;
        const isInOrder = last === null || (step > 0 ? its.at > last : its.at < last);
        if (!isInOrder) break;
        last = its.at;
        const parts = found.get(whole) ?? [];
        parts.push(part);
        found.set(whole, parts);
      }
    }
  }
  return found;
}
