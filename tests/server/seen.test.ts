/** How far people have seen documents, in SQLite; and what is news to them. */

import {createDocument} from '@samenspel/server/documents/store.ts';
import {openSeen} from '@samenspel/server/history/seen-store.ts';
import {createLab, createMember} from '@samenspel/server/labs/store.ts';
import type {LabNewsView, Seq} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import {seenContract} from '../contracts/seen.ts';
import {openTestStore, temporaryFolder} from '../support/store.ts';
import {until} from '../support/until.ts';
import {type SeededPerson, stockClient, wireServer} from '../support/wire.ts';

const lab = {name: 'Testlab', neighbourhood: 'Nergenshuizen', origin: 'seed'} as const;

describe('Seen in SQLite', () => {
  seenContract(async () => {
    const {db} = await openTestStore(await temporaryFolder());
    const labId = await createLab(db, lab, 0);
    const amina = await createMember(db, labId, {name: 'A', side: 'formal', role: 'member'}, 0);
    const bram = await createMember(db, labId, {name: 'B', side: 'informal', role: 'member'}, 0);
    const text = {title: 'Plan', kind: 'plan', createdBy: amina, text: null} as const;
    const documentId = await createDocument(db, {...text, labId}, 0);
    const otherId = await createDocument(db, {...text, labId}, 0);
    await db
      .updateTable('document')
      .set({head: 10 as Seq})
      .execute();
    return {seen: openSeen(db), documentId, otherId, amina, bram};
  });
});

test('news is what others wrote since I looked, with who did', async () => {
  const server = await wireServer();
  const [one, other] = server.people as [SeededPerson, SeededPerson];
  const documentId = server.documentIds[0] ?? '';
  const ask = (person: SeededPerson, path: string, body?: unknown) =>
    fetch(`${server.url}/api${path}`, {
      method: body === undefined ? 'GET' : 'PUT',
      headers: {cookie: person.cookie, 'content-type': 'application/json'},
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
  const newsOf = async (person: SeededPerson) => {
    const {labs} = (await (await ask(person, '/me')).json()) as {labs: readonly {id: string}[]};
    const answer = await ask(person, `/labs/${labs[0]?.id}/news`);
    const {documents} = (await answer.json()) as LabNewsView;
    return documents.find(({id}) => id === documentId);
  };
  const first = stockClient(server, one, documentId);
  await until('joined', () => first.provider.synced);
  first.type('hallo');
  await until('on disk', async () => (await newsOf(other))?.head === 1);
  expect(await newsOf(other)).toMatchObject({upTo: 0, head: 1, people: [{name: one.name}]});

  expect((await ask(other, `/documents/${documentId}/seen`, {seq: 1})).status).toBe(204);
  expect(await newsOf(other)).toMatchObject({upTo: 1, head: 1, at: null, people: []});
  expect(await newsOf(one)).toMatchObject({upTo: 0});
  expect((await ask(other, `/documents/${documentId}/seen`, {seq: 99})).status).toBe(404);
});
