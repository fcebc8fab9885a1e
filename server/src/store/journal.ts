/** The journal and the claims in SQLite: the only place where hot statements are prepared by hand. */

import type {ClientId, DocumentId, PersonId, Seq} from '@samenspel/shared';
import Database from 'better-sqlite3';
import {AppError} from '../errors.ts';
import type {Claims, Journal, NewEntry} from '../journal/journal.ts';
import {openStretches} from '../journal/stretches.ts';
import {entriesOf, latestOf, momentOf, pinnableAt, replayTo} from '../journal/past.ts';
import {stateOf} from '../journal/state.ts';
import {asAppError, type Disk} from './disk.ts';
import {openProvenance} from './provenance.ts';
import {schemaRaiser} from './schema-versions.ts';
import {putHeadSql} from './seals.ts';
import {openShelf} from './shelf.ts';

interface Waiting {
  readonly entries: readonly NewEntry[];
  readonly resolve: (seqs: readonly Seq[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Appends of one turn of the event loop share one transaction and so one fsync; when it fails for
 * one of them (a document that is gone) the others are tried on their own.
 */
export function openJournal({sqlite, exclusively}: Disk): Journal {
  const advance = sqlite.prepare<
    [number, number, PersonId | null, string],
    {head: Seq; changed_at: number}
  >(
    `update document set head = head + 1, changed_at = max(changed_at, ?),
       changed_by = iif(?, ?, changed_by) where id = ? returning head, changed_at`,
  );
  const insert = sqlite.prepare(
    'insert into journal (document, seq, at, actor, client_id, kind, bytes) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const shelf = openShelf(sqlite);
  const putHead = sqlite.prepare(putHeadSql);
  const addPin = sqlite.prepare(
    'insert into pin (document, seq, reason) values (?, ?, ?) on conflict do nothing',
  );
  const pin = sqlite.transaction((documentId: DocumentId, seq: Seq, reason: string) => {
    const kept = pinnableAt(shelf, documentId, seq);
    if (kept !== null) addPin.run(documentId, kept, reason);
    return kept;
  });
  const touch = sqlite.prepare(
    "insert into meta (key, value) values ('probe', ?) on conflict (key) do update set value = excluded.value",
  );

  const provenance = openProvenance(sqlite);
  const raiseSchema = schemaRaiser(sqlite);

  function write(entries: readonly NewEntry[]): readonly Seq[] {
    return entries.map((entry) => {
      const {documentId, at, actor, clientId, kind, bytes, told, schema} = entry;
      if (schema !== undefined) raiseSchema(documentId, schema);
      const moved = advance.get(at, actor === null ? 0 : 1, actor, documentId);
      if (!moved) throw new AppError('not_found', {documentId});
      insert.run(documentId, moved.head, moved.changed_at, actor, clientId, kind, bytes);
      if (told) provenance.write(documentId, moved.head, told);
      return moved.head;
    });
  }
  const writeAll = sqlite.transaction((batch: readonly Waiting[]) =>
    batch.map(({entries}) => write(entries)),
  );

  let queue: Waiting[] = [];

  async function flush(): Promise<void> {
    const batch = queue;
    queue = [];
    try {
      const results = await exclusively(() => writeAll.immediate(batch));
      batch.forEach(({resolve}, index) => resolve(results[index] ?? []));
    } catch (cause) {
      if (batch.length === 1) return batch[0]?.reject(asAppError(cause));
      for (const one of batch) await alone(one);
    }
  }

  async function alone(one: Waiting): Promise<void> {
    try {
      const [seqs] = await exclusively(() => writeAll.immediate([one]));
      one.resolve(seqs ?? []);
    } catch (cause) {
      one.reject(asAppError(cause));
    }
  }

  async function orUnavailable<T>(work: () => T): Promise<T> {
    try {
      return await exclusively(work);
    } catch (cause) {
      throw asAppError(cause);
    }
  }

  return {
    provenance,
    append(entries) {
      return new Promise((resolve, reject) => {
        if (queue.length === 0) setImmediate(() => void flush());
        queue.push({entries, resolve, reject});
      });
    },
    async since(documentId, seq, until) {
      return shelf.snapshot(() => entriesOf(shelf, documentId, seq, until));
    },
    ...openStretches(shelf),
    async head(documentId) {
      return shelf.head(documentId);
    },
    async moment(documentId, seq) {
      return shelf.snapshot(() => momentOf(shelf, documentId, seq));
    },
    async replay(documentId, seq) {
      return shelf.snapshot(() => replayTo(shelf, documentId, seq));
    },
    async latest(documentId) {
      return shelf.snapshot(() => latestOf(shelf, documentId));
    },
    async keep(documentId, seq, state) {
      const {sha256} = stateOf(documentId, seq, state);
      await orUnavailable(() => putHead.run(seq, sha256, state, documentId));
    },
    pin: (documentId, seq, reason) => orUnavailable(() => pin.immediate(documentId, seq, reason)),
    async probe(bytes) {
      await orUnavailable(() => {
        // Really written, and taken back at once so that it takes no room.
        touch.run('x'.repeat(bytes));
        touch.run('');
      });
    },
  };
}

export function openClaims({sqlite, exclusively}: Disk): Claims {
  const all = sqlite.prepare<[string], {client_id: ClientId; person: PersonId}>(
    'select client_id, person from claim where document = ?',
  );
  const claim = sqlite.prepare(
    'insert into claim (document, client_id, person, claimed_at) values (?, ?, ?, ?) on conflict do nothing',
  );
  const owner = sqlite.prepare<[string, number], {person: PersonId}>(
    'select person from claim where document = ? and client_id = ?',
  );
  const claimAll = sqlite.transaction(
    (documentId: DocumentId, clientIds: readonly ClientId[], personId: PersonId) =>
      clientIds.map((clientId) => {
        claim.run(documentId, clientId, personId, Date.now());
        return owner.get(documentId, clientId)?.person ?? personId;
      }),
  );
  return {
    async all(documentId) {
      return new Map(all.all(documentId).map(({client_id, person}) => [client_id, person]));
    },
    async claim(documentId, clientIds, personId) {
      try {
        return await exclusively(() => claimAll.immediate(documentId, clientIds, personId));
      } catch (cause) {
        // It was deleted while somebody was writing in it: no reason to think that the disk is full.
        if (isForeignKey(cause)) throw new AppError('not_found', {documentId}, {cause});
        throw asAppError(cause);
      }
    },
  };
}

function isForeignKey(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
}
