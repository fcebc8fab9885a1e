/** What was taken out beside the letters of a passage, by what became of it: no text, only ids. */

import type {ClientId} from '@samenspel/shared';
import type {Range} from '../journal/structs.ts';
import type {Deed} from './difference/acts.ts';
import type {KnownMoment} from './known-moments.ts';
import type {LetterId} from './letter-order.ts';
import type {Piece} from './restore/pieces.ts';
import type {Side, Torn, TornWords} from './torn-words.ts';

/** A side of a letter, by the id that it was typed under. */
export interface Neighbour extends LetterId {
  readonly side: Side;
  /** What was taken out there stood before this UTF-16 unit of the line. */
  readonly before: number;
}

/** What was taken out at one place in one go, as it stood there. */
export interface Hole extends Torn {
  readonly before: number;
}

/** Whether a letter, by the id that it was typed under, went for good by this deed. */
export type IsGone = (letter: LetterId, deed: Deed) => boolean;

/** More than this at one place makes no story. */
const maxTorn = 2_000;
const maxLetters = 20_000;

/**
 * In the order of the line; what was taken out beside what was taken out is there too. What did not go
 * for good is left out, and what stood beside it goes with it.
 */
export function holesBeside(
  neighbours: readonly Neighbour[],
  torn: Pick<TornWords, 'beside'>,
  {authors, seq: end}: KnownMoment,
  isGone: IsGone,
): readonly Hole[] {
  const holes: Hole[] = [];
  const seen = new Set<Torn>();
  let letters = 0;

  function opened({client, from, to, deed}: Torn, before: number): readonly (Torn | Hole)[] {
    const inside: (Torn | Hole)[] = [];
    for (const part of authors.of(client as ClientId, from, to - from)) {
      for (let offset = 0; offset < part.length && letters < maxLetters; offset++, letters++) {
        const letter = {client: part.sourceClient, clock: part.sourceClock + offset};
        if (!isGone(letter, deed)) continue;
        const clock = part.clock + offset;
        inside.push(...torn.beside('before', letter));
        inside.push({client, from: clock, to: clock + 1, deed, before});
        inside.push(...torn.beside('after', letter));
      }
    }
    return inside;
  }

  for (const {side, before, ...letter} of neighbours) {
    // What comes first lies on top.
    const left: (Torn | Hole)[] = torn.beside(side, letter).toReversed();
    for (let next = left.pop(); next && seen.size < maxTorn; next = left.pop()) {
      if (next.deed.seq > end || seen.has(next)) continue;
      if ('before' in next) add(holes, next);
      else {
        // What came back may have gone from behind what had gone from behind it.
        seen.add(next);
        for (const one of opened(next, before).toReversed()) left.push(one);
      }
    }
  }
  return holes;
}

/**
 * Both sides of the letters of these pieces, as far as they lie in a part of the line.
 * @param start where the pieces begin in their line
 */
export function neighboursIn(
  pieces: readonly Piece[],
  start: number,
  {from, until}: {readonly from: number; readonly until: number},
): readonly Neighbour[] {
  const found: Neighbour[] = [];
  const put = (neighbour: Neighbour) => {
    if (neighbour.before >= from && neighbour.before <= until) found.push(neighbour);
  };
  let at = start;
  for (const {sourceClient: client, sourceClock, length} of pieces) {
    for (let clock = sourceClock; clock < sourceClock + length; clock++, at++) {
      put({client, clock, side: 'before', before: at});
      put({client, clock, side: 'after', before: at + 1});
    }
  }
  return found;
}

/** The ids under which these letters were typed at first. */
export function typedIn(
  holes: readonly Range[],
  {authors}: Pick<KnownMoment, 'authors'>,
): readonly Range[] {
  return holes.flatMap(({client, from, to}) =>
    authors.of(client as ClientId, from, to - from).map(({sourceClient, sourceClock, length}) => ({
      ...{client: sourceClient, from: sourceClock, to: sourceClock + length},
    })),
  );
}

function add(holes: Hole[], next: Hole): void {
  const last = holes.at(-1);
  const goesOn =
    last?.client === next.client &&
    last.to === next.from &&
    last.before === next.before &&
    last.deed === next.deed;
  if (last && goesOn) holes[holes.length - 1] = {...last, to: next.to};
  else holes.push(next);
}
