/** What the operator does from the command line, beside a running server and in sight of the lab. */

import type {LabView, LogPage, MeView} from '@samenspel/shared';
import {expect, onTestFinished, test} from 'vitest';
import {cookieOf, type MovedServer, movedServer} from '../support/moved-server.ts';
import {type Ended, runCli, temporaryFolder, tokenOf} from '../support/started-server.ts';

test('lists the labs and who is in one, and says so in their logs', async () => {
  const server = await movedServer();
  const {lab, people} = server.seeded;
  const {stdout} = await pnpmLab(server.folder, 'list');
  expect(stdout).toBe(`${lab.id}  Oefenlab (Oefenbuurt), 2 mensen\n`);
  const inside = JSON.parse(
    (await pnpmLab(server.folder, 'list', '--lab', lab.id, '--json')).stdout,
  ) as unknown;
  const expected = people.map(({id, name, side, role}) => ({id, name, side, role}));
  expect(inside).toEqual({people: expected});
  expect(await logOf(server)).toMatchObject([
    {kind: 'operator_looked', by: null, about: null},
    {kind: 'operator_looked', by: null, about: null},
    {kind: 'lab_founded'},
  ]);
});

test('makes a lab with its first person, who counts and comes in by the link', async () => {
  const server = await movedServer();
  const {stdout} = await pnpmLab(
    ...([server.folder, 'create', '--name', 'Lab Noord', '--neighbourhood', 'Noord'] as const),
    ...['--founder', 'Hülya', '--side', 'informal', '--public-url', server.url, '--json'],
  );
  const made = JSON.parse(stdout) as {lab: {id: string}; link: string};
  expect(made.link).toContain(`${server.url}/inloggen#`);
  const answer = await server.ask('/api/sign-in', {body: {token: tokenOf(made.link)}});
  const cookie = cookieOf(answer);
  const view = (await (await server.ask(`/api/labs/${made.lab.id}`, {cookie})).json()) as LabView;
  expect(view).toMatchObject({name: 'Lab Noord', neighbourhood: 'Noord', side: 'informal'});
  expect(view.members).toMatchObject([{name: 'Hülya', counts: true}]);
  const log = await server.ask(`/api/labs/${made.lab.id}/log`, {cookie});
  expect(((await log.json()) as LogPage).entries).toMatchObject([
    {kind: 'operator_created', by: null, about: {name: 'Hülya'}},
  ]);
});

test('a link of the operator opens that lab only, and the lab reads for whom it was', async () => {
  const server = await movedServer();
  const {lab, people} = server.seeded;
  const [mine] = people;
  await server.ask('/api/labs', {
    cookie: mine?.cookie ?? '',
    body: {name: 'Ander lab', neighbourhood: 'Ginds', side: 'formal'},
  });
  const {stdout} = await pnpmLab(
    ...([server.folder, 'link', '--lab', lab.id, '--person', mine?.id ?? ''] as const),
    ...['--public-url', server.url],
  );
  const link = /http\S+/.exec(stdout)?.[0] ?? '';
  const cookie = cookieOf(await server.ask('/api/sign-in', {body: {token: tokenOf(link)}}));
  const me = (await (await server.ask('/api/me', {cookie})).json()) as MeView;
  expect(me.labs.map(({id}) => id)).toEqual([lab.id]);
  expect((await logOf(server))[0]).toMatchObject({
    ...{kind: 'operator_link', by: null, about: {name: mine?.name}},
  });
});

test('lets somebody new into a lab only when nobody is left in it, and then they count', async () => {
  const server = await movedServer();
  const {lab, people} = server.seeded;
  const letIn = () =>
    pnpmLab(
      ...([server.folder, 'link', '--lab', lab.id, '--name', 'Nieuw', '--side', 'formal'] as const),
      ...['--public-url', server.url],
    );
  const refused = await letIn();
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toMatch(/^[^\n]+uitnodigen\.\n$/);
  for (const {cookie} of people) {
    await server.ask(`/api/labs/${lab.id}/leave`, {cookie, method: 'POST'});
  }
  const link = /http\S+/.exec((await letIn()).stdout)?.[0] ?? '';
  const cookie = cookieOf(await server.ask('/api/sign-in', {body: {token: tokenOf(link)}}));
  const view = (await (await server.ask(`/api/labs/${lab.id}`, {cookie})).json()) as LabView;
  expect(view.members).toMatchObject([{name: 'Nieuw', side: 'formal', counts: true}]);
});

test('a wrong word, option or number is one line and exit 1', async () => {
  const folder = await temporaryFolder(onTestFinished);
  const wrong = [
    [],
    ['weg'],
    ['list', '--lab', '!'],
    ['list', '--lab', 'nergens123'],
    ['create', '--name', 'Lab'],
    ['create', '--name', '', '--neighbourhood', 'B', '--founder', 'F', '--side', 'formal'],
    ['create', '--name', 'Lab', '--neighbourhood', 'B', '--founder', 'F', '--side', 'midden'],
    ['link', '--lab', 'nergens123'],
    ['link', '--lab', 'nergens123', '--person', 'niemand123'],
    ['list', '--onbekend'],
  ];
  for (const args of wrong) {
    const {code, stdout, stderr} = await runCli(['lab', ...args, '--data', folder]);
    expect([args, code, stdout]).toEqual([args, 1, '']);
    expect(stderr).toMatch(/^[^\n]+\n$/);
  }
});

async function pnpmLab(folder: string, ...args: readonly string[]): Promise<Ended> {
  return runCli(['lab', ...args, '--data', folder]);
}

async function logOf(server: MovedServer): Promise<LogPage['entries']> {
  const answer = await server.ask(`/api/labs/${server.seeded.lab.id}/log`, {
    cookie: server.seeded.people[0]?.cookie ?? '',
  });
  return ((await answer.json()) as LogPage).entries;
}
