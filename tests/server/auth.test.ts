/** In by a link, once; out for good; and nothing kept that nobody needs. */

import {stat} from 'node:fs/promises';
import {join} from 'node:path';
import Database from 'better-sqlite3';
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest';
import {
  cleanUps,
  seed,
  type StartedServer,
  startServer,
  tokenOf,
} from '../support/started-server.ts';

const shared = cleanUps();
let server: StartedServer;

beforeAll(async () => {
  server = await startServer({cleanUp: shared.add});
});
afterAll(shared.run);

test('looking at a link does not use it up; signing in does', async () => {
  const token = tokenOf(server.links.informal);
  for (const time of ['first', 'second']) {
    const look = await server.ask('/api/sign-in/look', {body: {token}});
    expect([time, look.status]).toEqual([time, 200]);
    expect(await look.json()).toMatchObject({
      name: expect.stringMatching(/^\S+$/) as string,
      labName: expect.stringContaining('Vlonderbuurt') as string,
    });
  }
  expect((await server.ask('/api/sign-in', {body: {token}})).status).toBe(200);
  for (const path of ['/api/sign-in', '/api/sign-in/look']) {
    const again = await server.ask(path, {body: {token}});
    expect([path, again.status]).toEqual([path, 404]);
    expect(await again.json()).toMatchObject({error: {code: 'link_invalid'}});
    expect(again.headers.getSetCookie()).toEqual([]);
  }
});

test('of two who use one link at the same time, one gets in', async () => {
  const own = await startServer({cleanUp: onTestFinished});
  const token = tokenOf(own.links.formal);
  const answers = await Promise.all(
    Array.from({length: 8}, () => own.ask('/api/sign-in', {body: {token}})),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
});

test('the link keeps its token where no server, log or referrer sees it', () => {
  const link = new URL(server.links.formal);
  expect(link.pathname).toBe('/inloggen');
  expect(link.search).toBe('');
  expect(link.hash.length).toBeGreaterThan(30);
});

test('the token of a link is not in the database, only its hash', async () => {
  const rows = openDatabase(server).prepare('select * from verification').all();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(tokenOf(server.links.formal));
});

test('the session cookie is out of reach of scripts and of foreign pages', async () => {
  const own = await startServer({cleanUp: onTestFinished});
  const token = tokenOf(own.links.informal);
  const [cookie] = (await own.ask('/api/sign-in', {body: {token}})).headers.getSetCookie();
  const attributes = cookie?.split('; ').slice(1);
  expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']));
  expect(attributes).not.toContain('Secure');
});

test('behind https the cookie is Secure, the link leads there and browsers stay there', async () => {
  const publicUrl = 'https://lab.voorbeeld.nl';
  const own = await startServer({cleanUp: onTestFinished, args: ['--public-url', publicUrl]});
  expect(new URL(own.links.informal).origin).toBe(publicUrl);
  const answer = await own.ask('/api/sign-in', {
    body: {token: tokenOf(own.links.informal)},
    headers: {origin: publicUrl},
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure(;|$)/);
  expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/);
});

test('neither address nor device of a session is kept', async () => {
  const {people} = await seed(server.dataFolder, '--people', '1', '--documents', '0');
  await server.ask('/api/sign-in', {
    body: {token: tokenOf(server.links.formal)},
    headers: {'user-agent': 'Herkenbaar/1.0', 'x-forwarded-for': '203.0.113.9'},
  });
  await server.ask('/api/me', {
    cookie: people[0]?.cookie ?? '',
    headers: {'user-agent': 'Herkenbaar/1.0', 'x-forwarded-for': '203.0.113.9'},
  });
  const rows = openDatabase(server).prepare('select * from session').all();
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) expect(row).toMatchObject({ipAddress: null, userAgent: null});
  expect(JSON.stringify(rows)).not.toMatch(/Herkenbaar|203\.0\.113\.9|127\.0\.0\.1|::1/);
});

test('a person is a name and an address that reaches nobody', () => {
  const rows = openDatabase(server).prepare('select id, email, image from user').all();
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows as {id: string; email: string; image: null}[]) {
    expect(row.email).toBe(`${row.id}@people.invalid`);
    expect(row.image).toBeNull();
  }
});

test('signing out ends this session and no other', async () => {
  const {people} = await seed(server.dataFolder, '--people', '2', '--documents', '0');
  const [mine = '', other = ''] = people.map((person) => person.cookie);
  const out = await server.ask('/api/sign-out', {method: 'POST', cookie: mine});
  expect(out.status).toBe(204);
  expect(out.headers.getSetCookie().join()).toContain('Max-Age=0');
  expect((await server.ask('/api/me', {cookie: mine})).status).toBe(401);
  expect((await server.ask('/api/me', {cookie: other})).status).toBe(200);
});

test('a cookie that was tampered with, or whose session is over, speaks for nobody', async () => {
  const {people} = await seed(server.dataFolder, '--people', '1', '--documents', '0');
  const cookie = people[0]?.cookie ?? '';
  expect((await server.ask('/api/me', {cookie})).status).toBe(200);
  const [name = '', value = ''] = cookie.split('=');
  const [token = ''] = value.split('.');
  const forged = [
    `${name}=${token}`,
    `${name}=${token}.`,
    `${name}=${token}.${encodeURIComponent(Buffer.alloc(32).toString('base64'))}`,
    `${name}=x${value}`,
    `${name}=%`,
    'other=1',
  ];
  for (const one of forged) {
    expect([one, (await server.ask('/api/me', {cookie: one})).status]).toEqual([one, 401]);
  }
  const database = openDatabase(server);
  database
    .prepare('update session set expiresAt = ? where token = ?')
    .run(new Date(Date.now() - 1).toISOString(), token);
  expect((await server.ask('/api/me', {cookie})).status).toBe(401);
});

test('a link that is a day old is dead', async () => {
  const own = await startServer({cleanUp: onTestFinished});
  const changed = openDatabase(own)
    .prepare('update verification set expiresAt = ?')
    .run(new Date(Date.now() - 1).toISOString());
  expect(changed.changes).toBe(2);
  const token = tokenOf(own.links.informal);
  for (const path of ['/api/sign-in/look', '/api/sign-in']) {
    expect([path, (await own.ask(path, {body: {token}})).status]).toEqual([path, 404]);
  }
});

test('a link lives a day, a session thirty', async () => {
  const own = await startServer({cleanUp: onTestFinished});
  await own.signIn(own.links.formal);
  const database = openDatabase(own);
  const link = database.prepare('select * from verification limit 1').get() as Spanned;
  const session = database.prepare('select * from session limit 1').get() as Spanned;
  expect(hours(link)).toBeCloseTo(24, 1);
  expect(hours(session)).toBeCloseTo(24 * 30, 1);
});

test('who guesses links for long is told to wait', async () => {
  const own = await startServer({cleanUp: onTestFinished});
  const guess = async () =>
    (await own.ask('/api/sign-in/look', {body: {token: 'zomaareenwoord'}})).status;
  const answers: number[] = [];
  while (answers.length < 101) answers.push(await guess());
  expect(answers.slice(0, 100)).toEqual(Array.from({length: 100}, () => 404));
  expect(answers[100]).toBe(429);
});

test('the secret that signs sessions is its owner’s only, and survives a restart', async () => {
  const own = await startServer({cleanUp: onTestFinished});
  const cookie = await own.signIn(own.links.informal);
  const {mode} = await stat(join(own.dataFolder, 'secret'));
  expect(mode & 0o777).toBe(0o600);
  expect(await own.stop()).toBe(0);
  const again = await startServer({cleanUp: onTestFinished, dataFolder: own.dataFolder});
  expect((await again.ask('/api/me', {cookie})).status).toBe(200);
});

test('a start throws away sessions and links that are over, and keeps the others', async () => {
  const own = await startServer({cleanUp: onTestFinished});
  const cookie = await own.signIn(own.links.informal);
  const {people} = await seed(own.dataFolder, '--people', '1');
  await own.kill();
  const over = new Date(Date.now() - 1).toISOString();
  const database = openDatabase(own);
  database.prepare('update session set expiresAt = ? where userId = ?').run(over, people[0]?.id);
  database.prepare('update verification set expiresAt = ?').run(over);
  const again = await startServer({cleanUp: onTestFinished, dataFolder: own.dataFolder});
  const count = (table: string) =>
    database.prepare(`select count(*) as count from ${table}`).get() as {count: number};
  expect([count('session'), count('verification')]).toEqual([{count: 1}, {count: 2}]);
  expect((await again.ask('/api/me', {cookie})).status).toBe(200);
});

test('better-auth’s own addresses are not there', async () => {
  for (const path of ['/api/auth/get-session', '/api/auth/sign-in/magic-link', '/api/auth/ok']) {
    expect([path, (await server.ask(path)).status]).toEqual([path, 401]);
  }
});

interface Spanned {
  readonly createdAt: string;
  readonly expiresAt: string;
}

function hours({createdAt, expiresAt}: Spanned): number {
  return (Date.parse(expiresAt) - Date.parse(createdAt)) / 3_600_000;
}

function openDatabase({dataFolder}: StartedServer): Database.Database {
  const database = new Database(join(dataFolder, 'samenspel.db'), {timeout: 5_000});
  onTestFinished(() => void database.close());
  return database;
}
