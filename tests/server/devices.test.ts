/** Where I am signed in: a label and a day, nothing more, and out of each when I say so. */

import {openAuth} from '@samenspel/server/auth/auth.ts';
import {deviceLabel} from '@samenspel/server/auth/device.ts';
import {openSecret} from '@samenspel/server/auth/secret.ts';
import {systemClock} from '@samenspel/server/clock.ts';
import type {DeviceView, MeView} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {cookieOf, type MovedServer, movedServer} from '../support/moved-server.ts';
import {tokenOf} from '../support/started-server.ts';
import {openTestStore} from '../support/store.ts';
import {bareSocket} from '../support/wire.ts';

const android =
  'Mozilla/5.0 (Linux; Android 14; SM-A546B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.6778.81 Mobile Safari/537.36';
const day = 24 * 3_600_000;

test.each([
  [android, 'Chrome op Android'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0',
    'Firefox op Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
    'Edge op Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari op iPhone',
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1',
    'Chrome op iPad',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    'Samsung Internet op Android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    'Safari op Mac',
  ],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
    'Chrome op Chromebook',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox op Linux'],
  ['node', 'Onbekend apparaat'],
  ['', 'Onbekend apparaat'],
  [undefined, 'Onbekend apparaat'],
])('%s is called %s', (userAgent, label) => {
  expect(deviceLabel(userAgent)).toBe(label);
});

test('a device is a label and a day; what the browser said is kept nowhere', async () => {
  const server = await movedServer();
  const hands = await handsOf(server);
  const link = await hands.signInLink(hands.person);
  const cookie = await signIn(server, link, android);
  const [mine, seeded] = await devicesOf(server, cookie);
  expect(mine).toMatchObject({label: 'Chrome op Android', current: true, onlyLabName: null});
  expect(mine?.lastDay).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(seeded).toMatchObject({label: 'Onbekend apparaat', current: false});
  const database = server.database();
  for (const table of ['session', 'session_note', 'user', 'verification']) {
    const rows = JSON.stringify(database.prepare(`select * from ${table}`).all());
    expect(rows).not.toMatch(/SM-A546B|Mozilla|131\.0|127\.0\.0\.1|::1/);
  }
  const [note] = database.prepare('select * from session_note').all() as object[];
  expect(Object.keys(note ?? {})).toEqual(['session', 'label', 'last_day', 'only_lab']);
});

test('the last day is the last day of use, written once a day', async () => {
  const server = await movedServer();
  const cookie = server.seeded.people[0]?.cookie ?? '';
  const [before] = await devicesOf(server, cookie);
  server.later(2 * day);
  const [after] = await devicesOf(server, cookie);
  const days = (one?: DeviceView) => Date.parse(one?.lastDay ?? '') / day;
  expect(days(after) - days(before)).toBe(2);
  const database = server.database();
  database.exec('create table tally (day text)');
  database.exec(
    'create trigger counted after update on session_note begin insert into tally values (new.last_day); end',
  );
  const written = () => database.prepare('select count(*) as times from tally').get();
  for (const time of [1, 2, 3]) await server.ask(`/api/me?${time}`, {cookie});
  expect(written()).toEqual({times: 0});
  server.later(day);
  for (const time of [1, 2, 3]) await server.ask(`/api/me?${time}`, {cookie});
  expect(written()).toEqual({times: 1});
});

test('signing out one device ends it at once, live lines too, and leaves the others', async () => {
  const server = await movedServer();
  const hands = await handsOf(server);
  const phone = await signIn(server, await hands.signInLink(hands.person), android);
  const mine = server.seeded.people[0]?.cookie ?? '';
  const socket = await bareSocket(server, `/sync/${server.seeded.documents[0]?.id}`, {
    cookie: phone,
  });
  const lost = (await devicesOf(server, mine)).find(({current}) => !current);
  const out = await server.ask(`/api/me/devices/${lost?.id}/sign-out`, {
    ...{cookie: mine, method: 'POST'},
  });
  expect(out.status).toBe(204);
  expect(await socket.closed).toBe(4401);
  expect((await server.ask('/api/me', {cookie: phone})).status).toBe(401);
  expect((await server.ask('/api/me', {cookie: mine})).status).toBe(200);
  expect(await devicesOf(server, mine)).toHaveLength(1);
});

test('a disk that takes no note of the day turns nobody away', async () => {
  const server = await movedServer();
  const cookie = server.seeded.people[0]?.cookie ?? '';
  server
    .database()
    .exec(
      "create trigger full before update on session_note begin select raise(abort, 'full'); end",
    );
  server.later(day);
  expect((await server.ask('/api/me/devices', {cookie})).status).toBe(200);
});

test('somebody else’s device is not there', async () => {
  const server = await movedServer();
  const [mine = '', other = ''] = server.seeded.people.map((person) => person.cookie);
  const [device] = await devicesOf(server, other);
  const out = await server.ask(`/api/me/devices/${device?.id}/sign-out`, {
    ...{cookie: mine, method: 'POST'},
  });
  expect(out.status).toBe(404);
  expect((await server.ask('/api/me', {cookie: other})).status).toBe(200);
});

test('signing out everywhere ends every session of mine and nobody else’s', async () => {
  const server = await movedServer();
  const hands = await handsOf(server);
  const phone = await signIn(server, await hands.signInLink(hands.person), android);
  const [mine = '', other = ''] = server.seeded.people.map((person) => person.cookie);
  const socket = await bareSocket(server, `/sync/${server.seeded.documents[0]?.id}`, {
    cookie: phone,
  });
  const out = await server.ask('/api/me/sign-out-everywhere', {cookie: mine, method: 'POST'});
  expect(out.status).toBe(204);
  expect(await socket.closed).toBe(4401);
  for (const cookie of [mine, phone]) {
    expect((await server.ask('/api/me', {cookie})).status).toBe(401);
  }
  expect((await server.ask('/api/me', {cookie: other})).status).toBe(200);
});

test('[R32] a link for one lab opens that lab only, on every way in', async () => {
  const server = await movedServer();
  const {lab, documents, people} = server.seeded;
  const mine = people[0]?.cookie ?? '';
  const founded = await server.ask('/api/labs', {
    cookie: mine,
    body: {name: 'Ander lab', neighbourhood: 'Ginds', side: 'formal'},
  });
  const {id: elsewhere} = (await founded.json()) as {id: string};
  const made = await server.ask(`/api/labs/${elsewhere}/documents`, {
    ...{cookie: mine, body: {template: 'free'}},
  });
  const {id: foreign} = (await made.json()) as {id: string};

  const hands = await handsOf(server);
  const cookie = await signIn(server, await hands.labLink(hands.person, lab.id), android);
  const me = (await (await server.ask('/api/me', {cookie})).json()) as MeView;
  expect(me.labs.map(({id}) => id)).toEqual([lab.id]);
  expect((await server.ask(`/api/labs/${lab.id}`, {cookie})).status).toBe(200);
  expect((await server.ask(`/api/documents/${documents[0]?.id}`, {cookie})).status).toBe(200);
  const closed = [
    `/api/labs/${elsewhere}`,
    `/api/labs/${elsewhere}/log`,
    `/api/labs/${elsewhere}/questions`,
    `/api/labs/${elsewhere}/invitations`,
    `/api/documents/${foreign}`,
    `/api/documents/${foreign}/moments`,
  ];
  for (const path of closed) {
    expect([path, (await server.ask(path, {cookie})).status]).toEqual([path, 404]);
    expect([path, (await server.ask(path, {cookie: mine})).status]).toEqual([path, 200]);
  }
  const socket = await bareSocket(server, `/sync/${foreign}`, {cookie});
  expect(await socket.closed).toBe(4404);
  expect(await devicesOf(server, cookie)).toMatchObject([
    {label: 'Chrome op Android', onlyLabName: lab.name, current: true},
  ]);
});

test('[R32] a session of one lab can’t make itself wider', async () => {
  const server = await movedServer();
  const hands = await handsOf(server);
  const link = await hands.labLink(hands.person, server.seeded.lab.id);
  const cookie = await signIn(server, link, android);
  const tries = [
    ['/api/me/address', {method: 'PUT', body: {address: 'mij@voorbeeld.nl'}}],
    ['/api/me/address', {}],
    ['/api/me', {method: 'PATCH', body: {name: 'Ander'}}],
    ['/api/labs', {body: {name: 'Lab', neighbourhood: 'Buurt', side: 'formal'}}],
  ] as const;
  for (const [path, asked] of tries) {
    expect([path, (await server.ask(path, {cookie, ...asked})).status]).toEqual([path, 403]);
  }
  const other = server.seeded.people[1]?.cookie ?? '';
  const founded = await server.ask('/api/labs', {
    ...{cookie: other, body: {name: 'Lab', neighbourhood: 'Buurt', side: 'formal'}},
  });
  const {id} = (await founded.json()) as {id: string};
  const invited = await server.ask(`/api/labs/${id}/invitations`, {
    ...{cookie: other, body: {role: 'member', side: 'formal', use: 'once'}},
  });
  const token = tokenOf(((await invited.json()) as {link: string}).link);
  const joined = await server.ask('/api/invitations/accept', {cookie, body: {token}});
  expect([joined.status, await joined.json()]).toEqual([
    403,
    {error: {code: 'one_lab_only', details: {}}},
  ]);
});

test('[R32] a link for a lab is dead once its person has left that lab', async () => {
  const server = await movedServer();
  const hands = await handsOf(server);
  const {lab, people} = server.seeded;
  const link = await hands.labLink(hands.person, lab.id);
  const cookie = people[0]?.cookie ?? '';
  await server.ask(`/api/labs/${lab.id}/leave`, {cookie, method: 'POST'});
  for (const path of ['/api/sign-in/look', '/api/sign-in']) {
    const answer = await server.ask(path, {body: {token: tokenOf(link)}});
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

test('[R32] a session of which nothing was noted speaks for nobody', async () => {
  const server = await movedServer();
  const cookie = server.seeded.people[0]?.cookie ?? '';
  expect((await server.ask('/api/me', {cookie})).status).toBe(200);
  server.database().prepare('delete from session_note').run();
  expect((await server.ask('/api/me', {cookie})).status).toBe(401);
});

test('a name that is changed is another name everywhere', async () => {
  const server = await movedServer();
  const [mine = '', other = ''] = server.seeded.people.map((person) => person.cookie);
  const answer = await server.ask('/api/me', {
    ...{cookie: mine, method: 'PATCH', body: {name: '  Aminata '}},
  });
  expect(await answer.json()).toEqual({name: 'Aminata'});
  const lab = await server.ask(`/api/labs/${server.seeded.lab.id}`, {cookie: other});
  expect(await lab.json()).toMatchObject({members: [{name: 'Aminata'}, {name: 'Bart'}]});
  const wrong = await server.ask('/api/me', {
    ...{cookie: mine, method: 'PATCH', body: {name: ''}},
  });
  expect(wrong.status).toBe(400);
});

test('an address is given, seen by its owner only, and taken back', async () => {
  const server = await movedServer();
  const [mine = '', other = ''] = server.seeded.people.map((person) => person.cookie);
  const give = (cookie: string, address: string | null) =>
    server.ask('/api/me/address', {cookie, method: 'PUT', body: {address}});
  const mineNow = async (cookie: string) =>
    (await (await server.ask('/api/me/address', {cookie})).json()) as unknown;
  expect((await give(mine, ' Amina@Voorbeeld.NL ')).status).toBe(204);
  expect(await mineNow(mine)).toEqual({address: 'amina@voorbeeld.nl', confirmed: false});
  // That somebody else gave it can't be found out by giving it too.
  expect((await give(other, 'amina@voorbeeld.nl')).status).toBe(204);
  expect(await mineNow(other)).toEqual({address: 'amina@voorbeeld.nl', confirmed: false});
  expect((await give(mine, null)).status).toBe(204);
  expect(await mineNow(mine)).toEqual({address: null, confirmed: false});
  for (const address of ['geen adres', 'a@b', 'a@b.nl\r\nBcc: c@d.nl', 'x@people.invalid']) {
    expect([address, (await give(mine, address)).status]).toEqual([address, 400]);
  }
});

async function devicesOf(server: MovedServer, cookie: string): Promise<readonly DeviceView[]> {
  const answer = await server.ask('/api/me/devices', {cookie});
  return ((await answer.json()) as {devices: readonly DeviceView[]}).devices;
}

async function signIn(server: MovedServer, link: string, userAgent: string): Promise<string> {
  const answer = await server.ask('/api/sign-in', {
    body: {token: tokenOf(link)},
    headers: {'user-agent': userAgent},
  });
  expect(answer.status).toBe(200);
  return cookieOf(answer);
}

/** What two keys or the operator would do: make links for the first of the seeded. */
async function handsOf(server: MovedServer) {
  const {db} = await openTestStore(server.folder);
  const secret = await openSecret(server.folder);
  const auth = openAuth({db, secret, publicUrl: server.url, clock: systemClock});
  const person = server.seeded.people[0]?.id;
  if (!person) throw new Error('Nobody was seeded');
  return {signInLink: auth.signInLink, labLink: auth.labLink, person};
}
