/** Which characters of the earlier text stand in the later one, found by the ids they were typed under. */

import {type RangeMap, rangeMap} from '../provenance/ranges.ts';
import type {Id, Piece, TreeBlock} from './text-tree.ts';

/** Characters that stand in both, one after the other. */
export interface SharedStretch {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** An earlier and a later block with text in common. */
export interface SharedText {
  readonly earlier: TreeBlock;
  readonly later: TreeBlock;
  /** In the order of the later text. */
  readonly stretches: readonly SharedStretch[];
  readonly length: number;
}

/** Part of some characters, and the id that the first of it has in the text where it stands. */
export interface Standing {
  readonly offset: number;
  readonly length: number;
  readonly id: Id;
}

export interface SharedTexts {
  readonly all: readonly SharedText[];
  between(earlier: TreeBlock, later: TreeBlock): readonly SharedStretch[];
  /** The parts of the characters that were typed under these ids which stand in the earlier text. */
  inEarlier(client: number, clock: number, length: number): readonly Standing[];
  /** … in the later text. */
  inLater(client: number, clock: number, length: number): readonly Standing[];
}

export function findSharedTexts(
  earlier: readonly TreeBlock[],
  later: readonly TreeBlock[],
): SharedTexts {
  const known = bySource(earlier);
  let kept: ReturnType<typeof bySource> | null = null;
  const found = new Map<TreeBlock, Map<TreeBlock, SharedStretch[]>>();
  const all: SharedText[] = [];
  for (const block of later) {
    const own = new Map<TreeBlock, SharedStretch[]>();
    for (const {sourceClient, sourceClock, length, at} of block.text?.pieces ?? []) {
      for (const range of known.find(sourceClient, sourceClock, length)) {
        const stretches = own.get(range.value.block) ?? [];
        const next = {
          from: range.value.piece.at + range.offset,
          to: at + range.clock - sourceClock,
          length: range.length,
        };
        add(stretches, next);
        own.set(range.value.block, stretches);
      }
    }
    found.set(block, own);
    for (const [one, stretches] of own) {
      const length = stretches.reduce((sum, stretch) => sum + stretch.length, 0);
      all.push({earlier: one, later: block, stretches, length});
    }
  }
  return {
    all,
    between: (one, other) => found.get(other)?.get(one) ?? [],
    inEarlier: (client, clock, length) => standing(known, client, clock, length),
    inLater(client, clock, length) {
      kept ??= bySource(later);
      return standing(kept, client, clock, length);
    },
  };
}

interface Place {
  readonly block: TreeBlock;
  readonly piece: Piece;
}

function bySource(blocks: readonly TreeBlock[]): RangeMap<Place> {
  const known = rangeMap<Place>();
  const places = blocks.flatMap((block) =>
    (block.text?.pieces ?? []).map((piece): Place => ({block, piece})),
  );
  // Ranges that are put in by growing ids need no room made for them; and numbers sort faster.
  const order = new Float64Array(places.length);
  for (const [index, {piece}] of places.entries()) {
    order[index] = piece.sourceClock * places.length + index;
  }
  for (const key of order.toSorted()) {
    const place = places[key % places.length];
    if (!place) continue;
    const {sourceClient, sourceClock, length} = place.piece;
    known.set(sourceClient, sourceClock, length, place);
  }
  return known;
}

function standing(
  known: RangeMap<Place>,
  client: number,
  clock: number,
  length: number,
): readonly Standing[] {
  return known.find(client, clock, length).map((range) => {
    const {piece} = range.value;
    const id = {client: piece.client, clock: piece.clock + range.offset};
    return {offset: range.clock - clock, length: range.length, id};
  });
}

function add(stretches: SharedStretch[], next: SharedStretch): void {
  const last = stretches.at(-1);
  if (last && last.from + last.length === next.from && last.to + last.length === next.to) {
    stretches[stretches.length - 1] = {...last, length: last.length + next.length};
  } else {
    stretches.push(next);
  }
}
