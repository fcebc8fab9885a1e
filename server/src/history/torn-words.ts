/**
 * Beside which letters stood what was taken out of a text: those that stayed just then, by the ids that
 * they were typed under. So it is found with them wherever they have been since.
 */

import type {ClientId} from '@samenspel/shared';
import type {Trace} from '../journal/journal.ts';
import {othersFirst} from '../others-first.ts';
import type {Range} from '../journal/structs.ts';
import type {Acts, Deed} from './difference/acts.ts';
import type {LetterId, LetterOrder, Letters} from './letter-order.ts';
import type {AttributionRow} from './provenance.ts';
import {openAuthors} from './provenance/authors.ts';
import {type RangeMap, rangeMap} from './provenance/ranges.ts';

/** Letters that were taken out together, by the ids that they stood under. */
export interface Torn extends Range {
  readonly deed: Deed;
}

export type Side = 'before' | 'after';

export interface TornWords {
  /**
   * What entries did that come after all that was learned, by position; others go first now and then.
   * @param acts of all entries of the document
   * @param attributions what these entries told, oldest first
   */
  learn(
    traces: readonly Trace[],
    acts: Acts,
    attributions: readonly AttributionRow[],
  ): Promise<void>;
  /** What was taken out next to the letter that was typed under this id; in the order of the line. */
  beside(side: Side, letter: LetterId): readonly Torn[];
}

/** Entries that some milliseconds go by with, also where much was taken out. */
const atOnce = 200;

/** What is left of a line to stand beside. */
type IsThere = (client: number, clock: number) => boolean;

/** @param order has learned what the entries wrote */
export function openTornWords(order: LetterOrder): TornWords {
  // A letter has one author and one source here: whose it is nobody asks.
  const authors = openAuthors(new Map());
  const found = {before: openShelf(), after: openShelf()};
  /** Out of lines in which nothing was left, until something is written there. */
  const waiting = new Map<object, readonly Torn[]>();

  function sourceOf({client, clock}: LetterId): LetterId {
    const [part] = authors.of(client as ClientId, clock, 1);
    return part ? {client: part.sourceClient, clock: part.sourceClock} : {client, clock};
  }

  function tear(removed: readonly Range[], deed: Deed, acts: Acts, carried: Carried | null): void {
    // Of what one person did in one second nobody knows any more what came first.
    const end = beginningOf(deed) < deed.seq ? deed.seq + 1 : deed.seq;
    const wasThere: IsThere = (client, clock) => (acts.wrote(client, clock)?.seq ?? 0) < end;
    // What goes in one go hangs together from left to right: the first of it stands beside what stays.
    const isLeft: IsThere = (client, clock) =>
      (acts.deleted(client, clock)?.seq ?? Infinity) >= deed.seq && wasThere(client, clock);
    const isRight: IsThere = (client, clock) =>
      isLeft(client, clock) &&
      (acts.deleted(client, clock)?.seq !== deed.seq ||
        isCarried(carried, sourceOf({client, clock})));
    for (const letters of removed.flatMap((range) => order.lettersIn(range))) {
      for (const {client, from, to} of carried ? notCarried(letters, carried) : [letters]) {
        const torn = {client, from, to, deed};
        const left = order.nearest('left', {client, clock: from}, isLeft);
        const right = left ? null : order.nearest('right', {client, clock: to - 1}, isRight);
        if (left) found.after.put(sourceOf(left), torn);
        else if (right) found.before.put(sourceOf(right), torn);
        else waiting.set(letters.line, [...(waiting.get(letters.line) ?? nothing), torn]);
      }
    }
  }

  /** What was taken out of a line altogether stands before what comes there next. */
  function settle({client, from, to, line}: Letters, {seq}: Deed, acts: Acts): void {
    let clock = from;
    while (clock < to && (acts.deleted(client, clock)?.seq ?? Infinity) <= seq) clock++;
    if (clock === to) return;
    for (const torn of waiting.get(line) ?? nothing) {
      found.before.put(sourceOf({client, clock}), torn);
    }
    waiting.delete(line);
  }

  function notCarried(letters: Letters, carried: Carried): readonly Range[] {
    const {client, from, to} = letters;
    return authors.of(client as ClientId, from, to - from).flatMap((part) => {
      const {clock, length, sourceClient, sourceClock} = part;
      const left: Range[] = [];
      let at = clock;
      const leave = (end: number) => {
        if (at < end) left.push({client, from: at, to: end});
      };
      for (const one of carried.find(sourceClient, sourceClock, length)) {
        const here = clock + one.clock - sourceClock;
        // It was put down here and taken out again within a second.
        if (one.value.client === client && one.value.clock + one.offset === here) continue;
        leave(here);
        at = here + one.length;
      }
      leave(clock + length);
      return left;
    });
  }

  return {
    async learn(traces, acts, attributions) {
      let told = 0;
      for (const [place, {mark, wrote, removed}] of traces.entries()) {
        if (place % atOnce === atOnce - 1) await othersFirst();
        for (let row = attributions[told]; row && row.seq <= mark.seq; row = attributions[++told]) {
          authors.learn([row]);
        }
        if (removed.length > 0) tear(removed, mark, acts, carriedBy(mark, attributions, told));
        if (waiting.size === 0) continue;
        for (const letters of wrote.flatMap((range) => order.lettersIn(range))) {
          if (waiting.has(letters.line)) settle(letters, mark, acts);
        }
      }
    },
    beside: (side, letter) => found[side].at(letter),
  };
}

/** What an entry took away and put down again, by the ids that it was typed under. */
type Carried = RangeMap<AttributionRow>;

/**
 * Null when that is nothing.
 * @param told what comes from here on came later
 */
function carriedBy(
  deed: Deed,
  attributions: readonly AttributionRow[],
  told: number,
): Carried | null {
  const began = beginningOf(deed);
  let carried: Carried | null = null;
  for (let at = told - 1; (attributions[at]?.seq ?? 0) >= began; at--) {
    const row = attributions[at];
    carried ??= rangeMap();
    if (row) carried.set(row.sourceClient, row.sourceClock, row.length, row);
  }
  return carried;
}

function isCarried(carried: Carried | null, {client, clock}: LetterId): boolean {
  return carried !== null && carried.find(client, clock, 1).length > 0;
}

/** What is sealed into one second begins earlier than it ends. */
function beginningOf({seq, first}: Deed): number {
  return first?.seq ?? seq;
}

const nothing: readonly Torn[] = [];

/** What stands beside a letter, by its id. */
function openShelf() {
  const clients = new Map<number, Map<number, Torn[]>>();
  return {
    put({client, clock}: LetterId, torn: Torn): void {
      const letters = clients.get(client) ?? new Map<number, Torn[]>();
      clients.set(client, letters);
      const here = letters.get(clock);
      if (here) here.push(torn);
      else letters.set(clock, [torn]);
    },
    at: ({client, clock}: LetterId): readonly Torn[] => clients.get(client)?.get(clock) ?? nothing,
  };
}
