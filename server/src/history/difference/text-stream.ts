/** The text of some blocks as one, which is cut without losing what its characters are. */

import type {Piece, TreeBlock} from './text-tree.ts';

/** Characters of one piece. */
export interface Cut {
  readonly piece: Piece;
  /** Where in the piece. */
  readonly from: number;
  readonly length: number;
  readonly text: string;
  readonly block: TreeBlock;
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

export interface Stream {
  readonly length: number;
  readonly text: string;
  startOf(block: TreeBlock): number;
  cuts(from: number, to: number): readonly Cut[];
  /** Those that hold any of these characters, or end or begin beside them. */
  blocksBetween(from: number, to: number): readonly TreeBlock[];
}

export function streamOf(blocks: readonly TreeBlock[]): Stream {
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

/** Cuts both so that their parts are equally long. */
export function* sideBySide(
  ones: readonly Cut[],
  others: readonly Cut[],
): Generator<readonly [Cut, Cut]> {
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
