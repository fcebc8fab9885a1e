import type {DocumentId, PersonId} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {journalContract} from '../contracts/journal.ts';
import {
  addDocuments,
  addPeople,
  openClaims,
  openJournal,
  openTestStore,
  temporaryFolder,
} from '../support/store.ts';

const documents = ['document1', 'document2'] as [DocumentId, DocumentId];
const people = ['person1', 'person2'] as [PersonId, PersonId];

journalContract('The journal in SQLite', async () => {
  const store = await openTestStore(await temporaryFolder());
  await addPeople(store, people);
  await addDocuments(store, documents);
  return {journal: openJournal(store), claims: openClaims(store), documents, people};
});

test('[R1] every connection that appends waits for the disk, a reopened one too', async () => {
  const folder = await temporaryFolder();
  for (const store of [await openTestStore(folder), await openTestStore(folder)]) {
    expect(store.sqlite.pragma('synchronous', {simple: true})).toBe(2);
    expect(store.sqlite.pragma('journal_mode', {simple: true})).toBe('wal');
  }
});

test('[R1] an append never lands inside a transaction that somebody else may roll back', async () => {
  const store = await openTestStore(await temporaryFolder());
  await addPeople(store, people);
  await addDocuments(store, documents);
  const journal = openJournal(store);
  const entry = {
    ...{documentId: documents[0], at: 1, actor: people[0], clientId: null},
    ...{kind: 'edit' as const, bytes: Uint8Array.of(1)},
  };
  let appended: Promise<unknown> = Promise.resolve();
  const rolledBack = store.db.transaction().execute(async (trx) => {
    await trx.updateTable('document').set({title: 'Straks weg'}).execute();
    appended = journal.append([entry]);
    // Long enough for the append to have happened, if nothing held it back.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  await appended;
  expect(await journal.head(documents[0])).toBe(1);
});
