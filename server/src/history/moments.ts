/** Cuts a document's journal into moments: stretches of writing without a long pause, within one day. */

import {amsterdamDay, type Day, type EntryKind, type PersonId, type Seq} from '@samenspel/shared';
import type {EntryMark} from '../journal/journal.ts';

/** A stretch of writing; `seq` is its last journal position. */
export interface Moment {
  readonly seq: Seq;
  readonly from: number;
  readonly until: number;
  /** Who wrote in it, in order of appearance; empty for text that came with the product. */
  readonly actors: readonly PersonId[];
  readonly kind: EntryKind;
}

/** Longer than this without a letter, and what follows is another moment. */
export const pauseMs = 5 * 60_000;

const hourMs = 3_600_000;

/** The moments of these entries, oldest first; entries are in journal order. */
export function moments(marks: readonly EntryMark[]): readonly Moment[] {
  const sameDay = dayComparer();
  const found: Moment[] = [];
  for (const mark of marks) {
    const last = found.at(-1);
    if (last && continues(last, mark) && sameDay(last.until, beganAt(mark))) {
      found[found.length - 1] = extend(last, mark);
    } else {
      found.push(begin(mark));
    }
  }
  return found;
}

function continues(last: Moment, mark: EntryMark): boolean {
  return last.kind === mark.kind && beganAt(mark) - last.until <= pauseMs;
}

function begin(mark: EntryMark): Moment {
  const {seq, at, actor, kind} = mark;
  return {seq, from: beganAt(mark), until: at, actors: actor === null ? [] : [actor], kind};
}

function extend(moment: Moment, {seq, at, actor}: EntryMark): Moment {
  const isNew = actor !== null && !moment.actors.includes(actor);
  return {
    ...moment,
    // Sealed entries of one second reach past each other.
    seq: Math.max(moment.seq, seq) as Seq,
    until: Math.max(moment.until, at),
    actors: isNew ? [...moment.actors, actor] : moment.actors,
  };
}

/** A sealed entry stands for several rows. */
function beganAt({first, at}: EntryMark): number {
  return first?.at ?? at;
}

/** Naming a day is slow, and a day in Amsterdam begins on a whole hour of UTC: ask once per hour. */
function dayComparer(): (one: number, other: number) => boolean {
  let hour = NaN;
  let day: Day | null = null;
  const dayOf = (at: number): Day => {
    const asked = Math.floor(at / hourMs);
    if (day === null || asked !== hour) {
      hour = asked;
      day = amsterdamDay(at);
    }
    return day;
  };
  return (one, other) => dayOf(one) === dayOf(other);
}
