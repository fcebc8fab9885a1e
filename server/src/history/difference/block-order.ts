/** What stays where it is when others move around it. */

import {heaviestIncreasing} from './increasing.ts';
import {keyOf, type TreeBlock} from './text-tree.ts';

/** What kept its place counts as much more than what was put there. */
const asIfFixed = 1_000;
/** If the beginning of a text was put down anew, all of it was. */
const maxProbed = 8;

/** The children of a later block that were in the same block before, without those that moved in it. */
export function staying(
  earlier: TreeBlock,
  later: TreeBlock,
  of: (block: TreeBlock) => TreeBlock | null,
): readonly TreeBlock[] {
  const candidates = later.children.flatMap((block) => {
    const same = of(block);
    if (same?.parent !== earlier) return [];
    return [{block, place: same.index, weight: weightOf(same, block)}];
  });
  return heaviestIncreasing(candidates).map(({block}) => block);
}

/** How much it takes for a block to have moved, rather than those around it. */
export function weightOf(earlier: TreeBlock, later: TreeBlock): number {
  return (1 + sizeOf(later)) * (wasPutAgain(earlier, later) ? 1 : asIfFixed);
}

/** Whether its words, or what holds them, were put down anew: so it goes with what is moved. */
function wasPutAgain(earlier: TreeBlock, later: TreeBlock): boolean {
  const ones = earlier.text?.pieces.slice(0, maxProbed) ?? [];
  const others = later.text?.pieces ?? [];
  if (ones.length === 0 || others.length === 0) return keyOf(earlier.id) !== keyOf(later.id);
  return !ones.some(({client, clock, length}) =>
    others.some(
      (other) =>
        other.client === client &&
        other.clock < clock + length &&
        clock < other.clock + other.length,
    ),
  );
}

export function lengthOf({text}: TreeBlock): number {
  return text?.string.length ?? 0;
}

/** How much text is in a block and below it. */
export function sizeOf(block: TreeBlock): number {
  return block.children.reduce((sum, child) => sum + sizeOf(child), lengthOf(block));
}

export function blocksIn(block: TreeBlock, found: TreeBlock[] = []): readonly TreeBlock[] {
  if (block.parent) found.push(block);
  for (const child of block.children) blocksIn(child, found);
  return found;
}
