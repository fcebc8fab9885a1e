/**
 * What the whole journal of a document tells of its letters, for who asks about a passage: read once,
 * and from then on only what was written since.
 */

import {beginning, type DocumentId, type Seq} from '@samenspel/shared';
import type {Journal, Trace} from '../journal/journal.ts';
import {type Acts, bothActs, longActsOf, noActs} from './difference/acts.ts';
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

interface Known extends Life {
  /** The last position that was read. */
  readonly seq: Seq;
  readonly order: LetterOrder;
  readonly torn: TornWords;
  /** What was learned at once, and what came since. */
  readonly base: Acts;
  readonly recent: readonly Trace[];
}

/** Of a document that 260,000 edits were made in, one takes some 25 MB. */
const maxLives = 4;
/** Over more entries than these a new table is begun. */
const maxRecent = 2_000;

export function openKnownLives(journal: Pick<Journal, 'stretches' | 'provenance'>): KnownLives {
  const lives = new Map<DocumentId, Promise<Known>>();

  async function bring(documentId: DocumentId, known: Known): Promise<Known> {
    const fresh: Trace[] = [];
    for await (const {traces, structs} of journal.stretches(documentId, known.seq)) {
      known.order.learn(structs);
      for (const trace of traces) if (trace.mark.seq > known.seq) fresh.push(trace);
    }
    fresh.sort((one, other) => one.mark.seq - other.mark.seq);
    const seq = fresh.at(-1)?.mark.seq;
    if (seq === undefined) return known;
    const told = await journal.provenance.until(documentId, seq, known.seq);
    await new Promise((resolve) => setImmediate(resolve));
    const recent = [...known.recent, ...fresh];
    const acts = bothActs(known.base, await longActsOf(recent));
    await known.torn.learn(fresh, acts, told);
    const isFull = recent.length > maxRecent;
    return {...known, seq, acts, base: isFull ? acts : known.base, recent: isFull ? [] : recent};
  }

  return {
    of(documentId) {
      const before = lives.get(documentId) ?? Promise.resolve(begin());
      // What failed half-way is read anew.
      const life = before.catch(begin).then((known) => bring(documentId, known));
      lives.delete(documentId);
      lives.set(documentId, life);
      for (const oldest of lives.keys()) {
        if (lives.size <= maxLives) break;
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
