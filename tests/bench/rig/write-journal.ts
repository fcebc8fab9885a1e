/** Puts a long past into a document the short way: straight through the store, and sealed on the way. */

import {type ClientId, type DocumentId, parseDocumentId, type PersonId} from '@samenspel/shared';
import {openSealer} from '@samenspel/server/journal/sealer.ts';
import type {NewEntry} from '@samenspel/server/journal/journal.ts';
import {openSealThread} from '@samenspel/server/journal/seal-thread.ts';
import {openClaims, openJournal} from '@samenspel/server/store/journal.ts';
import {openSeals} from '@samenspel/server/store/seals.ts';
import {openStore} from '@samenspel/server/store/open.ts';
import type {Seeded} from './child.ts';

const batchSize = 500;
/** As the server has it. */
const sealRows = 2_000;
/** People type in bursts. */
const burst = 40;
const keyMs = 200;

/** An edit as the server would have put it down. */
export type WrittenRow = Pick<NewEntry, 'bytes' | 'actor' | 'clientId' | 'told'>;

export interface Life {
  /** How many rows there are. */
  readonly count: number;
  /** In bursts spread over so many of them, up to now. */
  readonly days: number;
  readonly owners: ReadonlyMap<ClientId, PersonId>;
}

/** All in the name of the first person. Returns the document. */
export async function writeJournal(
  folder: string,
  seeded: Seeded,
  updates: Iterable<Uint8Array>,
  {
    clientId: id,
    count,
    days,
  }: {readonly clientId: number; readonly count: number; readonly days: number},
): Promise<DocumentId> {
  const documentId = parseDocumentId(seeded.documents[0]?.id ?? '');
  const actor = seeded.people[0]?.id as PersonId | undefined;
  if (!documentId || !actor) throw new Error('The seed made no document or nobody');
  const clientId = id as ClientId;
  const rows = function* () {
    for (const bytes of updates) yield {bytes, actor, clientId};
  };
  await writeRows(folder, documentId, rows(), {count, days, owners: new Map([[clientId, actor]])});
  return documentId;
}

export async function writeRows(
  folder: string,
  documentId: DocumentId,
  rows: Iterable<WrittenRow>,
  {count, days, owners}: Life,
): Promise<void> {
  const store = await openStore(folder, Date.now);
  // Made long ago: a journal lets nothing happen before its document was made.
  await store.db
    .updateTable('document')
    .set({changed_at: 0})
    .where('id', '=', documentId)
    .execute();
  const claims = openClaims(store);
  for (const [clientId, person] of owners) await claims.claim(documentId, [clientId], person);
  const thread = openSealThread();
  const sealer = openSealer({
    ...{
      journal: openJournal(store),
      seals: openSeals(store, Date.now),
      work: thread.work,
      sealRows,
    },
    onError: (_documentId, cause) => {
      throw new Error('The past could not be sealed', {cause});
    },
  });
  const from = Date.now() - days * 24 * 60 * 60 * 1_000;
  const apartMs = (Date.now() - from) / count;
  let batch: WrittenRow[] = [];
  let written = 0;

  function timeOf(index: number): number {
    const inBurst = index % burst;
    return Math.floor(from + (index - inBurst) * apartMs) + inBurst * keyMs;
  }

  async function flush(): Promise<void> {
    const entries = batch.map((row, index) => ({
      ...{...row, documentId, kind: 'edit' as const},
      at: timeOf(written + index),
    }));
    await sealer.journal.append(entries);
    written += batch.length;
    batch = [];
  }

  for (const row of rows) if (batch.push(row) === batchSize) await flush();
  await flush();
  await sealer.settled();
  await thread.close();
  await store.close();
}
