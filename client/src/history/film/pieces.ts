/** A film of a whole life is asked for in pieces, and only where somebody looks. */

import type {Seq} from '@samenspel/shared';
import {type Axis, seqAt} from './axis.ts';

export interface Piece {
  readonly from: Seq;
  readonly until: Seq;
  /** At most so many. */
  readonly steps: number;
}

const mostPieces = 16;
const entriesPerPiece = 110;
/** All pieces together are finer than a slider is wide on a phone. */
const stepsPerPiece = 48;
/** So many that dragging from end to end in a few seconds never stands still. */
const overviewSteps = 120;
/** Every change on either side of a position. */
const nearby = 30;

/** Oldest first; each begins where the one before it ends. */
export function piecesOf(axis: Axis): readonly Piece[] {
  const [first, last] = [axis.bars[0]?.from, axis.bars.at(-1)?.until];
  if (first === undefined || last === undefined) return [];
  const count = Math.min(mostPieces, Math.ceil((last - first + 1) / entriesPerPiece));
  if (count <= 1) return [{from: first, until: last, steps: entriesPerPiece}];
  const edges = Array.from({length: count - 1}, (_, index) =>
    seqAt(axis, ((index + 1) * axis.length) / count),
  );
  const ends = [...new Set([first, ...edges.flatMap((edge) => edge ?? []), last])];
  return ends.slice(1).map((until, index) => ({
    from: ends[index] ?? first,
    until,
    steps: stepsPerPiece,
  }));
}

/** The whole life in few steps: what is shown where no finer piece is here yet; null when there is one. */
export function overviewOf(pieces: readonly Piece[]): Piece | null {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last || pieces.length < 2) return null;
  return {from: first.from, until: last.until, steps: overviewSteps};
}

/** The piece that holds this position, by its number. */
export function pieceIndex(pieces: readonly Piece[], seq: Seq): number {
  return Math.max(
    0,
    pieces.findIndex(({until}) => until >= seq),
  );
}

/** Around a position, with every change in it. */
export function closeTo(seq: Seq, head: Seq): Piece {
  const from = Math.max(1, seq - nearby) as Seq;
  const until = Math.max(from, Math.min(head, seq + nearby)) as Seq;
  return {from, until, steps: 2 * nearby + 1};
}
