/**
 * Moments that somebody asks about, with whose words are in them: who asks about one passage asks about
 * the next, and while others write the next moment is a few entries further.
 */

import {
  beginning,
  type ClientId,
  type DocumentId,
  type PersonId,
  type Seq,
} from '@samenspel/shared';
import * as Y from 'yjs';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import type {Claims, Journal} from '../journal/journal.ts';
import {documentOf, replaying} from '../journal/state.ts';
import type {AttributionRow} from './provenance.ts';
import {type Authors, openAuthors} from './provenance/authors.ts';

export interface KnownMoment {
  readonly seq: Seq;
  /** Made for this, never the live one; not to be changed. */
  readonly doc: Y.Doc;
  /** Whose words they are, as it was known then. */
  readonly authors: Authors;
  /** What entries up to it attributed, oldest first. */
  readonly attributions: readonly AttributionRow[];
}

export interface KnownMoments {
  /**
   * Looks at the end of the tick that holds this position. Of a document one look is over before the
   * next one begins: its moment may become that one's.
   * @throws AppError 'not_found' when there is no such moment
   * @throws AppError 'damaged' with the nearest moment that can be read
   */
  at<T>(documentId: DocumentId, seq: Seq, look: (moment: KnownMoment) => Promise<T>): Promise<T>;
}

export interface KnownMomentsDeps {
  readonly journal: Pick<Journal, 'head' | 'moment' | 'replay' | 'since' | 'provenance'>;
  readonly claims: Pick<Claims, 'all'>;
  readonly clock: Pick<Clock, 'after'>;
}

interface Kept extends KnownMoment {
  readonly attributions: AttributionRow[];
  readonly owners: Map<ClientId, PersonId>;
  /** Where the journal ended then. */
  readonly head: Seq | null;
}

interface Desk {
  line: Promise<unknown>;
  kept: Kept | null;
  /** All that was attributed up to the last moment that was asked for: it is only ever added to. */
  readonly told: AttributionRow[];
  /** Stops the wait for nobody asking any more. */
  rest: () => void;
}

/** Documents of which one is kept: of a hundred pages it takes some 30 MB. */
const maxDesks = 2;
const keepMs = 60_000;
/** Over more entries than this a fresh look costs less than going on from the last one. */
const farEntries = 600;

export function openKnownMoments({journal, claims, clock}: KnownMomentsDeps): KnownMoments {
  const desks = new Map<DocumentId, Desk>();

  /** The one that was asked for last comes last. */
  function deskOf(documentId: DocumentId): Desk {
    const desk = desks.get(documentId) ?? beginDesk();
    desk.rest();
    desk.rest = clock.after(keepMs, () => desks.delete(documentId));
    desks.delete(documentId);
    desks.set(documentId, desk);
    for (const [oldest, {rest}] of desks) {
      if (desks.size <= maxDesks) break;
      rest();
      desks.delete(oldest);
    }
    return desk;
  }

  async function bring(desk: Desk, documentId: DocumentId, asked: Seq): Promise<Kept> {
    const known = desk.kept;
    const head = await journal.head(documentId);
    // What is written goes on a tick that was the last: then its end is another one.
    if (known?.seq === asked && (known.seq < (known.head ?? 0) || known.head === head))
      return known;
    // Half of the way is no moment.
    desk.kept = null;
    const moment = await journal.moment(documentId, asked);
    if (!moment) throw new AppError('not_found', {documentId});
    const isNear = known && moment.seq >= known.seq && moment.seq - known.seq <= farEntries;
    const kept = isNear
      ? await goOn(documentId, known, moment.seq, head)
      : await begin(desk, documentId, moment.seq, head);
    desk.kept = kept;
    return kept;
  }

  async function begin(
    {told}: Desk,
    documentId: DocumentId,
    asked: Seq,
    head: Seq | null,
  ): Promise<Kept> {
    const replay = await journal.replay(documentId, asked);
    if (!replay) throw new AppError('not_found', {documentId});
    const owners = new Map(await claims.all(documentId));
    const last = told.at(-1)?.seq ?? beginning;
    if (last < replay.seq) {
      for (const row of await journal.provenance.until(documentId, replay.seq, last))
        told.push(row);
    }
    const end = told.findIndex(({seq}) => seq > replay.seq);
    const attributions = end < 0 ? [...told] : told.slice(0, end);
    const authors = openAuthors(owners);
    authors.learn(attributions);
    const doc = documentOf(replay.state, replay.updates);
    return {seq: replay.seq, head, doc, owners, authors, attributions};
  }

  async function goOn(
    documentId: DocumentId,
    known: Kept,
    seq: Seq,
    head: Seq | null,
  ): Promise<Kept> {
    const {doc, owners, authors, attributions} = known;
    const entries = await journal.since(documentId, known.seq, seq);
    const told = await journal.provenance.until(documentId, seq, known.seq);
    for (const [clientId, person] of await claims.all(documentId)) owners.set(clientId, person);
    replaying(doc, () => entries.forEach(({bytes}) => Y.applyUpdate(doc, bytes)));
    authors.learn(told);
    attributions.push(...told);
    return {...known, seq, head};
  }

  return {
    at(documentId, seq, look) {
      const desk = deskOf(documentId);
      const done = desk.line.then(async () => look(await bring(desk, documentId, seq)));
      desk.line = done.catch(() => undefined);
      return done;
    },
  };
}

function beginDesk(): Desk {
  return {line: Promise.resolve(), kept: null, told: [], rest: () => {}};
}
