import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import {openDocuments} from '@samenspel/server/documents/store.ts';
import {openLog} from '@samenspel/server/log/store.ts';
import {authorsOf, sharesOf} from '@samenspel/server/history/provenance/authors-of.ts';
import type {ClientId, DocumentId, LabId, PersonId} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {provenanceContract} from '../contracts/provenance.ts';
import {
  addDocuments,
  addPeople,
  openClaims,
  openJournal,
  openTestStore,
  temporaryFolder,
} from '../support/store.ts';

const documents = ['document1', 'document2'] as [DocumentId, DocumentId];
const person = 'person1' as PersonId;

async function openFilledStore() {
  const store = await openTestStore(await temporaryFolder());
  await addPeople(store, [person]);
  await addDocuments(store, documents);
  return store;
}

provenanceContract('The journal in SQLite', async () => {
  return {journal: openJournal(await openFilledStore()), documents, person};
});

test('[R20] a new document’s text is nobody’s, even when somebody claims the id it was made under', async () => {
  const store = await openFilledStore();
  const journal = openJournal(store);
  const claims = openClaims(store);
  const text = contentToUpdate({
    type: 'doc',
    content: [{type: 'paragraph', content: [{type: 'text', text: 'Van het huis'}]}],
  });
  const id = await openDocuments(
    store.db,
    openLog({db: store.db, secret: 'secret', now: Date.now}),
    Date.now,
  ).create({
    ...{labId: 'testlab1' as LabId, title: 'Plan', kind: 'plan', createdBy: person, text},
  });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, text);
  const ids = [...doc.store.clients.keys()].map((one) => one as ClientId);
  expect(await claims.claim(id, ids, person)).toEqual([person]);
  const blocks = authorsOf(
    doc.getXmlFragment(ROOT_NAME),
    await journal.provenance.until(id),
    await claims.all(id),
  );
  expect(sharesOf(blocks)).toEqual(new Map([[null, 12]]));
});
