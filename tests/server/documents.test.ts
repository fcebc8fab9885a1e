/** Documents as things with a title: who may make, name, put away and bring them back. */

import type {DocumentView, LabView, Role} from '@samenspel/shared';
import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import {yXmlFragmentToProsemirrorJSON} from '@tiptap/y-tiptap';
import Database from 'better-sqlite3';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest';
import * as Y from 'yjs';
import {
  type Ask,
  cleanUps,
  type Seeded,
  seed,
  type StartedServer,
  startServer,
} from '../support/started-server.ts';

const shared = cleanUps();
let server: StartedServer;
/** One lab per role, so that what one of them does never shows in another. */
let labs: Readonly<Record<Role, Seeded>>;

beforeAll(async () => {
  server = await startServer({cleanUp: shared.add, example: false});
  const lab = (role: Role) =>
    seed(server.dataFolder, '--people', '2', '--words', '30', '--role', role);
  labs = {
    member: await lab('member'),
    commenter: await lab('commenter'),
    reviewer: await lab('reviewer'),
  };
});
afterAll(shared.run);

test('a member makes a plan from the template, and it is there for both sides', async () => {
  const {lab, people} = labs.member;
  const [informal, formal] = people;
  const made = await server.ask(`/api/labs/${lab.id}/documents`, {
    cookie: informal?.cookie ?? '',
    body: {template: 'plan', title: '  Samen   eten\n'},
  });
  expect(made.status).toBe(201);
  const document = (await made.json()) as DocumentView;
  expect(document).toMatchObject({
    ...{labId: lab.id, title: 'Samen eten', kind: 'plan', role: 'member'},
    ...{changedBy: null, archivedAt: null, present: []},
  });
  const seen = await labOf(labs.member, formal?.cookie);
  expect(seen.documents.map(({id}) => id)).toContain(document.id);
  expect(textOf(document.id)).toContain('blockTitle');
});

test('a new document without a title gets the one of its template', async () => {
  const {lab} = labs.member;
  const made = await ask('member', `/api/labs/${lab.id}/documents`, {body: {template: 'free'}});
  expect(await made.json()).toMatchObject({title: 'Naamloos document', kind: 'free'});
});

test('text from a template is one entry without an author', async () => {
  const {lab} = labs.member;
  const made = await ask('member', `/api/labs/${lab.id}/documents`, {body: {template: 'plan'}});
  const {id} = (await made.json()) as DocumentView;
  const rows = openDatabase()
    .prepare('select seq, actor, client_id, kind from journal where document = ?')
    .all(id);
  expect(rows).toEqual([{seq: 1, actor: null, client_id: null, kind: 'template'}]);
  expect(openDatabase().prepare('select head from document where id = ?').get(id)).toEqual({
    head: 1,
  });
});

test('renaming, archiving and bringing back can be undone by anybody, whatever their side', async () => {
  const [informal = '', formal = ''] = labs.member.people.map(({cookie}) => cookie);
  const path = `/api/documents/${labs.member.documents[0]?.id}`;
  const renamed = await server.ask(path, {
    ...{method: 'PATCH', cookie: informal},
    body: {title: 'Een nieuwe naam'},
  });
  expect(await renamed.json()).toMatchObject({title: 'Een nieuwe naam'});
  const archived = await server.ask(`${path}/archive`, {method: 'POST', cookie: formal});
  const {archivedAt} = (await archived.json()) as DocumentView;
  expect(archivedAt).toEqual(expect.any(Number));
  // Twice is once: the first moment stays.
  const again = await server.ask(`${path}/archive`, {method: 'POST', cookie: informal});
  expect(await again.json()).toMatchObject({archivedAt});
  // Archived is put away, not gone: it can be read, and its history too.
  expect((await server.ask(path, {cookie: informal})).status).toBe(200);
  expect((await server.ask(`${path}/moments`, {cookie: informal})).status).toBe(200);
  const back = await server.ask(`${path}/bring-back`, {method: 'POST', cookie: informal});
  expect(await back.json()).toMatchObject({archivedAt: null, title: 'Een nieuwe naam'});
});

test('renaming does not count as a change of the text', async () => {
  const path = `/api/documents/${labs.member.documents[0]?.id}`;
  const before = (await (await ask('member', path)).json()) as DocumentView;
  await ask('member', path, {method: 'PATCH', body: {title: 'Anders'}});
  const after = (await (await ask('member', path)).json()) as DocumentView;
  expect(after.changedAt).toBe(before.changedAt);
  expect(after.changedBy).toBeNull();
});

// Written down by hand, not derived from `can`.
const expected: readonly (readonly [
  string,
  Ask,
  (seeded: Seeded) => string,
  Record<Role, number>,
])[] = [
  ['read the lab', {}, (one) => `/api/labs/${one.lab.id}`, all(200)],
  ['read a document', {}, documentPath, all(200)],
  ['read its history', {}, (one) => `${documentPath(one)}/moments`, all(200)],
  ['read a moment', {}, (one) => `${documentPath(one)}/moments/1`, all(200)],
  [
    'make a document',
    {body: {template: 'free'}},
    (one) => `/api/labs/${one.lab.id}/documents`,
    members(201),
  ],
  ['rename', {method: 'PATCH', body: {title: 'Nieuw'}}, documentPath, members(200)],
  ['archive', {method: 'POST'}, (one) => `${documentPath(one)}/archive`, members(200)],
  ['bring back', {method: 'POST'}, (one) => `${documentPath(one)}/bring-back`, members(200)],
];

for (const [what, asked, path, statuses] of expected) {
  for (const role of ['member', 'commenter', 'reviewer'] as const) {
    test(`a ${role} who wants to ${what} gets ${statuses[role]}, on either side`, async () => {
      for (const {cookie} of labs[role].people) {
        const answer = await server.ask(path(labs[role]), {...asked, cookie});
        expect(answer.status).toBe(statuses[role]);
      }
    });
  }

  test(`what is foreign and what is absent look alike to who wants to ${what}`, async () => {
    const cookie = labs.commenter.people[0]?.cookie ?? '';
    const nothing = {lab: {id: 'bestaatniet'}, documents: [{id: 'bestaatniet'}]} as unknown;
    const odd = {lab: {id: 'a'}, documents: [{id: '%F0%9F%8C%B7'}]} as unknown;
    const bodies: unknown[] = [];
    for (const target of [labs.member, nothing as Seeded, odd as Seeded]) {
      const answer = await server.ask(path(target), {...asked, cookie});
      expect(answer.status).toBe(404);
      bodies.push(await answer.json());
    }
    for (const body of bodies) expect(body).toEqual({error: {code: 'not_found', details: {}}});
  });

  test(`nobody who is signed out can ${what}`, async () => {
    expect((await server.ask(path(labs.member), asked)).status).toBe(401);
  });
}

test('[R3] text that does not fit the schema never becomes an update', () => {
  expect(() => contentToUpdate({type: 'doc', content: [{type: 'listItem'}]})).toThrow(RangeError);
  expect(() => contentToUpdate({type: 'doc', content: [{type: 'video'}]})).toThrow(RangeError);
});

function all(status: number): Record<Role, number> {
  return {member: status, commenter: status, reviewer: status};
}

function members(status: number): Record<Role, number> {
  return {member: status, commenter: 403, reviewer: 403};
}

function documentPath(seeded: Seeded): string {
  return `/api/documents/${seeded.documents[0]?.id}`;
}

function ask(role: Role, path: string, asked: Ask = {}): Promise<Response> {
  return server.ask(path, {...asked, cookie: labs[role].people[0]?.cookie ?? ''});
}

async function labOf({lab}: Seeded, cookie = ''): Promise<LabView> {
  return (await (await server.ask(`/api/labs/${lab.id}`, {cookie})).json()) as LabView;
}

function openDatabase(): Database.Database {
  const database = new Database(join(server.dataFolder, 'samenspel.db'), {timeout: 5_000});
  onTestFinished(() => void database.close());
  return database;
}

/** The whole text as JSON, replayed from the journal. */
function textOf(documentId: string): string {
  const doc = new Y.Doc();
  const rows = openDatabase()
    .prepare<[string], {bytes: Buffer}>('select bytes from journal where document = ? order by seq')
    .all(documentId);
  for (const {bytes} of rows) Y.applyUpdate(doc, bytes);
  return JSON.stringify(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment('default')));
}
