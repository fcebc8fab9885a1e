/**
 * What stayed, came and went in the text of blocks that are one block, or were split or joined. What
 * the ids of characters say comes first; between, whole words are compared.
 */

import {heaviestIncreasing} from './increasing.ts';
import type {SharedStretch, SharedTexts} from './shared-text.ts';
import type {Group} from './splitting.ts';
import type {Piece, TreeBlock} from './text-tree.ts';
import {equalStretches} from './token-diff.ts';

/** Characters of one piece. */
export interface Cut {
  readonly piece: Piece;
  /** Where in the piece. */
  readonly from: number;
  readonly length: number;
  readonly text: string;
  readonly block: TreeBlock;
}

/** Text that is in both, or in one of them: then the other is null. */
export type Found =
  | {readonly earlier: Cut; readonly later: Cut}
  | {readonly earlier: Cut; readonly later: null}
  | {readonly earlier: null; readonly later: Cut};

/** So little between two things that were replaced reads as part of them. */
const maxIsland = 2;

/** What is in the text of each later block of the group, in reading order. */
export function compareTexts(
  group: Group,
  shared: SharedTexts,
  of: (block: TreeBlock) => TreeBlock | null,
): ReadonlyMap<TreeBlock, readonly Found[]> {
  const [one] = group.earlier;
  const [other] = group.later;
  const areSame = one?.text?.string === other?.text?.string;
  if (one && other && areSame && group.earlier.length + group.later.length === 2) {
    // However it came about, the same text is the same.
    return new Map([[other, [...sameEverywhere(one, other)]]]);
  }
  const earlier = streamOf(group.earlier);
  const later = streamOf(group.later);
  const found = new Map<TreeBlock, Found[]>(group.later.map((block) => [block, []]));
  const put = (block: TreeBlock, one: Found) => found.get(block)?.push(one);
  let [from, to] = [0, 0];
  const end: SharedStretch = {from: earlier.length, to: later.length, length: 0};
  for (const stretch of [...sameText(group, shared, earlier, later), end]) {
    const here = later.blocksBetween(to, stretch.to);
    // What went is told before what came, in the block that it was in if that is here.
    const gone = Map.groupBy(earlier.cuts(from, stretch.from), ({block}) => {
      const same = of(block);
      return same && here.includes(same) ? same : here[0];
    });
    const came = Map.groupBy(later.cuts(to, stretch.to), ({block}) => block);
    for (const block of here) {
      for (const cut of gone.get(block) ?? []) put(block, {earlier: cut, later: null});
      for (const cut of came.get(block) ?? []) put(block, {earlier: null, later: cut});
    }
    const ones = earlier.cuts(stretch.from, stretch.from + stretch.length);
    const others = later.cuts(stretch.to, stretch.to + stretch.length);
    for (const [one, other] of sideBySide(ones, others)) {
      put(other.block, {earlier: one, later: other});
    }
    [from, to] = [stretch.from + stretch.length, stretch.to + stretch.length];
  }
  return found;
}

function* sameEverywhere(one: TreeBlock, other: TreeBlock): Generator<Found> {
  for (const [earlier, later] of sideBySide(looksIn(one), looksIn(other))) yield {earlier, later};
}

/** The text of a block in as few parts as it has looks. */
function looksIn(block: TreeBlock): readonly Cut[] {
  const {string, pieces} = block.text ?? {string: '', pieces: []};
  const cuts: Cut[] = [];
  for (let index = 0; index < pieces.length;) {
    const piece = pieces[index];
    if (!piece) break;
    let next = pieces[++index];
    while (next && isAlike(next, piece)) next = pieces[++index];
    const end = next?.at ?? string.length;
    const length = end - piece.at;
    cuts.push({piece, from: 0, length, text: string.slice(piece.at, end), block});
  }
  return cuts;
}

function isAlike({look, type}: Piece, other: Piece): boolean {
  // Inline nodes stay apart: each is one character.
  return type === 'text' && other.type === 'text' ? look.key === other.look.key : false;
}

/** The whole text of a block. */
export function cutsOf(block: TreeBlock): readonly Cut[] {
  return streamOf([block]).cuts(0, block.text?.string.length ?? 0);
}

interface Stream {
  readonly length: number;
  readonly text: string;
  startOf(block: TreeBlock): number;
  cuts(from: number, to: number): readonly Cut[];
  /** Those that hold any of these characters, or end or begin beside them. */
  blocksBetween(from: number, to: number): readonly TreeBlock[];
}

function streamOf(blocks: readonly TreeBlock[]): Stream {
  const starts = new Map<TreeBlock, number>();
  const pieces: {readonly at: number; readonly piece: Piece; readonly block: TreeBlock}[] = [];
  let length = 0;
  for (const block of blocks) {
    starts.set(block, length);
    for (const piece of block.text?.pieces ?? []) {
      pieces.push({at: length + piece.at, piece, block});
    }
    length += block.text?.string.length ?? 0;
  }
  const text = blocks.map((block) => block.text?.string ?? '').join('');

  function firstAfter(place: number): number {
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const one = pieces[middle];
      if (one && one.at + one.piece.length <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    length,
    text,
    startOf: (block) => starts.get(block) ?? 0,
    cuts(from, to) {
      const cuts: Cut[] = [];
      if (from >= to) return cuts;
      for (let index = firstAfter(from); index < pieces.length; index++) {
        const one = pieces[index];
        if (!one || one.at >= to) break;
        const start = Math.max(from, one.at);
        const stop = Math.min(to, one.at + one.piece.length);
        const {piece, block} = one;
        const [at, own] = [start - one.at, text.slice(start, stop)];
        cuts.push({piece, block, from: at, length: stop - start, text: own});
      }
      return cuts;
    },
    blocksBetween(from, to) {
      return blocks.filter((block) => {
        const start = starts.get(block) ?? 0;
        return start <= to && start + (block.text?.string.length ?? 0) >= from;
      });
    },
  };
}

/** Stretches of equal text in the order of both texts. */
function sameText(
  {earlier: ones, later: others}: Group,
  shared: SharedTexts,
  earlier: Stream,
  later: Stream,
): readonly SharedStretch[] {
  const stretches = others.flatMap((other) =>
    ones.flatMap((one) =>
      shared.between(one, other).map(({from, to, length}) => ({
        from: from + earlier.startOf(one),
        to: to + later.startOf(other),
        length,
      })),
    ),
  );
  const inOrder =
    stretches.length < 2
      ? stretches
      : heaviestIncreasing(
          stretches
            .toSorted((a, b) => a.to - b.to)
            .map(({from, to, length}) => ({from, to, length, place: from, weight: length})),
        );
  const certain = withoutOverlap(inOrder).filter(
    ({from, to, length}) =>
      earlier.text.slice(from, from + length) === later.text.slice(to, to + length),
  );
  const all: SharedStretch[] = [];
  let [from, to] = [0, 0];
  for (const stretch of [...certain, {from: earlier.length, to: later.length, length: 0}]) {
    if (from < stretch.from && to < stretch.to) {
      const words = equalStretches(
        earlier.text.slice(from, stretch.from),
        later.text.slice(to, stretch.to),
      );
      const [gone, came] = [stretch.from - from, stretch.to - to];
      for (const word of withoutChance(words, gone, came)) {
        all.push({from: from + word.from, to: to + word.to, length: word.length});
      }
    }
    if (stretch.length > 0) all.push(stretch);
    [from, to] = [stretch.from + stretch.length, stretch.to + stretch.length];
  }
  return betweenWords(withoutIslands(all, earlier, later), earlier, later);
}

/** The same characters may have been found twice, after cutting, pasting and undoing. */
function withoutOverlap(stretches: readonly SharedStretch[]): readonly SharedStretch[] {
  const kept: SharedStretch[] = [];
  let [from, to] = [0, 0];
  for (const stretch of stretches) {
    const cut = Math.max(from - stretch.from, to - stretch.to, 0);
    if (cut >= stretch.length) continue;
    const {from: start, to: place, length} = stretch;
    kept.push({from: start + cut, to: place + cut, length: length - cut});
    [from, to] = [start + length, place + length];
  }
  return kept;
}

/**
 * Drops what is equal by chance: shorter than what changed on both sides of it (as N. Fraser's
 * diff-match-patch cleans up).
 */
function withoutChance(
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
function withoutIslands(
  stretches: readonly SharedStretch[],
  earlier: Stream,
  later: Stream,
): readonly SharedStretch[] {
  const kept: SharedStretch[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const before = kept.at(-1) ?? {from: 0, to: 0, length: 0};
    const after = stretches[index + 1] ?? {from: earlier.length, to: later.length};
    const isReplaced = (from: number, to: number) => from > 0 && to > 0;
    const text = earlier.text.slice(stretch.from, stretch.from + stretch.length);
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
function betweenWords(
  stretches: readonly SharedStretch[],
  earlier: Stream,
  later: Stream,
): readonly SharedStretch[] {
  const slid: SharedStretch[] = [];
  for (const stretch of stretches) {
    const before = slid.at(-1);
    const gone = before ? stretch.from - before.from - before.length : 0;
    const came = before ? stretch.to - before.to - before.length : 0;
    const by =
      before && (gone === 0) !== (came === 0)
        ? gone === 0
          ? slide(later.text, before.to + before.length, came, before.length, stretch.length)
          : slide(earlier.text, before.from + before.length, gone, before.length, stretch.length)
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

/** Cuts both so that their parts are equally long. */
function* sideBySide(ones: readonly Cut[], others: readonly Cut[]): Generator<readonly [Cut, Cut]> {
  let [index, used] = [0, 0];
  for (const other of others) {
    for (let at = 0; at < other.length;) {
      const one = ones[index];
      if (!one) return;
      const both = Math.min(other.length - at, one.length - used);
      yield [partOf(one, used, both), partOf(other, at, both)];
      at += both;
      used += both;
      if (used < one.length) continue;
      index++;
      used = 0;
    }
  }
}

/** From this place in a cut on, so much of it. */
export function partOf(cut: Cut, at: number, length: number): Cut {
  if (at === 0 && length === cut.length) return cut;
  const {piece, block, from, text} = cut;
  return {piece, block, from: from + at, length, text: text.slice(at, at + length)};
}
