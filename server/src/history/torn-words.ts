/**
 * Words that were taken out of a line before it was moved, split off or made into something else. No hole
 * is left of them where the line stands now; but who typed it all in one go left out some of its ids.
 */

import type {ClientId} from '@samenspel/shared';
import type * as Y from 'yjs';
import type {Range} from '../journal/structs.ts';
import {overlapsWith} from '../journal/overlaps.ts';
import type {Attribution} from './provenance.ts';
import type {Authors} from './provenance/authors.ts';
import {type RangeMap, rangeMap} from './provenance/ranges.ts';
import type {Piece} from './restore/pieces.ts';

/** Where something stood. */
export interface Hole extends Range {
  /** This UTF-16 unit of the line comes after it. */
  readonly before: number;
}

/** Under which ids the same words stood at last. */
export interface Later {
  readonly later: {readonly client: number; readonly from: number};
}

/** The same characters under later ids. */
export interface Carried extends Range {
  readonly source: {readonly client: number; readonly from: number};
}

/** More than this at once is no slip of a word. */
const longest = 200;

/**
 * The ids behind each piece that was moved here, up to the next that is still there.
 * @param from where the pieces begin in their line
 */
export function tornFrom(
  pieces: readonly Piece[],
  from: number,
  holes: readonly Hole[],
  authors: Authors,
): readonly Hole[] {
  const taken = rangeMap<true>();
  const take = ({sourceClient, sourceClock, length}: Attribution) =>
    taken.set(sourceClient, sourceClock, length, true);
  pieces.forEach(take);
  // What was taken out here is told from the hole that it left here.
  for (const {client, from: clock, to} of holes) {
    authors.of(client as ClientId, clock, to - clock).forEach(take);
  }
  let before = from;
  return pieces.flatMap((piece) => {
    const {client, clock, sourceClient, sourceClock, length} = piece;
    before += length;
    const end = sourceClock + length;
    const [next] = taken.find(sourceClient, end, longest);
    const to = next?.clock ?? end + longest;
    const isMoved = client !== sourceClient || clock !== sourceClock;
    return isMoved && to > end ? [{client: sourceClient, from: end, to, before}] : [];
  });
}

/** Where these words were put down again after they were typed, oldest first. */
export function carriedOf(
  torn: readonly Hole[],
  attributions: readonly Attribution[],
): readonly Carried[] {
  if (torn.length === 0) return [];
  const isTorn = overlapsWith(torn);
  return attributions
    .filter(({sourceClient, sourceClock, length}) =>
      isTorn(sourceClient, sourceClock, sourceClock + length),
    )
    .map(({client, clock, length, sourceClient, sourceClock}) => ({
      ...{client, from: clock, to: clock + length},
      source: {client: sourceClient, from: sourceClock},
    }));
}

/** As much of a hole as was typed right behind what stands before it. */
export function asTyped({client, from, to, before}: Hole, items: RangeMap<Y.Item>): Hole {
  let end = from;
  for (const {clock, length, value} of items.find(client, from, to - from)) {
    const {id, origin} = value;
    const goesOn = id.clock < clock || (origin?.client === client && origin.clock === clock - 1);
    if (clock !== end || !goesOn) break;
    end = clock + length;
  }
  return {client, from, to: end, before};
}

/** A hole in as many parts as its words stood in at last. */
export function laterPlaces(
  {client, from, to, before}: Hole,
  carried: readonly Carried[],
): readonly (Hole & Later)[] {
  const last = rangeMap<Range>();
  for (const {source, ...range} of carried) {
    last.set(source.client, source.from, range.to - range.from, range);
  }
  const parts: (Hole & Later)[] = [];
  let at = from;
  const put = (end: number, later: Later['later']) => {
    if (at < end) parts.push({client, from: at, to: end, before, later});
    at = Math.max(at, end);
  };
  for (const {clock, length, value, offset} of last.find(client, from, to - from)) {
    put(clock, {client, from: at});
    put(clock + length, {client: value.client, from: value.from + offset});
  }
  put(to, {client, from: at});
  return parts;
}
