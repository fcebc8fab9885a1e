/** How a lab begins: on an empty server by the link it prints, elsewhere by anybody who is signed in. */

import type {LabSummary, LabView, LogPage, MeView} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {cookieOf, type MovedServer, movedServer} from '../support/moved-server.ts';
import {tokenOf} from '../support/started-server.ts';

const day = 24 * 3_600_000;
const wish = {labName: 'Lab Oost', neighbourhood: 'Oost', name: 'Farida', side: 'informal'};

test('[R32] an empty server prints a link that founds the first lab, once', async () => {
  const server = await movedServer({empty: true});
  const token = linkIn(server);
  const rows = JSON.stringify(server.database().prepare('select * from meta').all());
  expect(rows).toContain('founding_link');
  expect(rows).not.toContain(token);
  expect((await server.ask('/api/founding/look', {body: {token}})).status).toBe(204);
  const answer = await server.ask('/api/founding', {body: {token, ...wish}});
  expect(answer.status).toBe(201);
  const lab = (await answer.json()) as LabSummary;
  expect(lab).toMatchObject({name: 'Lab Oost', neighbourhood: 'Oost', side: 'informal'});
  const cookie = cookieOf(answer);
  const view = (await (await server.ask(`/api/labs/${lab.id}`, {cookie})).json()) as LabView;
  expect(view.members).toMatchObject([{name: 'Farida', role: 'member', counts: true}]);
  expect(view.missingSides).toEqual(['formal']);
  const log = (await (await server.ask(`/api/labs/${lab.id}/log`, {cookie})).json()) as LogPage;
  expect(log.entries).toMatchObject([{kind: 'lab_founded', by: {name: 'Farida'}}]);
  for (const path of ['/api/founding/look', '/api/founding']) {
    const again = await server.ask(path, {body: {token, ...wish}});
    expect([path, again.status]).toEqual([path, 404]);
    expect(again.headers.getSetCookie()).toEqual([]);
  }
  const labs = server.database().prepare("select origin from lab where origin = 'founded'").all();
  expect(labs).toHaveLength(1);
});

test('[R32] of two who found with one link at the same time, one does', async () => {
  const server = await movedServer({empty: true});
  const token = linkIn(server);
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => server.ask('/api/founding', {body: {token, ...wish}})),
  );
  expect(answers.map(({status}) => status).toSorted((one, other) => one - other)).toEqual([
    201, 404, 404, 404,
  ]);
});

test('[R32] a wrong token does not void the right one, nor does one that came too late work', async () => {
  const server = await movedServer({empty: true});
  const token = linkIn(server);
  const wrong = await server.ask('/api/founding', {body: {token: 'zomaareenwoord', ...wish}});
  expect(wrong.status).toBe(404);
  expect((await server.ask('/api/founding/look', {body: {token}})).status).toBe(204);
  server.later(7 * day);
  expect((await server.ask('/api/founding', {body: {token, ...wish}})).status).toBe(404);
});

test('each start prints a fresh link, and the one before is void', async () => {
  const first = await movedServer({empty: true});
  const old = linkIn(first);
  await first.close();
  const second = await movedServer({empty: true, folder: first.folder});
  expect((await second.ask('/api/founding/look', {body: {token: old}})).status).toBe(404);
  const answer = await second.ask('/api/founding', {body: {token: linkIn(second), ...wish}});
  expect(answer.status).toBe(201);
  await second.close();
  const third = await movedServer({empty: true, folder: first.folder});
  expect(third.greeting).not.toContain('/stichten');
});

test('who is signed in founds another lab, counts in it, and sees nothing of it elsewhere', async () => {
  const server = await movedServer();
  const [cookie = '', other = ''] = server.seeded.people.map((person) => person.cookie);
  const answer = await server.ask('/api/labs', {
    cookie,
    body: {name: ' Lab  Zuid ', neighbourhood: 'Zuid', side: 'formal'},
  });
  expect(answer.status).toBe(201);
  const {id, ...lab} = (await answer.json()) as LabSummary;
  expect(lab).toEqual({name: 'Lab Zuid', neighbourhood: 'Zuid', side: 'formal', role: 'member'});
  const me = (await (await server.ask('/api/me', {cookie})).json()) as MeView;
  expect(me.labs.map(({name}) => name)).toEqual(['Lab Zuid', 'Oefenlab']);
  const view = (await (await server.ask(`/api/labs/${id}`, {cookie})).json()) as LabView;
  expect(view.members).toMatchObject([{counts: true}]);
  expect((await server.ask(`/api/labs/${id}`, {cookie: other})).status).toBe(404);
});

test('a lab needs a name, a neighbourhood and a side, and a founder who is signed in', async () => {
  const server = await movedServer();
  const cookie = server.seeded.people[0]?.cookie ?? '';
  const right = {name: 'Lab', neighbourhood: 'Buurt', side: 'formal'};
  const wrong = [
    {...right, name: ''},
    {...right, neighbourhood: 'a'.repeat(81)},
    {...right, side: 'midden'},
    {...right, name: 'Lab\u202E'},
  ];
  for (const body of wrong) {
    const answer = await server.ask('/api/labs', {cookie, body});
    expect([body, answer.status]).toEqual([body, 400]);
  }
  expect((await server.ask('/api/labs', {body: right})).status).toBe(401);
});

function linkIn({greeting}: MovedServer): string {
  return tokenOf(/http\S+\/stichten#\S+/.exec(greeting)?.[0] ?? '');
}
