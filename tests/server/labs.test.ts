/** Who I am, which labs I am in, and that nothing leaks from one to another. */

import type {LabView, MeView} from '@samenspel/shared';
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest';
import {cleanUps, seed, type StartedServer, startServer} from '../support/started-server.ts';

const shared = cleanUps();
let server: StartedServer;

beforeAll(async () => {
  server = await startServer({cleanUp: shared.add});
});
afterAll(shared.run);

test('the first start makes a lab with one of each side and a real plan to try out', async () => {
  const cookie = await server.signIn(server.links.informal);
  const me = (await (await server.ask('/api/me', {cookie})).json()) as MeView;
  expect(me.labs).toHaveLength(1);
  const lab = (await (await server.ask(`/api/labs/${me.labs[0]?.id}`, {cookie})).json()) as LabView;
  expect(lab.side).toBe('informal');
  expect(lab.members.map(({side}) => side).toSorted()).toEqual(['formal', 'informal']);
  expect(new Set(lab.members.map(({role}) => role))).toEqual(new Set(['member']));
  expect(lab.documents).toMatchObject([{kind: 'plan', changedBy: null, archivedAt: null}]);
  const moments = await server.ask(`/api/documents/${lab.documents[0]?.id}/moments/1`, {cookie});
  expect((await moments.text()).length).toBeGreaterThan(15_000);
});

test('both links stand in the same lab, each on its own side', async () => {
  const own = await startServer({cleanUp: onTestFinished});
  const found = await Promise.all(
    [own.links.informal, own.links.formal].map(async (link) => {
      const cookie = await own.signIn(link);
      return ((await (await own.ask('/api/me', {cookie})).json()) as MeView).labs[0];
    }),
  );
  expect(found.map((lab) => lab?.side)).toEqual(['informal', 'formal']);
  expect(found[0]?.id).toBe(found[1]?.id);
});

test('a second start keeps everything, seeds nothing and prints two fresh links', async () => {
  const first = await startServer({cleanUp: onTestFinished});
  const cookie = await first.signIn(first.links.informal);
  const before = await labOf(first, cookie);
  await first.ask(`/api/labs/${before.id}/documents`, {cookie, body: {template: 'free'}});
  await first.kill();
  const second = await startServer({cleanUp: onTestFinished, dataFolder: first.dataFolder});
  const after = await labOf(second, cookie);
  expect(after.id).toBe(before.id);
  expect(after.documents).toHaveLength(before.documents.length + 1);
  expect(after.members).toEqual(before.members);
  expect(second.links.informal).not.toBe(first.links.informal);
  await second.signIn(second.links.informal);
  await second.signIn(second.links.formal);
});

test('without an example the first start makes nothing, and says how to go on', async () => {
  const own = await startServer({cleanUp: onTestFinished, example: false});
  expect(own.links).toEqual({informal: '', formal: ''});
  expect(own.stdout()).toContain('pnpm seed');
});

test('two labs see nothing of each other', async () => {
  const one = await seed(server.dataFolder, '--people', '2');
  const other = await seed(server.dataFolder, '--people', '2');
  const cookie = one.people[0]?.cookie ?? '';
  const me = await (await server.ask('/api/me', {cookie})).text();
  const lab = await (await server.ask(`/api/labs/${one.lab.id}`, {cookie})).text();
  for (const {id} of [other.lab, ...other.people, ...other.documents]) {
    expect(me + lab).not.toContain(id);
  }
  expect((await server.ask(`/api/labs/${other.lab.id}`, {cookie})).status).toBe(404);
});

async function labOf(of: StartedServer, cookie: string): Promise<LabView> {
  const me = (await (await of.ask('/api/me', {cookie})).json()) as MeView;
  return (await (await of.ask(`/api/labs/${me.labs[0]?.id}`, {cookie})).json()) as LabView;
}
