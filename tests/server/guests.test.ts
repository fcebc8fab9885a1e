/** Guests of one document: who sees them, who ends it, and how soon it is over. */

import type {DocumentView, GuestView, InvitationMade} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {inviteGuest} from '../support/guest.ts';
import {testLab, type TestLab} from '../support/lab.ts';
import {tokenOf} from '../support/started-server.ts';
import {bareSocket} from '../support/wire.ts';

async function arrange() {
  const lab = await testLab();
  const [plan] = lab.documentIds;
  if (!plan) throw new Error('No document');
  const [amina] = lab.people;
  const guest = await inviteGuest(lab, amina, plan);
  return {...lab, plan, guest, path: `/api/documents/${plan}/guests`};
}

async function guestsOf(lab: Pick<TestLab, 'people'>, path: string): Promise<readonly GuestView[]> {
  const answer = await lab.people[1].ask(path);
  return ((await answer.json()) as {guests: readonly GuestView[]}).guests;
}

test('any member sees who reads along, and by whose invitation', async () => {
  const lab = await arrange();
  const [amina] = lab.people;
  expect(await guestsOf(lab, lab.path)).toEqual([
    {
      ...{id: lab.guest.id, name: 'Gerda', side: 'formal', role: 'commenter'},
      ...{invitedBy: {id: amina.id, name: amina.name, side: 'informal'}},
      joinedAt: expect.any(Number) as number,
    },
  ]);
});

test('[R31] any member ends it, on live connections too, and the log says so', async () => {
  const lab = await arrange();
  const {guest, plan, path, server} = lab;
  const [amina, bart] = lab.people;
  const socket = await bareSocket(server, `/sync/${plan}`, {cookie: guest.cookie});
  const started = performance.now();
  const ended = await bart.ask(`${path}/${guest.id}`, {method: 'DELETE'});
  expect(ended.status).toBe(204);
  expect(await socket.closed).toBe(4403);
  expect(performance.now() - started).toBeLessThan(1_000);
  expect((await guest.ask(`/api/documents/${plan}`)).status).toBe(404);
  expect(await guestsOf(lab, path)).toEqual([]);
  expect((await lab.log(amina))[0]).toMatchObject({
    ...{kind: 'guest_removed', by: {id: bart.id}, document: {id: plan}},
  });
  expect((await bart.ask(`${path}/${guest.id}`, {method: 'DELETE'})).status).toBe(404);
});

test('a guest goes whenever they want, and can not send anybody else away', async () => {
  const lab = await arrange();
  const {guest, plan, path} = lab;
  const [amina] = lab.people;
  const other = await inviteGuest(lab, amina, plan, {name: 'Hugo'});
  expect((await guest.ask(`${path}/${other.id}`, {method: 'DELETE'})).status).toBe(403);
  expect((await guest.ask(path)).status).toBe(403);
  expect((await guest.ask(`${path}/${guest.id}`, {method: 'DELETE'})).status).toBe(204);
  expect((await guestsOf(lab, path)).map(({name}) => name)).toEqual(['Hugo']);
  expect((await lab.log(amina))[0]).toMatchObject({kind: 'left', document: {id: plan}});
});

test('who read along keeps a name in the log after they left, until they want to be forgotten', async () => {
  const lab = await arrange();
  const {guest, plan, path} = lab;
  const [amina, bart] = lab.people;
  const sent = await inviteGuest(lab, amina, plan, {name: 'Hugo'});
  await guest.ask(`${path}/${guest.id}`, {method: 'DELETE'});
  await bart.ask(`${path}/${sent.id}`, {method: 'DELETE'});
  const told = async () =>
    (await lab.log(amina))
      .slice(0, 2)
      .map(({kind, by, about}) => [kind, by?.name, about?.name ?? null]);
  expect(await told()).toEqual([
    ['guest_removed', bart.name, 'Hugo'],
    ['left', 'Gerda', null],
  ]);
  await guest.ask('/api/me/forget', {body: {name: 'Gerda'}});
  expect(await told()).toContainEqual(['left', 'iemand', null]);
  expect(await lab.problems()).toEqual([]);
});

test('who comes back is a guest again, as they were asked this time', async () => {
  const lab = await arrange();
  const {guest, plan, path} = lab;
  const [, bart] = lab.people;
  await guest.ask(`${path}/${guest.id}`, {method: 'DELETE'});
  const made = await bart.ask(`/api/documents/${plan}/invitations`, {
    body: {role: 'reviewer', side: 'formal', use: 'once'},
  });
  const token = tokenOf(((await made.json()) as InvitationMade).link);
  expect((await guest.ask('/api/invitations/accept', {body: {token}})).status).toBe(200);
  expect((await guest.ask(`/api/documents/${plan}`)).status).toBe(200);
  expect(await guestsOf(lab, path)).toMatchObject([
    {id: guest.id, role: 'reviewer', invitedBy: {id: bart.id}},
  ]);
});

test('[R34] who read along in a personal document leaves nothing behind there', async () => {
  const lab = await testLab();
  const [amina] = lab.people;
  const made = await amina.ask(`/api/labs/${lab.labId}/documents`, {body: {template: 'route'}});
  const {id} = (await made.json()) as DocumentView;
  const guest = await inviteGuest(lab, amina, id);
  await guest.ask(`/api/documents/${id}/guests/${guest.id}`, {method: 'DELETE'});
  expect(lab.database.prepare('select * from document_guest').all()).toEqual([]);
});

test('a member is no guest: nobody can be taken out of a lab this way', async () => {
  const lab = await arrange();
  const [amina, bart] = lab.people;
  expect((await amina.ask(`${lab.path}/${bart.id}`, {method: 'DELETE'})).status).toBe(404);
  expect((await bart.ask(`/api/documents/${lab.plan}`)).status).toBe(200);
});
