/** Who is called otherwise is so at once wherever they are, also for who does not reload anything. */

import type {MeView} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {testLab} from '../support/lab.ts';
import {until} from '../support/until.ts';
import {bareSocket, stockClient} from '../support/wire.ts';

async function arrange() {
  const lab = await testLab({documents: 2});
  const [amina, bart] = lab.people;
  const [plan, notes] = lab.documentIds;
  if (!plan || !notes) throw new Error('No documents');
  const [one, two] = [amina, bart].map((person) => stockClient(lab.server, person, plan));
  if (!one || !two) throw new Error('Nobody is here');
  one.provider.awareness.setLocalStateField('user', {name: amina.name});
  const seen = () =>
    two.provider.awareness.getStates().get(one.doc.clientID)?.['user'] as
      {readonly id: string; readonly name: string; readonly side: string} | undefined;
  await until('they see each other', () => seen()?.name === amina.name);
  return {...lab, amina, bart, plan, notes, one, two, seen};
}

test('a new name stands at the caret at once, and stays there when the caret moves', async () => {
  const {amina, one, seen} = await arrange();
  await amina.ask('/api/me', {method: 'PATCH', body: {name: 'Aminata'}});
  await until('the new name is seen', () => seen()?.name === 'Aminata');
  expect(seen()).toMatchObject({id: amina.id, side: 'informal'});
  // A browser that did not hear of it yet goes on under the old one.
  one.provider.awareness.setLocalStateField('user', {name: 'Amina', at: 'elsewhere'});
  await until('the caret moved', () => 'at' in (seen() ?? {}));
  expect(seen()?.name).toBe('Aminata');
});

test('whoever comes in later sees the new name', async () => {
  const {amina, plan, people, one, server} = await arrange();
  await amina.ask('/api/me', {method: 'PATCH', body: {name: 'Aminata'}});
  const late = stockClient(server, people[2], plan);
  await until('the newcomer sees who is here', () =>
    late.provider.awareness.getStates().has(one.doc.clientID),
  );
  const state = late.provider.awareness.getStates().get(one.doc.clientID);
  expect(state?.['user']).toMatchObject({name: 'Aminata'});
});

test('everybody in a document hears that a name changed there, and nobody elsewhere', async () => {
  const {amina, bart, people, plan, notes, server} = await arrange();
  const there = await bareSocket(server, `/sync/${plan}`, {cookie: bart.cookie});
  const elsewhere = await bareSocket(server, `/sync/${notes}`, {cookie: people[2].cookie});
  await until('both are in', () => [there, elsewhere].every(({frames}) => frames.length > 0));
  await amina.ask('/api/me', {method: 'PATCH', body: {name: 'Aminata'}});
  const heard = ({frames}: typeof there) =>
    frames.some((frame) => frame.type === 'notice' && frame.notice.kind === 'renamed');
  await until('the notice came', () => heard(there));
  expect(heard(elsewhere)).toBe(false);
  expect((await (await amina.ask('/api/me')).json()) as MeView).toMatchObject({name: 'Aminata'});
});
