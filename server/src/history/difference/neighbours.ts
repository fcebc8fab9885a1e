/** Pairs what is left between the same neighbours: empty lines, texts that are nearly alike, a title. */

import {lengthOf, staying} from './block-order.ts';
import {familyOf, isOnlyOne} from './kinds-of-blocks.ts';
import type {TreeBlock} from './text-tree.ts';
import {likeness} from './token-diff.ts';

/** Words of which this share is the same, between the same neighbours. */
const leastAlike = 0.5;
/** Of more pairs than this only neighbours in order are compared. */
const maxCompared = 400;

export function pairWithin(
  earlier: TreeBlock,
  later: TreeBlock,
  pairs: ReadonlyMap<TreeBlock, TreeBlock>,
  inGroup: ReadonlySet<TreeBlock>,
  pair: (one: TreeBlock, other: TreeBlock) => void,
): void {
  const isLeft = (block: TreeBlock) => !pairs.has(block) && !inGroup.has(block);
  for (const fits of [isAlike, isFilled]) {
    for (const [gap, laterGap] of gapsBetween(earlier, later, pairs)) {
      const ones = gap.filter(isLeft);
      const others = laterGap.filter(isLeft);
      const inOrder = ones.length * others.length > maxCompared;
      let next = 0;
      for (const [place, block] of others.entries()) {
        const among = inOrder ? ones.slice(Math.max(next, place), place + 1) : ones.slice(next);
        const found = among.find((one) => fits(one, block));
        if (!found) continue;
        next = ones.indexOf(found) + 1;
        pair(found, block);
      }
    }
  }
  for (const child of later.children) {
    const same = pairs.get(child);
    if (same) pairWithin(same, child, pairs, inGroup, pair);
  }
  // Also below blocks that are only in one of them: what is in those may be in both.
  for (const child of later.children) {
    if (!pairs.has(child)) descend(child, pairs, inGroup, pair);
  }
}

function descend(
  block: TreeBlock,
  pairs: ReadonlyMap<TreeBlock, TreeBlock>,
  inGroup: ReadonlySet<TreeBlock>,
  pair: (one: TreeBlock, other: TreeBlock) => void,
): void {
  for (const child of block.children) {
    const same = pairs.get(child);
    if (same) pairWithin(same, child, pairs, inGroup, pair);
    else descend(child, pairs, inGroup, pair);
  }
}

function* gapsBetween(
  earlier: TreeBlock,
  later: TreeBlock,
  pairs: ReadonlyMap<TreeBlock, TreeBlock>,
): Generator<readonly [readonly TreeBlock[], readonly TreeBlock[]]> {
  const stay = staying(earlier, later, (block) => pairs.get(block) ?? null);
  let [from, laterFrom] = [0, 0];
  for (const block of stay) {
    const same = pairs.get(block);
    if (!same) continue;
    yield [earlier.children.slice(from, same.index), later.children.slice(laterFrom, block.index)];
    from = same.index + 1;
    laterFrom = block.index + 1;
  }
  yield [earlier.children.slice(from), later.children.slice(laterFrom)];
}

function isAlike(one: TreeBlock, other: TreeBlock): boolean {
  if (familyOf(one.type) !== familyOf(other.type)) return false;
  if (one.text === null || other.text === null) return one.text === other.text;
  if (isOnlyOne(one.type) || (lengthOf(one) === 0 && lengthOf(other) === 0)) return true;
  return likeness(one.text.string, other.text.string) >= leastAlike;
}

/** An empty line that was written in, or a line that was emptied. */
function isFilled(one: TreeBlock, other: TreeBlock): boolean {
  if (one.type !== other.type || one.text === null || other.text === null) return false;
  return lengthOf(one) === 0 || lengthOf(other) === 0;
}
