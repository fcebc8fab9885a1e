/** Puts a long past into a document the short way: straight through the store. */

import {type ClientId, type DocumentId, parseDocumentId, type PersonId} from '@samenspel/shared';
import {openClaims, openJournal} from '@samenspel/server/store/journal.ts';
import {openStore} from '@samenspel/server/store/open.ts';
import type {Seeded} from './child.ts';

const batchSize = 2_000;

/** All in the name of the first person, evenly over these days up to now. Returns the document. */
export async function writeJournal(
  folder: string,
  seeded: Seeded,
  updates: Iterable<Uint8Array>,
  {
    clientId,
    count,
    days,
  }: {readonly clientId: number; readonly count: number; readonly days: number},
): Promise<DocumentId> {
  const documentId = parseDocumentId(seeded.documents[0]?.id ?? '');
  const actor = seeded.people[0]?.id as PersonId | undefined;
  if (!documentId || !actor) throw new Error('The seed made no document or nobody');
  const store = await openStore(folder, Date.now);
  await openClaims(store).claim(documentId, [clientId as ClientId], actor);
  const journal = openJournal(store);
  const from = Date.now() - days * 24 * 60 * 60 * 1_000;
  const apartMs = (Date.now() - from) / count;
  let batch: Uint8Array[] = [];
  let written = 0;

  async function flush(): Promise<void> {
    const entries = batch.map((bytes, index) => ({
      ...{documentId: documentId as DocumentId, actor: actor as PersonId, kind: 'edit' as const},
      ...{
        at: Math.floor(from + (written + index) * apartMs),
        clientId: clientId as ClientId,
        bytes,
      },
    }));
    await journal.append(entries);
    written += batch.length;
    batch = [];
  }

  for (const update of updates) if (batch.push(update) === batchSize) await flush();
  await flush();
  await store.close();
  return documentId;
}
