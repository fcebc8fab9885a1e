/** The journal and the claims in SQLite: the only place where hot statements are prepared by hand. */

import type {Database} from 'better-sqlite3';
import type {ClientId, DocumentId, EntryKind, PersonId, Seq} from '@samenspel/shared';
import {AppError} from '../errors.ts';
import type {Claims, Entry, EntryMark, Journal, NewEntry} from '../journal/journal.ts';
import {openProvenance} from './provenance.ts';

/** One open database; `exclusively` runs work outside everybody else's transactions. */
export interface Disk {
  readonly sqlite: Database;
  exclusively<T>(work: () => T): Promise<T>;
}

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
  const since = sqlite.prepare<[string, number, number], Row>(
    'select * from journal where document = ? and seq > ? and seq <= ? order by seq',
  );
  const marks = sqlite.prepare<[string], Omit<Row, 'bytes'>>(
    'select document, seq, at, actor, client_id, kind from journal where document = ? order by seq',
  );
  const head = sqlite.prepare<[string], {head: Seq}>('select head from document where id = ?');
  const touch = sqlite.prepare(
    "insert into meta (key, value) values ('probe', ?) on conflict (key) do update set value = excluded.value",
  );

  const provenance = openProvenance(sqlite);

  function write(entries: readonly NewEntry[]): readonly Seq[] {
    return entries.map((entry) => {
      const {documentId, at, actor, clientId, kind, bytes, told} = entry;
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

  return {
    provenance,
    append(entries) {
      return new Promise((resolve, reject) => {
        if (queue.length === 0) setImmediate(() => void flush());
        queue.push({entries, resolve, reject});
      });
    },
    async since(documentId, seq, until) {
      return since.all(documentId, seq, until ?? Number.MAX_SAFE_INTEGER).map(toEntry);
    },
    async marks(documentId) {
      return marks.all(documentId).map(toMark);
    },
    async head(documentId) {
      return head.get(documentId)?.head ?? null;
    },
    async probe(bytes) {
      try {
        await exclusively(() => {
          // Really written, and taken back at once so that it takes no room.
          touch.run('x'.repeat(bytes));
          touch.run('');
        });
      } catch (cause) {
        throw asAppError(cause);
      }
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
        throw asAppError(cause);
      }
    },
  };
}

interface Row {
  readonly document: DocumentId;
  readonly seq: Seq;
  readonly at: number;
  readonly actor: PersonId | null;
  readonly client_id: ClientId | null;
  readonly kind: EntryKind;
  readonly bytes: Buffer;
}

function toMark(row: Omit<Row, 'bytes'>): EntryMark {
  const {document, seq, at, actor, client_id, kind} = row;
  return {documentId: document, seq, at, actor, clientId: client_id, kind};
}

function toEntry(row: Row): Entry {
  return {...toMark(row), bytes: row.bytes};
}

/** Whatever SQLite says when it can't write, the lab is told one thing: not now. */
function asAppError(cause: unknown): AppError {
  return cause instanceof AppError ? cause : new AppError('unavailable', {}, {cause});
}
