/**
 * What the whole journal of a document tells of its letters, for who asks about a passage: read once,
 * and from then on only what was written since.
 */

import {beginning, type DocumentId, type Seq} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import type {Journal, Trace} from '../journal/journal.ts';
import {type Acts, bothActs, longActsOf, noActs} from './difference/acts.ts';
import {othersFirst} from '../others-first.ts';
import type {AttributionRow} from './provenance.ts';
import {type LetterOrder, openLetterOrder} from './letter-order.ts';
import {openTornWords, type TornWords} from './torn-words.ts';

export interface Life {
  /** Who typed a letter, and who took it out. */
  readonly acts: Acts;
  /** What stood beside a letter, and was taken out. */
  readonly torn: Pick<TornWords, 'beside'>;
}

export interface KnownLives {
  /** All that is in the journal now. */
  of(documentId: DocumentId): Promise<Life>;
}

export interface KnownLivesDeps {
  readonly journal: Pick<Journal, 'stretches' | 'provenance'>;
  readonly clock: Pick<Clock, 'after'>;
}

interface Known extends Life {
  /** The last position that was read. */
  readonly seq: Seq;
  readonly order: LetterOrder;
  readonly torn: TornWords;
  /** What was learned at once, and what came since. */
  readonly base: Acts;
  readonly recent: readonly Trace[];
}

interface Kept {
  readonly life: Promise<Known>;
  /** Stops the wait for nobody asking any more. */
  readonly rest: () => void;
}

/** Long enough for who reads a text and asks now and then: reading a long life anew takes a second. */
const keepMs = 600_000;
/** Of a document that 260,000 edits were made in, one takes some 25 MB. */
const maxLives = 4;
/** What as many entries told is read in a few milliseconds. */
const atOnce = 2_000;
/** Over more entries than these a new table is begun. */
const maxRecent = 2_000;

export function openKnownLives({journal, clock}: KnownLivesDeps): KnownLives {
  const lives = new Map<DocumentId, Kept>();

  async function bring(documentId: DocumentId, known: Known): Promise<Known> {
    const fresh: Trace[] = [];
    for await (const {traces, structs} of journal.stretches(documentId, known.seq)) {
      known.order.learn(structs);
      for (const trace of traces) if (trace.mark.seq > known.seq) fresh.push(trace);
    }
    fresh.sort((one, other) => one.mark.seq - other.mark.seq);
    const seq = fresh.at(-1)?.mark.seq;
    if (seq === undefined) return known;
    const told = await toldUpTo(documentId, known.seq, seq);
    const recent = [...known.recent, ...fresh];
    const acts = bothActs(known.base, await longActsOf(recent));
    await known.torn.learn(fresh, acts, told);
    const isFull = recent.length > maxRecent;
    return {...known, seq, acts, base: isFull ? acts : known.base, recent: isFull ? [] : recent};
  }

  async function toldUpTo(documentId: DocumentId, after: Seq, until: Seq) {
    const told: AttributionRow[] = [];
    for (let from = after; from < until; from = (from + atOnce) as Seq) {
      const to = Math.min(from + atOnce, until) as Seq;
      for (const row of await journal.provenance.until(documentId, to, from)) told.push(row);
      await othersFirst();
    }
    return told;
  }

  return {
    of(documentId) {
      const before = lives.get(documentId);
      before?.rest();
      // What failed half-way is read anew.
      const life = (before?.life ?? Promise.resolve(begin()))
        .catch(begin)
        .then((known) => bring(documentId, known));
      // The one that was asked for last comes last.
      lives.delete(documentId);
      lives.set(documentId, {life, rest: clock.after(keepMs, () => lives.delete(documentId))});
      for (const [oldest, {rest}] of lives) {
        if (lives.size <= maxLives) break;
        rest();
        lives.delete(oldest);
      }
      return life;
    },
  };
}

function begin(): Known {
  const order = openLetterOrder();
  const torn = openTornWords(order);
  return {seq: beginning, order, torn, acts: noActs, base: noActs, recent: []};
}
