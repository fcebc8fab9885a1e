/** Who can be named in a document, and by whom. */

import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import type {DocumentPeopleView, DocumentView} from '@samenspel/shared';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {inviteGuest} from '../support/guest.ts';
import {type Participant, testLab, type TestLab} from '../support/lab.ts';
import {account, agreement, goal, plan, withFields} from '../support/plan.ts';
import {until} from '../support/until.ts';
import {stockClient} from '../support/wire.ts';

type Reader = Pick<Participant, 'ask'>;

async function peopleFor({ask}: Reader, document: string): Promise<DocumentPeopleView['people']> {
  return ((await (await ask(`/api/documents/${document}/people`)).json()) as DocumentPeopleView)
    .people;
}

const namesFor = async (reader: Reader, document: string) =>
  (await peopleFor(reader, document)).map(({name}) => name).toSorted();

/** Somebody writes a goal that these people carry, and an account by the last of them. */
async function write(
  {server}: TestLab,
  writer: Participant,
  document: string,
  ...named: readonly Participant[]
): Promise<void> {
  const client = stockClient(server, writer, document);
  await until('the document is there', () => client.provider.synced);
  const base = goal('Inloop');
  const carriers = named.slice(0, -1).map(({id}) => ({type: 'carrier', attrs: {person: id}}));
  const told = withFields(account('op tijd', 'kept', 'formal'), {person: named.at(-1)?.id ?? ''});
  const content = [...(base.content ?? []), ...carriers, agreement('De sleutel', told)];
  Y.applyUpdate(client.provider.doc, contentToUpdate(plan({...base, content})));
  await until('it is on disk', async () => {
    const answer = await writer.ask(`/api/documents/${document}/moments`);
    return (await answer.text()).includes(writer.id);
  });
}

test('who writes chooses from the lab, and sees those who left it and are still named', async () => {
  const lab = await testLab();
  const [amina, bart, chaima, dirk] = lab.people;
  const plan1 = lab.documentIds[0] ?? '';
  await write(lab, amina, plan1, bart, chaima);
  await chaima.ask(`/api/labs/${lab.labId}/leave`, {body: {}});
  const everyone = [amina, bart, chaima, dirk].map((one) => one.name).toSorted();
  expect(await namesFor(amina, plan1)).toEqual(everyone);
  await bart.ask('/api/me', {method: 'PATCH', body: {name: 'Bartje'}});
  expect(await peopleFor(amina, plan1)).toContainEqual({
    ...{id: bart.id, name: 'Bartje', side: 'formal'},
  });
});

test('who only reads sees whom the text names, and nobody else', async () => {
  const lab = await testLab();
  const [amina, bart, chaima] = lab.people;
  const plan1 = lab.documentIds[0] ?? '';
  const guest = await inviteGuest(lab, amina, plan1 as DocumentView['id']);
  expect(await namesFor(guest, plan1)).toEqual([]);
  await write(lab, amina, plan1, bart, chaima);
  expect(await namesFor(guest, plan1)).toEqual([bart.name, chaima.name].toSorted());
});

test('who was forgotten is somebody, where their name stood', async () => {
  const lab = await testLab();
  const [amina, bart, chaima] = lab.people;
  const plan1 = lab.documentIds[0] ?? '';
  await write(lab, amina, plan1, bart, chaima);
  const gone = await chaima.ask('/api/me/forget', {body: {name: chaima.name}});
  expect(gone.ok).toBe(true);
  expect(await peopleFor(amina, plan1)).toContainEqual({
    ...{id: chaima.id, name: 'iemand', side: 'informal'},
  });
});

test('[R34] a personal document knows its writer and whom they invited, whoever is written into it', async () => {
  const lab = await testLab();
  const [amina, bart, chaima] = lab.people;
  const made = await amina.ask(`/api/labs/${lab.labId}/documents`, {body: {template: 'route'}});
  const route = (await made.json()) as DocumentView;
  const guest = await inviteGuest(lab, amina, route.id, {name: 'Gerda'});
  await write(lab, amina, route.id, bart, chaima);
  expect(await namesFor(amina, route.id)).toEqual([amina.name, 'Gerda'].toSorted());
  expect(await namesFor(guest, route.id)).toEqual([]);
  expect((await bart.ask(`/api/documents/${route.id}/people`)).status).toBe(404);
});
