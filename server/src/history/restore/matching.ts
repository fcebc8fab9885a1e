/** Which characters of a line then are still there now. */

import {rangeMap} from '../provenance/ranges.ts';
import type {Piece} from './pieces.ts';

/** Characters that stand in both, by their place in each. */
export interface Kept {
  readonly was: number;
  readonly is: number;
  readonly length: number;
}

/**
 * By their own ids, whose order in one line never changes; or, in a line that was put in the place of
 * the other, by the ids that the characters had at first, as far as they are still in the same order.
 */
export type Identity = 'own' | 'source';

/** In the order of the text. */
export function matching(
  was: readonly Piece[],
  is: readonly Piece[],
  identity: Identity,
): readonly Kept[] {
  const places = rangeMap<{readonly at: number}>();
  let at = 0;
  for (const piece of is) {
    const {client, clock} = named(piece, identity);
    places.set(client, clock, piece.length, {at});
    at += piece.length;
  }
  const kept: Kept[] = [];
  let from = 0;
  let behind = 0;
  for (const piece of was) {
    const {client, clock} = named(piece, identity);
    for (const found of places.find(client, clock, piece.length)) {
      const place = found.value.at + found.offset;
      if (place < behind) continue;
      add(kept, {was: from + found.clock - clock, is: place, length: found.length});
      behind = place + found.length;
    }
    from += piece.length;
  }
  return kept;
}

function named(piece: Piece, identity: Identity) {
  return identity === 'own'
    ? {client: piece.client, clock: piece.clock}
    : {client: piece.sourceClient, clock: piece.sourceClock};
}

function add(kept: Kept[], next: Kept): void {
  const last = kept.at(-1);
  const continues =
    last && last.was + last.length === next.was && last.is + last.length === next.is;
  if (continues) kept[kept.length - 1] = {...last, length: last.length + next.length};
  else kept.push(next);
}
