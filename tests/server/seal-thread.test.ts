import {openSealer} from '@samenspel/server/journal/sealer.ts';
import {openSealThread} from '@samenspel/server/journal/seal-thread.ts';
import {openSeals} from '@samenspel/server/store/seals.ts';
import {verify} from '@samenspel/server/verify/verify.ts';
import type {DocumentId, PersonId} from '@samenspel/shared';
import {expect, onTestFinished, test} from 'vitest';
import {memoryJournal} from '../support/memory-journal.ts';
import {writePast} from '../support/past.ts';
import {
  addDocuments,
  addPeople,
  openJournal,
  openTestStore,
  temporaryFolder,
} from '../support/store.ts';

const documentId = 'document1' as DocumentId;
const people = ['person1', 'person2'] as PersonId[];

test('[R21] documents are sealed beside those who write, in a thread that ends with its work', async () => {
  const folder = await temporaryFolder();
  const store = await openTestStore(folder);
  await addPeople(store, people);
  await addDocuments(store, [documentId]);
  const thread = openSealThread();
  onTestFinished(() => thread.close());
  const errors: unknown[] = [];
  const sealer = openSealer({
    ...{journal: openJournal(store), seals: openSeals(store, Date.now), work: thread.work},
    ...{sealRows: 40, onError: (_documentId, error) => errors.push(error)},
  });
  await writePast(sealer.journal, documentId, {seed: 9, edits: 400, people});
  await sealer.settled();
  expect(errors).toEqual([]);
  const {rows} = store.sqlite.prepare('select count(*) as rows from journal').get() as {
    rows: number;
  };
  // Looked at after every quarter more; one tick may be long.
  expect(rows).toBeLessThan(80);
  expect(store.sqlite.prepare('select * from sealing').all()).toEqual([]);
  expect(verify({dataFolder: folder, json: false})).toMatchObject({ok: true});
});

test('[R21] work that fails is told, leaves the rows, and the next work succeeds', async () => {
  const journal = memoryJournal([documentId]);
  await writePast(journal, documentId, {seed: 9, edits: 200, people});
  const thread = openSealThread();
  onTestFinished(() => thread.close());
  const unsealed = await journal.seals.take(documentId, 40);
  if (!unsealed) throw new Error('Nothing is due');
  await expect(thread.work({...unsealed, rows: []})).rejects.toThrow('Nothing to seal');
  expect((await thread.work(unsealed)).segment).toMatchObject({seq0: 1});
});

test('[R5] closing does not wait for a segment that is being made', async () => {
  const journal = memoryJournal([documentId]);
  const past = await writePast(journal, documentId, {seed: 9, edits: 200, people});
  const thread = openSealThread();
  const errors: unknown[] = [];
  const sealer = openSealer({
    ...{journal, seals: journal.seals, work: thread.work, sealRows: 40},
    onError: (_documentId, error) => errors.push(error),
  });
  const [row] = past.rows;
  if (!row) throw new Error('No rows');
  for (let count = 0; count < 10; count++) await sealer.journal.append([row]);
  await Promise.all([sealer.close(), thread.close()]);
  expect(errors).toEqual([]);
  // The claim is given back: whoever comes next can go on.
  expect(await journal.seals.take(documentId, 40)).not.toBeNull();
});
