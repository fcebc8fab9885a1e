/** Which block of the earlier text is which of the later one. */

import {blocksIn, lengthOf} from './block-order.ts';
import {familyOf} from './kinds-of-blocks.ts';
import {pairWithin} from './neighbours.ts';
import {findSharedTexts, type SharedText, type SharedTexts} from './shared-text.ts';
import {findSplits, type Group} from './splitting.ts';
import {keyOf, textsIn, type TreeBlock} from './text-tree.ts';

export interface Matching {
  /** The block in the later text that is this one, or the other way round; null when there is none. */
  of(block: TreeBlock): TreeBlock | null;
  /** Blocks whose text is compared as one, because blocks were split or joined; only those. */
  readonly groups: readonly Group[];
  readonly shared: SharedTexts;
}

/** Of two texts less than this in common, they are not the same block. */
const leastShared = 0.3;
/** Equal text of this length is no chance, wherever it stands. */
const leastEqual = 16;

export function match(earlier: TreeBlock, later: TreeBlock): Matching {
  const pairs = new Map<TreeBlock, TreeBlock>();
  const isFree = (block: TreeBlock) => !pairs.has(block);
  const pair = (one: TreeBlock, other: TreeBlock): void => {
    pairs.set(one, other);
    pairs.set(other, one);
  };
  const pairFree = (one: TreeBlock | undefined, other: TreeBlock): boolean => {
    if (!one || !isFree(one) || !isFree(other)) return false;
    pair(one, other);
    return true;
  };
  const [texts, laterTexts] = [textsIn(earlier), textsIn(later)];
  const shared = findSharedTexts(texts, laterTexts);
  const [blocks, laterBlocks] = [blocksIn(earlier), blocksIn(later)];
  const byId = new Map(blocks.map((block) => [keyOf(block.id), block]));

  pair(earlier, later);
  pairByOwnId(blocks, laterBlocks, pairFree);
  pairBySharedText(shared, isFree, pairFree);
  const groups = findSplits(texts, laterTexts, shared, (block) => pairs.get(block) ?? null);
  const inGroup = new Set(groups.flatMap((group) => [...group.earlier, ...group.later]));
  const left = (list: readonly TreeBlock[]) =>
    list.filter((block) => isFree(block) && !inGroup.has(block));
  pairByEqualText(left(texts), left(laterTexts), pairFree);
  for (const block of left(laterTexts)) {
    const same = byId.get(keyOf(block.id));
    if (same?.text && !inGroup.has(same) && same.type === block.type) pairFree(same, block);
  }
  pairAround(laterTexts, pairs, byId, laterBlocks, pairFree);
  pairWithin(earlier, later, pairs, inGroup, pair);
  return {of: (block) => pairs.get(block) ?? null, groups, shared};
}

/** Tasks, goals, lines of facts: a move keeps their id, and Yjs knows nothing of that. */
function pairByOwnId(
  blocks: readonly TreeBlock[],
  later: readonly TreeBlock[],
  pairFree: (one: TreeBlock | undefined, other: TreeBlock) => boolean,
): void {
  const [known, wanted] = [byOwnId(blocks), byOwnId(later)];
  for (const [id, block] of wanted) {
    const same = known.get(id);
    // An id that stands twice names nobody.
    if (same && block && (same.text === null) === (block.text === null)) pairFree(same, block);
  }
}

function byOwnId(blocks: readonly TreeBlock[]): ReadonlyMap<string, TreeBlock | null> {
  const found = new Map<string, TreeBlock | null>();
  for (const block of blocks) {
    const id = block.attrs['id'];
    if (typeof id === 'string') found.set(id, found.has(id) ? null : block);
  }
  return found;
}

/** Those that Yjs knows by one id first: of a paragraph that was split they are the first part. */
function pairBySharedText(
  {all}: SharedTexts,
  isFree: (block: TreeBlock) => boolean,
  pairFree: (one: TreeBlock | undefined, other: TreeBlock) => boolean,
): void {
  const enough = all.filter(
    ({earlier, later, length}) =>
      isFree(earlier) &&
      isFree(later) &&
      length >= leastShared * Math.min(lengthOf(earlier), lengthOf(later)),
  );
  for (const {earlier, later} of enough.filter(hasOneId)) pairFree(earlier, later);
  for (const {earlier, later} of enough.toSorted((a, b) => b.length - a.length)) {
    pairFree(earlier, later);
  }
}

function hasOneId({earlier, later}: SharedText): boolean {
  return earlier.id !== null && keyOf(earlier.id) === keyOf(later.id);
}

/** Written anew, or put back from elsewhere. */
function pairByEqualText(
  texts: readonly TreeBlock[],
  later: readonly TreeBlock[],
  pairFree: (one: TreeBlock | undefined, other: TreeBlock) => boolean,
): void {
  const byText = Map.groupBy(texts, ({text}) => text?.string ?? '');
  for (const block of later) {
    const text = block.text?.string ?? '';
    if (text.length < leastEqual) continue;
    const found = byText.get(text);
    if (found?.[0] && pairFree(found[0], block)) found.shift();
  }
}

/** Lists, items, tables, rows and cells go with the text in them; empty ones by their Yjs id. */
function pairAround(
  laterTexts: readonly TreeBlock[],
  pairs: ReadonlyMap<TreeBlock, TreeBlock>,
  byId: ReadonlyMap<string, TreeBlock>,
  laterBlocks: readonly TreeBlock[],
  pairFree: (one: TreeBlock | undefined, other: TreeBlock) => boolean,
): void {
  const votes = new Map<TreeBlock, Map<TreeBlock, number>>();
  for (const text of laterTexts) {
    const same = pairs.get(text);
    if (!same) continue;
    const around = byFamily(same);
    for (const [family, ancestors] of byFamily(text)) {
      for (const [depth, ancestor] of ancestors.entries()) {
        const other = around.get(family)?.[depth];
        if (!other) break;
        const own = votes.get(ancestor) ?? new Map<TreeBlock, number>();
        own.set(other, (own.get(other) ?? 0) + 1 + lengthOf(text));
        votes.set(ancestor, own);
      }
    }
  }
  const isSame = (one: TreeBlock, other: TreeBlock) => keyOf(one.id) === keyOf(other.id);
  const ballot = [...votes]
    .flatMap(([later, own]) => [...own].map(([earlier, count]) => ({earlier, later, count})))
    .toSorted(
      (a, b) =>
        b.count - a.count ||
        Number(isSame(b.earlier, b.later)) - Number(isSame(a.earlier, a.later)),
    );
  for (const {earlier, later} of ballot) {
    if (familyOf(later.type) !== 'cell') pairFree(earlier, later);
  }
  const fitting = (block: TreeBlock): TreeBlock | undefined => {
    const same = byId.get(keyOf(block.id));
    const fits = same && same.text === null && familyOf(same.type) === familyOf(block.type);
    return fits ? same : undefined;
  };
  const containers = laterBlocks.filter(({text}) => text === null);
  for (const block of containers) {
    if (familyOf(block.type) !== 'cell') pairFree(fitting(block), block);
  }
  // A cell is a place in its row, whatever stands in it.
  const areInOneRow = (one: TreeBlock, other: TreeBlock) =>
    one.parent !== null && pairs.get(one.parent) === other.parent;
  for (const block of containers) {
    const same = familyOf(block.type) === 'cell' ? fitting(block) : undefined;
    if (same && areInOneRow(same, block)) pairFree(same, block);
  }
  for (const {earlier, later} of ballot) {
    if (familyOf(later.type) === 'cell' && areInOneRow(earlier, later)) pairFree(earlier, later);
  }
}

function byFamily(block: TreeBlock): ReadonlyMap<string, readonly TreeBlock[]> {
  const found = new Map<string, TreeBlock[]>();
  for (let around = block.parent; around?.parent; around = around.parent) {
    const family = familyOf(around.type);
    const ancestors = found.get(family);
    if (ancestors) ancestors.push(around);
    else found.set(family, [around]);
  }
  return found;
}
