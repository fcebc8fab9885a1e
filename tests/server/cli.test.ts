/** The operator's commands. */

import {join} from 'node:path';
import type {LabView, MeView} from '@samenspel/shared';
import Database from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {runCli, seed, startServer, temporaryFolder} from '../support/started-server.ts';

test('seed prints one JSON object with people on alternating sides, and nothing else', async () => {
  const folder = await temporaryFolder(onTestFinished);
  const {code, stdout, stderr} = await runCli([
    ...['seed', '--people', '3', '--documents', '2', '--words', '40', '--role', 'commenter'],
    ...['--data', folder, '--json'],
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^\{[^\n]+\}\n$/);
  const seeded: unknown = JSON.parse(stdout);
  const text = expect.any(String) as string;
  const person = (side: string) => ({
    ...{id: text, name: text, cookie: text},
    side,
    role: 'commenter',
  });
  expect(seeded).toEqual({
    lab: {id: text, name: text},
    people: [person('informal'), person('formal'), person('informal')],
    documents: [
      {id: text, title: text},
      {id: text, title: text},
    ],
  });
});

test('seeded cookies work on a server that runs already', async () => {
  const server = await startServer({cleanUp: onTestFinished});
  const {lab, people, documents} = await seed(
    server.dataFolder,
    '--people',
    '30',
    '--role',
    'reviewer',
  );
  expect(people).toHaveLength(30);
  for (const {cookie, id, side, role} of people) {
    const me = (await (await server.ask('/api/me', {cookie})).json()) as MeView;
    expect(me).toMatchObject({id, labs: [{id: lab.id, side, role}]});
  }
  const cookie = people[0]?.cookie ?? '';
  const view = (await (await server.ask(`/api/labs/${lab.id}`, {cookie})).json()) as LabView;
  expect(view.documents.map(({id, title}) => ({id, title}))).toEqual(documents);
});

test('seeded cookies work on a server that starts later, which still has its example', async () => {
  const dataFolder = await temporaryFolder(onTestFinished);
  const {people} = await seed(dataFolder);
  const server = await startServer({cleanUp: onTestFinished, dataFolder});
  expect((await server.ask('/api/me', {cookie: people[0]?.cookie ?? ''})).status).toBe(200);
  await server.signIn(server.links.formal);
});

test('seed writes as many words as were asked for, and none at all for 0', async () => {
  const folder = await temporaryFolder(onTestFinished);
  const entries = (id: string | undefined) => {
    const database = new Database(join(folder, 'samenspel.db'));
    onTestFinished(() => void database.close());
    return database.prepare('select head from document where id = ?').get(id);
  };
  const empty = await seed(folder, '--words', '0');
  expect(entries(empty.documents[0]?.id)).toEqual({head: 0});
  const full = await seed(folder, '--words', '300');
  expect(entries(full.documents[0]?.id)).toEqual({head: 1});
});

test('seed leaves a folder with a real lab alone, unless it is told to', async () => {
  const folder = await temporaryFolder(onTestFinished);
  await seed(folder);
  const database = new Database(join(folder, 'samenspel.db'));
  database.prepare("update lab set origin = 'founded'").run();
  database.close();
  const refused = await runCli(['seed', '--data', folder, '--json']);
  expect(refused.code).toBe(1);
  expect(refused.stdout).toBe('');
  expect(refused.stderr).toMatch(/^[^\n]*--force[^\n]*\n$/);
  expect((await seed(folder, '--force')).people).toHaveLength(2);
});

test('without --json seed prints a link for everyone', async () => {
  const folder = await temporaryFolder(onTestFinished);
  const {code, stdout} = await runCli(['seed', '--people', '3', '--data', folder]);
  expect(code).toBe(0);
  expect(stdout.match(/\/inloggen#\w+$/gm)).toHaveLength(3);
});

test('a wrong command or option is one line and exit 1', async () => {
  const wrong = [
    [],
    ['zaai'],
    ['seed', '--people', 'tien'],
    ['seed', '--role', 'owner'],
    ['seed', '--peple', '3'],
    ['seed', '--data', '/proc/samenspel'],
  ];
  for (const args of wrong) {
    const {code, stdout, stderr} = await runCli(args);
    expect([args, code, stdout]).toEqual([args, 1, '']);
    expect(stderr).toMatch(/^[^\n]+\n$/);
  }
});
