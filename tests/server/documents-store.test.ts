/** Documents in SQLite keep the promises of their port. */

import {openDocuments} from '@samenspel/server/documents/store.ts';
import {createLab, createMember, openLabs} from '@samenspel/server/labs/store.ts';
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
    ...{documents: openDocuments(db, () => 5_000), labId, member, stranger},
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
