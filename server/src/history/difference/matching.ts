/** Which block of the earlier text is which of the later one. */

import {familyOf, isOnlyOne} from './kinds-of-blocks.ts';
import {heaviestIncreasing} from './increasing.ts';
import {findSharedTexts, type SharedText, type SharedTexts} from './shared-text.ts';
import {findSplits, type Group} from './splitting.ts';
import {type Id, textsIn, type TreeBlock} from './text-tree.ts';
import {likeness} from './token-diff.ts';

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
/** Words of which this share is the same, between the same neighbours. */
const leastAlike = 0.5;
/** What kept its place counts as much more than what was put there. */
const asIfFixed = 1_000;
/** If the beginning of a text was put down anew, all of it was. */
const maxProbed = 8;
/** Of more pairs than this only neighbours in order are compared. */
const maxCompared = 400;

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

/** What is left between the same neighbours: empty lines, texts that are nearly alike, a title. */
function pairWithin(
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

function keyOf(id: Id | null): string {
  return id ? `${id.client}-${id.clock}` : '';
}
