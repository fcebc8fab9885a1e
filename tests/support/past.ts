/** Documents with a past: several people writing through each other, on a clock that isn't steady. */

import type {Entry, Journal, NewEntry} from '@samenspel/server/journal/journal.ts';
import type {SealStore} from '@samenspel/server/journal/sealer.ts';
import {seal} from '@samenspel/server/journal/seal.ts';
import {emptyText, openLiveDocument} from '@samenspel/server/sync/live-document.ts';
import {
  beginning,
  type ClientId,
  type DocumentId,
  type EntryKind,
  type PersonId,
  type Seq,
} from '@samenspel/shared';
import * as Y from 'yjs';
import {edit} from './edits.ts';
import {type Random, seeded} from './random.ts';

export interface Past {
  /** Every row as it was appended: what sealing must never change a word of. */
  readonly rows: readonly Entry[];
  readonly pins: ReadonlySet<Seq>;
}

interface Author {
  readonly doc: Y.Doc;
  readonly person: PersonId;
  readonly clientId: ClientId;
  /** What the others wrote and hasn't reached them yet. */
  inbox: Uint8Array[];
}

const start = Date.UTC(2026, 2, 3, 12);

/** This many rows, appended to the journal as the server would, some of them pinned. */
export async function writePast(
  journal: Journal,
  documentId: DocumentId,
  {seed, edits, people}: {seed: number; edits: number; people: readonly PersonId[]},
): Promise<Past> {
  const random = seeded(seed);
  const authors = people.map((person, index) => authorOf(person, (seed % 1_000) * 10 + index));
  const owners = new Map(authors.map(({clientId, person}) => [clientId, person]));
  const limits = {maxDocumentBytes: 0, maxDocumentStructs: 0};
  const live = openLiveDocument(emptyText, owners, limits, () => 0);
  const rows: Entry[] = [];
  const pins = new Set<Seq>();
  let now = start;
  while (rows.length < edits) {
    const author = random.pick(authors);
    now += pauseMs(random);
    const written = write(author, random);
    const verdict = live.ingest(written, {personId: author.person, mayWrite: true});
    if (verdict.kind !== 'fresh') continue;
    for (const other of authors) if (other !== author) other.inbox.push(verdict.bytes);
    // The author too: Yjs may have cleaned up.
    author.inbox.push(verdict.bytes);
    const {bytes} = verdict;
    const kind: EntryKind = random.chance(0.01) ? 'restore' : 'edit';
    const {person: actor, clientId} = author;
    rows.push(await append(journal, rows, {documentId, at: now, actor, clientId, kind, bytes}));
    if (random.chance(0.06)) await pin(journal, documentId, random, rows, pins);
  }
  return {rows, pins};
}

/** Seals what is due, here and now; resolves with the number of segments. */
export async function sealAll(
  seals: SealStore,
  documentId: DocumentId,
  sealRows: number,
): Promise<number> {
  for (let count = 0; ; count++) {
    const unsealed = await seals.take(documentId, sealRows);
    if (!unsealed) return count;
    if (!(await seals.keep(seal(unsealed)))) throw new Error('Not kept');
    await seals.release(documentId);
  }
}

/** The end of a row's tick, worked out from the rows alone: at a pin, another second, another kind. */
export function tickEnd({rows, pins}: Past, seq: Seq): Seq {
  let index = seq - 1;
  for (; index + 1 < rows.length; index++) {
    const [row, next] = [rows[index], rows[index + 1]];
    if (!row || !next || pins.has(row.seq) || row.kind !== next.kind) break;
    if (Math.trunc(row.at / 1_000) !== Math.trunc(next.at / 1_000)) break;
  }
  return rows[index]?.seq ?? seq;
}

/** The updates of the rows up to a position. */
export function updatesUpTo({rows}: Past, seq: Seq): readonly Uint8Array[] {
  return rows.slice(0, seq).map(({bytes}) => bytes);
}

function authorOf(person: PersonId, number: number): Author {
  const doc = new Y.Doc();
  doc.clientID = number + 1;
  return {doc, person, clientId: doc.clientID as ClientId, inbox: []};
}

/** One to four edits in one message, on what has reached them so far. */
function write({doc, inbox}: Author, random: Random): Uint8Array {
  if (random.chance(0.7)) for (const update of inbox.splice(0)) Y.applyUpdate(doc, update);
  const before = Y.encodeStateVector(doc);
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array) => updates.push(update);
  doc.on('update', collect);
  for (let count = random.pick([1, 1, 1, 4]); count > 0; count--) edit(doc, random);
  doc.off('update', collect);
  return updates.length > 0 ? Y.mergeUpdates(updates) : Y.encodeStateAsUpdate(doc, before);
}

/** Mostly typing, sometimes thinking, now and then a clock that is put back. */
function pauseMs(random: Random): number {
  const dice = random.below(100);
  if (dice < 70) return random.below(300);
  if (dice < 95) return 900 + random.below(2_000);
  if (dice < 98) return random.below(900_000);
  return -random.below(5_000);
}

async function append(journal: Journal, rows: readonly Entry[], entry: NewEntry): Promise<Entry> {
  const [seq = beginning] = await journal.append([entry]);
  // A journal never lets time run backwards.
  return {...entry, seq, at: Math.max(entry.at, rows.at(-1)?.at ?? 0)};
}

async function pin(
  journal: Journal,
  documentId: DocumentId,
  random: Random,
  rows: readonly Entry[],
  pins: Set<Seq>,
): Promise<void> {
  const row = rows[Math.max(0, rows.length - 1 - random.below(5))];
  const kept = row && (await journal.pin(documentId, row.seq, 'a test'));
  if (kept) pins.add(kept);
}
