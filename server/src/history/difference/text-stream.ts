/** The text of some blocks as one, which is cut without losing what its characters are. */

import type {Piece, TreeBlock} from './text-tree.ts';

/** Characters that stand together in a block. */
export interface Cut {
  readonly block: TreeBlock;
  /** The first of them is in it; the others are too, or have the same look. */
  readonly piece: Piece;
  /** Where in the piece. */
  readonly from: number;
  readonly length: number;
}

/** Text that stands in both, by its place in each. */
export interface CutPair {
  readonly earlier: Cut;
  readonly later: Cut;
}

export function textOf({block, piece, from, length}: Cut): string {
  const start = piece.at + from;
  return block.text?.string.slice(start, start + length) ?? '';
}

/** The text of a block in as few parts as it has looks. */
export function looksIn(block: TreeBlock): readonly Cut[] {
  const {string, pieces} = block.text ?? {string: '', pieces: []};
  const cuts: Cut[] = [];
  for (let index = 0; index < pieces.length;) {
    const piece = pieces[index];
    if (!piece) break;
    let next = pieces[++index];
    while (next && isAlike(next, piece)) next = pieces[++index];
    cuts.push({block, piece, from: 0, length: (next?.at ?? string.length) - piece.at});
  }
  return cuts;
}

function isAlike({look, type}: Piece, other: Piece): boolean {
  // Inline nodes stay apart: each is one character.
  return type === 'text' && other.type === 'text' && isSameLook(look, other.look);
}

function isSameLook(one: Piece['look'], other: Piece['look']): boolean {
  return one === other || one.key === other.key;
}

/** The whole text of a block. */
export function cutsOf(block: TreeBlock): readonly Cut[] {
  const pieces = block.text?.pieces ?? [];
  return pieces.map((piece) => ({block, piece, from: 0, length: piece.length}));
}

export interface Stream {
  readonly length: number;
  readonly text: string;
  startOf(block: TreeBlock): number;
  cuts(from: number, to: number): readonly Cut[];
  /** Those that hold any of these characters, or end or begin beside them. */
  blocksBetween(from: number, to: number): readonly TreeBlock[];
}

export function streamOf(blocks: readonly TreeBlock[]): Stream {
  const starts: number[] = [];
  let length = 0;
  for (const block of blocks) {
    starts.push(length);
    length += lengthOf(block);
  }
  return {
    length,
    text: blocks.map(({text}) => text?.string ?? '').join(''),
    startOf: (block) => starts[blocks.indexOf(block)] ?? 0,
    cuts(from, to) {
      const cuts: Cut[] = [];
      if (from >= to) return cuts;
      for (const [index, block] of blocks.entries()) {
        const start = starts[index] ?? 0;
        if (start >= to) break;
        if (start + lengthOf(block) > from) addCuts(cuts, block, from - start, to - start);
      }
      return cuts;
    },
    blocksBetween(from, to) {
      return blocks.filter((block, index) => {
        const start = starts[index] ?? 0;
        return start <= to && start + lengthOf(block) >= from;
      });
    },
  };
}

function addCuts(cuts: Cut[], block: TreeBlock, from: number, to: number): void {
  const pieces = block.text?.pieces ?? [];
  for (let index = firstEndingAfter(pieces, from); index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece || piece.at >= to) break;
    const start = Math.max(from, piece.at);
    const stop = Math.min(to, piece.at + piece.length);
    cuts.push({block, piece, from: start - piece.at, length: stop - start});
  }
}

function firstEndingAfter(pieces: readonly Piece[], place: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const piece = pieces[middle];
    if (piece && piece.at + piece.length <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cuts both so that their parts are equally long, and no more often than what they look like asks. */
export function sideBySide(ones: readonly Cut[], others: readonly Cut[]): readonly CutPair[] {
  const pairs: CutPair[] = [];
  let [index, used] = [0, 0];
  for (const other of others) {
    for (let at = 0; at < other.length;) {
      const one = ones[index];
      if (!one) return pairs;
      const both = Math.min(other.length - at, one.length - used);
      addPair(pairs, partOf(one, used, both), partOf(other, at, both));
      at += both;
      used += both;
      if (used < one.length) continue;
      index++;
      used = 0;
    }
  }
  return pairs;
}

function addPair(pairs: CutPair[], earlier: Cut, later: Cut): void {
  const last = pairs.at(-1);
  const goesOn =
    last !== undefined &&
    last.earlier.block === earlier.block &&
    last.later.block === later.block &&
    isAlike(last.earlier.piece, earlier.piece) &&
    isAlike(last.later.piece, later.piece) &&
    isSameLook(earlier.piece.look, later.piece.look);
  if (goesOn) {
    pairs[pairs.length - 1] = {
      earlier: longer(last.earlier, earlier.length),
      later: longer(last.later, later.length),
    };
  } else {
    pairs.push({earlier, later});
  }
}

function longer({block, piece, from, length}: Cut, by: number): Cut {
  return {block, piece, from, length: length + by};
}

/** From this place in a cut on, so much of it. */
export function partOf(cut: Cut, at: number, length: number): Cut {
  if (at === 0 && length === cut.length) return cut;
  const {block, piece, from} = cut;
  return {block, piece, from: from + at, length};
}

function lengthOf({text}: TreeBlock): number {
  return text?.string.length ?? 0;
}
