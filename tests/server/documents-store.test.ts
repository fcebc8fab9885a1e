/** Documents in SQLite keep the promises of their port. */

import {createDocument, openDocuments} from '@samenspel/server/documents/store.ts';
import {createLab, createMember, openLabs} from '@samenspel/server/labs/store.ts';
import {openLog} from '@samenspel/server/log/store.ts';
import {expect, test} from 'vitest';
import {documentsContract} from '../contracts/documents.ts';
import {openTestStore, temporaryFolder} from '../support/store.ts';

const lab = {name: 'Testlab', neighbourhood: 'Nergenshuizen', origin: 'seed'} as const;
const person = {name: 'Iemand', side: 'formal', role: 'member'} as const;

documentsContract(async () => {
  const {db} = await openTestStore(await temporaryFolder());
  const labId = await createLab(db, lab, 0);
  const member = await createMember(db, labId, person, 0);
  const stranger = await createMember(db, await createLab(db, lab, 0), person, 0);
  return {
    ...{
      documents: openDocuments(db, openLog({db, secret: 'secret', now: () => 5_000}), () => 5_000),
      labId,
      member,
      stranger,
    },
    entries: async (documentId) =>
      (await db.selectFrom('journal').select('seq').where('document', '=', documentId).execute())
        .length,
  };
});

test('a lab is found by its members only, and lists them in order of joining', async () => {
  const {db} = await openTestStore(await temporaryFolder());
  const labs = openLabs(db);
  const labId = await createLab(db, lab, 0);
  const later = await createMember(db, labId, {...person, name: 'Anna'}, 2);
  const first = await createMember(db, labId, {...person, name: 'Zoë', side: 'informal'}, 1);
  const stranger = await createMember(db, await createLab(db, lab, 0), person, 0);
  expect((await labs.members(labId)).map(({id}) => id)).toEqual([first, later]);
  expect(await labs.find(labId, {personId: first, onlyLab: null})).toMatchObject({
    id: labId,
    side: 'informal',
  });
  expect(await labs.find(labId, {personId: stranger, onlyLab: null})).toBeNull();
  expect((await labs.of({personId: stranger, onlyLab: null})).map(({id}) => id)).not.toContain(
    labId,
  );
});

test('the lab’s log tells what became of a document, once each, and nothing of a personal one', async () => {
  const {db} = await openTestStore(await temporaryFolder());
  const log = openLog({db, secret: 'secret', now: () => 5_000});
  const documents = openDocuments(db, log, () => 5_000);
  const labId = await createLab(db, lab, 0);
  const member = await createMember(db, labId, person, 0);
  const made = {labId, kind: 'free', createdBy: member, text: null} as const;
  const id = await documents.create({...made, title: 'Plan'});
  const own = await createDocument(db, {...made, title: 'Van mij'}, 0);
  await db.updateTable('document').set({owner: member}).where('id', '=', own).execute();
  for (const document of [id, own]) {
    await documents.rename(document, 'Anders', member);
    await documents.rename(document, 'Anders', member);
    await documents.archive(document, 1_000, member);
    await documents.archive(document, 2_000, member);
    await documents.archive(document, null, member);
    await documents.archive(document, null, member);
  }
  const told = await log.page(labId, null, 10);
  expect(told.map(({kind, words}) => [kind, words])).toEqual([
    ['document_brought_back', null],
    ['document_archived', null],
    ['document_renamed', 'Anders'],
    ['document_created', 'Plan'],
  ]);
  for (const {by, document} of told) expect([by, document]).toEqual([member, id]);
});
