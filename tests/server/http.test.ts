/** What the server answers to anybody at all: its health, its headers, its refusals. */

import {afterAll, beforeAll, expect, test} from 'vitest';
import {
  cleanUps,
  type Seeded,
  seed,
  type StartedServer,
  startServer,
} from '../support/started-server.ts';

const shared = cleanUps();
let server: StartedServer;
let seeded: Seeded;
let cookie: string;

beforeAll(async () => {
  server = await startServer({cleanUp: shared.add, example: false});
  seeded = await seed(server.dataFolder, '--people', '1', '--words', '20');
  cookie = seeded.people[0]?.cookie ?? '';
});
afterAll(shared.run);

test('says that it is alive and that it can append', async () => {
  expect((await server.ask('/healthz')).status).toBe(200);
  expect((await server.ask('/readyz')).status).toBe(200);
});

test('without a session one sees nothing, whatever one asks for', async () => {
  const paths = [
    '/api/me',
    `/api/labs/${seeded.lab.id}`,
    '/api/documents/unknown1',
    '/api/nothing',
  ];
  for (const path of paths) {
    const answer = await server.ask(path);
    expect([path, answer.status]).toEqual([path, 401]);
    expect(await answer.json()).toEqual({error: {code: 'signed_out', details: {}}});
  }
});

test('forbids every script and style that is not one of our files', async () => {
  const policy = (await server.ask('/')).headers.get('content-security-policy') ?? '';
  const directives = new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
  expect(directives.get('default-src')).toEqual(["'self'"]);
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('connect-src')).toEqual(["'self'"]);
  expect(directives.get('object-src')).toEqual(["'none'"]);
  expect(directives.get('base-uri')).toEqual(["'none'"]);
  expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toMatch(/https?:/);
});

test('sends the headers that keep browsers from guessing, framing and telling', async () => {
  const page = (await server.ask('/')).headers;
  expect(page.get('permissions-policy')).toContain('camera=()');
  expect(page.get('x-frame-options')).toBe('DENY');
  expect(page.get('cross-origin-opener-policy')).toBe('same-origin');
  for (const path of ['/api/me', '/api/nothing']) {
    const data = (await server.ask(path, {cookie})).headers;
    expect(data.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(data.get('cache-control')).toBe('no-store');
    for (const headers of [page, data]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      // Over plain http a browser must not be told to insist on https.
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  }
});

test('data comes as small as is worth it, in what whoever asks can read', async () => {
  const path = `/api/labs/${seeded.lab.id}`;
  const get = (at: string, accepted: string) =>
    fetch(server.url + at, {headers: {cookie, 'accept-encoding': accepted}});
  const plain = await get(path, 'identity');
  const said: unknown = await plain.json();
  expect(plain.headers.get('content-encoding')).toBeNull();
  for (const accepted of ['gzip, deflate, br', 'br;q=0, gzip', 'gzip']) {
    const answer = await get(path, accepted);
    const isBrotli = answer.headers.get('content-encoding') === 'br';
    expect([accepted, isBrotli]).toEqual([accepted, accepted.endsWith(' br')]);
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(await answer.json()).toEqual(said);
  }
  const little = await get('/api/me/news', 'br');
  expect(little.headers.get('content-encoding')).toBeNull();
  expect(little.headers.get('content-length')).toBe(String((await little.text()).length));
});

test('refuses a change that a foreign page asks for, and takes it from its own', async () => {
  const path = `/api/labs/${seeded.lab.id}/documents`;
  const body = {template: 'free'};
  for (const origin of ['https://elders.example', 'null', `${server.url}.example`]) {
    const answer = await server.ask(path, {cookie, body, headers: {origin}});
    expect([origin, answer.status]).toEqual([origin, 403]);
    expect(await answer.json()).toMatchObject({error: {code: 'wrong_origin'}});
  }
  const own = await server.ask(path, {cookie, body, headers: {origin: server.url}});
  expect(own.status).toBe(201);
  const program = await server.ask(path, {cookie, body});
  expect(program.status).toBe(201);
});

test('refuses a body that is no JSON, is sent as a form, or does not fit', async () => {
  const path = `/api/labs/${seeded.lab.id}/documents`;
  const send = (type: string, body: string) =>
    fetch(server.url + path, {method: 'POST', headers: {cookie, 'content-type': type}, body});
  const answers = await Promise.all([
    send('application/json', '{"template":'),
    send('application/json', '[]'),
    send('application/json', '{"template":"elsewhere"}'),
    send('application/json', '{"template":"free","title":"   "}'),
    send('application/json', JSON.stringify({template: 'free', title: 'a'.repeat(201)})),
    send('text/plain', '{"template":"free"}'),
    send('application/x-www-form-urlencoded', 'template=free'),
  ]);
  for (const answer of answers) {
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({error: {code: 'bad_request'}});
  }
});

test('refuses a body over 64 KiB', async () => {
  const answer = await server.ask(`/api/labs/${seeded.lab.id}/documents`, {
    cookie,
    body: {template: 'free', title: 'a'.repeat(70_000)},
  });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({error: {code: 'too_large'}});
});

test('serves no file from outside the built client', async () => {
  const answers = await Promise.all(
    ['/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fpackage.json', '/%00.js', '/%zz.js'].map(
      async (path) => (await server.ask(path)).status,
    ),
  );
  expect(answers).toEqual([404, 404, 404, 404]);
});

test('the log names no person, title or token', async () => {
  await server.ask('/api/sign-in/look', {body: {token: 'geheimgeheimgeheim'}});
  await server.ask(`/api/documents/${seeded.documents[0]?.id}`, {cookie});
  const log = server.stderr() + server.stdout();
  expect(log).not.toContain('geheim');
  expect(log).not.toContain(seeded.people[0]?.name);
  expect(log).not.toContain('Oefenplan');
  expect(log).not.toContain('session_token');
});
