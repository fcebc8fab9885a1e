/** What keeps strangers out: one purpose per token, limits, one answer for all, no way round a page. */

import {networkOf, openAttempts} from '@samenspel/server/auth/attempts.ts';
import type {InvitationMade} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {fakeClock} from '../support/fake-clock.ts';
import {cookieOf, type MovedServer, movedServer} from '../support/moved-server.ts';
import {runCli, tokenOf} from '../support/started-server.ts';

const minute = 60_000;
const looks = ['/api/sign-in/look', '/api/invitations/look', '/api/founding/look'] as const;
const uses = ['/api/sign-in', '/api/invitations/accept', '/api/founding'] as const;

test('[R32] a token opens what it was made for and nothing else', async () => {
  const server = await movedServer();
  const tokens = {
    '/api/sign-in': await signInToken(server),
    '/api/invitations/accept': await invitationToken(server),
  };
  for (const [own, token] of Object.entries(tokens)) {
    for (const path of [...looks, ...uses].filter((one) => !one.startsWith(own.slice(0, 12)))) {
      const answer = await server.ask(path, {body: everything(token)});
      expect([own, path, answer.status]).toEqual([own, path, 404]);
      expect(await answer.json()).toEqual({error: {code: 'link_invalid', details: {}}});
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    // And trying it elsewhere did not use it up.
    expect((await server.ask(own, {body: everything(token)})).status).toBe(200);
  }
  const empty = await movedServer({empty: true});
  const founding = tokenOf(/http\S+\/stichten#\S+/.exec(empty.greeting)?.[0] ?? '');
  for (const path of [...looks.slice(0, 2), ...uses.slice(0, 2)]) {
    expect([path, (await empty.ask(path, {body: everything(founding)})).status]).toEqual([
      path,
      404,
    ]);
  }
  expect((await empty.ask('/api/founding', {body: everything(founding)})).status).toBe(201);
});

test('[R32] a session is no link and a link is no session', async () => {
  const server = await movedServer();
  const token = await signInToken(server);
  const cookie = `samenspel.session_token=${token}`;
  expect((await server.ask('/api/me', {cookie})).status).toBe(401);
  const [, session = ''] = (server.seeded.people[0]?.cookie ?? '').split('=');
  for (const given of [session.slice(0, 200), session.split('.')[0] ?? '']) {
    for (const path of uses) {
      const answer = await server.ask(path, {body: everything(given)});
      expect([path, answer.status]).toEqual([path, 404]);
    }
  }
});

test('[R32] used, expired, withdrawn and never existed are one answer', async () => {
  const server = await movedServer();
  const cookie = server.seeded.people[0]?.cookie ?? '';
  const used = await invitationToken(server);
  await server.ask('/api/invitations/accept', {body: {token: used, name: 'Nadia'}});
  const expired = await invitationToken(server);
  server.later(8 * 24 * 60 * minute);
  const {invitation, link} = await invite(server);
  await server.ask(`/api/invitations/${invitation.id}/withdraw`, {cookie, method: 'POST'});
  const answers: string[] = [];
  for (const token of [used, expired, tokenOf(link), 'nooitgeweest']) {
    const answer = await server.ask('/api/invitations/accept', {body: {token, name: 'Nadia'}});
    answers.push(`${answer.status} ${await answer.text()}`);
  }
  expect(answers[0]).toBe('404 {"error":{"code":"link_invalid","details":{}}}');
  expect(new Set(answers).size).toBe(1);
});

test('[R32] a whole meeting gets in behind one address by one link', async () => {
  const server = await movedServer();
  const {link} = await invite(server, {use: 'meeting', until: Date.now() + 60 * minute});
  const token = tokenOf(link);
  const statuses = new Set<number>();
  for (let guest = 0; guest < 120; guest++) {
    statuses.add((await server.ask('/api/invitations/look', {body: {token}})).status);
    const body = {token, name: `Gast ${guest}`};
    statuses.add((await server.ask('/api/invitations/accept', {body})).status);
  }
  expect([...statuses]).toEqual([200]);
});

test('[R32] who guesses at any kind of link is told to wait at all of them, and may come back', async () => {
  const server = await movedServer();
  const statuses: number[] = [];
  for (let guess = 0; guess < 100; guess++) {
    const path = looks[guess % looks.length] ?? '';
    statuses.push((await server.ask(path, {body: {token: `gok${guess}`}})).status);
  }
  expect(new Set(statuses)).toEqual(new Set([404]));
  for (const path of [...looks, ...uses]) {
    const answer = await server.ask(path, {body: everything('nogeen')});
    expect([path, answer.status]).toEqual([path, 429]);
  }
  // Who is in already is not kept out by it.
  const cookie = server.seeded.people[0]?.cookie ?? '';
  expect((await server.ask('/api/me', {cookie})).status).toBe(200);
  server.later(11 * minute);
  expect((await server.ask(looks[0], {body: {token: 'nogeen'}})).status).toBe(404);
});

test('[R32] one link has a limit of its own, from however many addresses it is tried', () => {
  const clock = fakeClock();
  const attempts = openAttempts(clock);
  let tries = 0;
  const one = () => attempts.check(`203.0.113.${tries++ % 250}`, 'dezelfde');
  for (let time = 0; time < 1_000; time++) one();
  expect(one).toThrow('too_many');
  expect(() => attempts.check('203.0.113.1', 'een andere')).not.toThrow();
  clock.advance(10 * minute);
  expect(one).not.toThrow();
});

test('[R32] one address has a limit, however many links it tries', () => {
  const attempts = openAttempts(fakeClock());
  for (let time = 0; time < 2_000; time++) attempts.check('203.0.113.7', `link ${time}`);
  expect(() => attempts.check('203.0.113.7', 'nog een')).toThrow('too_many');
  expect(() => attempts.check('203.0.113.8', 'nog een')).not.toThrow();
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('[R32] no answer to a token leads anywhere: no redirect, whatever one asks for', async () => {
  const server = await movedServer();
  const token = await signInToken(server);
  const elsewhere = 'https://elders.example/';
  const query = `?callbackURL=${elsewhere}&redirect=${elsewhere}&next=${elsewhere}`;
  for (const path of [...looks, ...uses]) {
    const answer = await fetch(server.url + path + query, {
      method: 'POST',
      redirect: 'manual',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({...everything(token), callbackURL: elsewhere}),
    });
    expect([path, answer.status >= 300 && answer.status < 400]).toEqual([path, false]);
    expect([path, answer.headers.get('location')]).toEqual([path, null]);
    expect(await answer.text()).not.toContain('elders.example');
  }
});

test('[R32] nothing that lets in or out is done for a foreign page, or by a form', async () => {
  const server = await movedServer();
  const cookie = server.seeded.people[0]?.cookie ?? '';
  const token = await invitationToken(server);
  const {id} = server.seeded.lab;
  const changes = [
    ['POST', '/api/invitations/accept'],
    ['POST', '/api/sign-in'],
    ['POST', '/api/sign-in/mail'],
    ['POST', '/api/sign-out'],
    ['POST', '/api/founding'],
    ['POST', '/api/labs'],
    ['POST', `/api/labs/${id}/invitations`],
    ['POST', '/api/me/sign-out-everywhere'],
    ['PATCH', '/api/me'],
    ['PUT', '/api/me/address'],
  ] as const;
  for (const [method, path] of changes) {
    const send = (headers: Record<string, string>, body: string) =>
      fetch(server.url + path, {method, headers: {cookie, ...headers}, body});
    const json = {'content-type': 'application/json', origin: 'https://elders.example'};
    const foreign = await send(json, JSON.stringify(everything(token)));
    expect([path, foreign.status]).toEqual([path, 403]);
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
      const form = await send({'content-type': type}, JSON.stringify(everything(token)));
      expect([path, type, form.status]).toEqual([path, type, 400]);
    }
  }
  expect((await server.ask('/api/me', {cookie})).status).toBe(200);
  const look = await server.ask('/api/invitations/look', {body: {token}});
  expect(look.status).toBe(200);
});

test('[R32] the cookie of who joins is out of reach of scripts and foreign pages', async () => {
  const server = await movedServer();
  const answer = await server.ask('/api/invitations/accept', {
    body: {token: await invitationToken(server), name: 'Nadia'},
  });
  expect(answer.headers.getSetCookie()).toHaveLength(1);
  const attributes = answer.headers.getSetCookie()[0]?.split('; ').slice(1);
  expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']));
  expect((await server.ask('/api/me', {cookie: cookieOf(answer)})).status).toBe(200);
  // The link that made the session inside is used up with it.
  expect(server.database().prepare('select * from verification').all()).toEqual([]);
});

test('security.txt and the operator’s own pages are there when they are configured', async () => {
  const bare = await movedServer();
  expect((await bare.ask('/.well-known/security.txt')).status).toBe(404);
  const told = await movedServer({
    environment: {SECURITY_CONTACT: 'mailto:veilig@voorbeeld.nl', PAGES_DIR: 'docs/operator'},
  });
  const answer = await told.ask('/.well-known/security.txt');
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  const text = await answer.text();
  expect(text).toContain('Contact: mailto:veilig@voorbeeld.nl\n');
  const expires = Date.parse(/^Expires: (\S+)$/m.exec(text)?.[1] ?? '');
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 365 * 24 * 60 * minute);
  for (const [path, title] of [
    ['/toegankelijkheid', 'Toegankelijkheid'],
    ['/privacy', 'Privacy'],
  ] as const) {
    const page = await told.ask(path);
    expect([path, page.status, page.headers.get('content-type')]).toEqual([
      ...[path, 200, 'text/html; charset=UTF-8'],
    ]);
    const html = await page.text();
    expect(html).toContain(`<h1>${title}`);
    expect(html).not.toMatch(/<script|<style|style=|https?:\/\/(?!lab\.voorbeeld)/);
  }
});

/** What any of the three kinds of link could ask for. */
function everything(token: string) {
  return {
    ...{token, name: 'Nadia', labName: 'Lab', neighbourhood: 'Buurt', side: 'formal'},
    address: 'thuis@voorbeeld.nl',
  };
}

async function signInToken(server: MovedServer): Promise<string> {
  const {lab, people} = server.seeded;
  const {stdout} = await runCli([
    ...['lab', 'link', '--lab', lab.id, '--person', people[0]?.id ?? ''],
    ...['--data', server.folder],
  ]);
  return tokenOf(/http\S+/.exec(stdout)?.[0] ?? '');
}

async function invitationToken(server: MovedServer): Promise<string> {
  return tokenOf((await invite(server)).link);
}

async function invite(server: MovedServer, wish: object = {}): Promise<InvitationMade> {
  const answer = await server.ask(`/api/labs/${server.seeded.lab.id}/invitations`, {
    cookie: server.seeded.people[0]?.cookie ?? '',
    body: {role: 'member', side: 'informal', use: 'once', ...wish},
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as InvitationMade;
}
