/** What is kept about somebody: theirs to take along, and to have forgotten. */

import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {openAuth} from '@samenspel/server/auth/auth.ts';
import {openSecret} from '@samenspel/server/auth/secret.ts';
import {systemClock} from '@samenspel/server/clock.ts';
import type {DocumentId, DocumentView, MomentView} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {inviteGuest} from '../support/guest.ts';
import {type Participant, type TestLab, testLab} from '../support/lab.ts';
import {openTestStore} from '../support/store.ts';
import {until} from '../support/until.ts';
import {bareSocket, stockClient} from '../support/wire.ts';

/** Nobody else is called this, and no word of the product holds it. */
const name = 'Wilhelmijntje';
const address = 'wilhelmijntje@voorbeeld.example';
const secretText = 'Pas na zeven brieven werd ik gebeld';

/** Somebody who left traces wherever one can. */
async function arrange() {
  const lab = await testLab({documents: 2});
  const [me, bart, chaima] = lab.people;
  const [plan, notes] = lab.documentIds as [DocumentId, DocumentId];
  await me.ask('/api/me', {method: 'PATCH', body: {name}});
  await me.ask('/api/me/address', {method: 'PUT', body: {address}});
  await write(lab, me, plan, 'Elke week een open inloop');
  const route = await makeRoute(lab, me, `Het pad van ${name}`);
  await write(lab, me, route, secretText);
  await inviteGuest(lab, me, route);
  await inviteGuest(lab, me, notes, {name: 'Hugo'});
  const path = `/api/documents/${notes}`;
  await me.ask(path, {method: 'PATCH', body: {title: `Notities van ${name}`}});
  await me.ask(path, {method: 'PATCH', body: {title: 'Notities'}});
  const mine = await lab.question(me, {kind: 'close_lab'}, `${name} vindt van wel`);
  const aboutMe = await lab.question(
    bart,
    {kind: 'remove_member', person: me.id},
    `${name} is verhuisd`,
  );
  const bystander = await lab.question(
    chaima,
    {kind: 'change_rules', rules: {text: 'We luisteren'}},
    'Dat hielp',
  );
  return {...lab, me, bart, plan, notes, route, mine, aboutMe, bystander};
}

test('[R35] the typed name must be theirs, and nothing happens before', async () => {
  const {me, labId} = await arrange();
  const answer = await me.ask('/api/me/forget', {body: {name: 'Iemand anders'}});
  expect(answer.status).toBe(400);
  expect((await me.ask(`/api/labs/${labId}`)).status).toBe(200);
});

test('[R35] who is forgotten is out everywhere at once, and told that it is for good', async () => {
  const lab = await arrange();
  const {me, plan, server} = lab;
  const cookie = await anotherSession(lab, me);
  const sockets = await Promise.all(
    [me.cookie, cookie].map((one) => bareSocket(server, `/sync/${plan}`, {cookie: one})),
  );
  await until('both are in', () => sockets.every(({frames}) => frames.length > 0));
  const answer = await me.ask('/api/me/forget', {body: {name: ` ${name.toLowerCase()}`}});
  expect(await answer.json()).toEqual({irreversible: true, inBackupsUntilTheyAge: true});
  expect(answer.headers.getSetCookie().join()).toMatch(/samenspel\.session_token=;.*Max-Age=0/);
  for (const {closed} of sockets) expect(await closed).toBe(4401);
  for (const one of [me.cookie, cookie]) {
    const asked = await fetch(`${server.url}/api/me`, {headers: {cookie: one}});
    expect(asked.status).toBe(401);
  }
});

test('[R35] the joint text stays, by "iemand"; what waited for a key of theirs is withdrawn', async () => {
  const lab = await arrange();
  const {me, bart, plan, route, mine, aboutMe, bystander, labId} = lab;
  await me.ask('/api/me/forget', {body: {name}});
  const client = stockClient(lab.server, bart, plan);
  await until('the text is there', () => client.text().includes('Elke week een open inloop'));
  const seen = await bart.lab();
  expect(seen.members.map(({id}) => id)).not.toContain(me.id);
  expect(seen.questions.map(({id}) => id)).toEqual([bystander.id]);
  const asked = (await (await bart.ask(`/api/labs/${labId}/questions`)).json()) as {
    questions: readonly {id: string; state: string; reason: string}[];
  };
  for (const {id} of [mine, aboutMe]) {
    expect(asked.questions).toContainEqual(
      expect.objectContaining({id, state: 'withdrawn', reason: ''}),
    );
  }
  const view = (await (await bart.ask(`/api/documents/${plan}`)).json()) as DocumentView;
  const iemand = {id: me.id, name: 'iemand', side: 'informal'};
  expect(view.changedBy).toEqual(iemand);
  const moments = (await (await bart.ask(`/api/documents/${plan}/moments`)).json()) as {
    moments: readonly MomentView[];
  };
  expect(moments.moments.flatMap(({people}) => people)).toEqual([iemand]);
  const log = await lab.log(bart);
  expect(log).toContainEqual(expect.objectContaining({kind: 'forgotten', by: iemand}));
  expect(log).toContainEqual(expect.objectContaining({kind: 'asked', by: iemand, words: null}));
  expect(await lab.problems()).toEqual([]);
  expect(rowsIn(lab, 'document').map(({id}) => id)).not.toContain(route);
});

test('[R35] nothing of theirs is found in any table, nor in the bytes of any file', async () => {
  const lab = await arrange();
  const {me, server, database} = lab;
  const traces = [name, address, secretText];
  const found = () => Promise.all(traces.map((trace) => filesWith(server.folder, trace)));
  // Otherwise this would prove nothing.
  for (const files of await found()) expect(files).not.toEqual([]);
  await me.ask('/api/me/forget', {body: {name}});
  for (const table of tablesOf(lab)) {
    const text = JSON.stringify(rowsIn(lab, table), (_key, value: unknown) =>
      isBytes(value) ? Buffer.from(value.data).toString('latin1') : value,
    );
    for (const trace of traces) expect(text, table).not.toContain(trace);
  }
  for (const table of ['session', 'contact', 'mail', 'verification']) {
    expect(JSON.stringify(rowsIn(lab, table)), table).not.toContain(me.id);
  }
  database.close();
  await until('the write-ahead log is empty', async () => (await found()).flat().length === 0);
});

test('[R35] the last of a side may go too: the lab says which side is missing', async () => {
  const lab = await testLab();
  const [amina, bart, chaima] = lab.people;
  for (const one of [amina, chaima]) {
    expect((await one.ask('/api/me/forget', {body: {name: one.name}})).status).toBe(200);
  }
  expect((await bart.lab()).missingSides).toEqual(['informal']);
});

async function makeRoute(
  {labId}: TestLab,
  person: Participant,
  title: string,
): Promise<DocumentId> {
  const body = {template: 'route', title};
  const made = await person.ask(`/api/labs/${labId}/documents`, {body});
  return ((await made.json()) as DocumentView).id;
}

/** Types it, and waits until it is on disk. */
async function write(
  {server, database}: TestLab,
  person: Participant,
  documentId: DocumentId,
  words: string,
): Promise<void> {
  const client = stockClient(server, person, documentId);
  await until('the document is there', () => client.provider.synced);
  client.type(words);
  const changed = database
    .prepare<[string], {who: string | null}>('select changed_by as who from document where id = ?')
    .pluck();
  await until('it is on disk', () => changed.get(documentId) !== null);
  client.provider.destroy();
}

/** Signs in once more; the Cookie header of that session. */
async function anotherSession({server}: TestLab, {id}: Participant): Promise<string> {
  const {db} = await openTestStore(server.folder);
  const secret = await openSecret(server.folder);
  const auth = openAuth({db, secret, publicUrl: server.url, clock: systemClock});
  return auth.cookieFor(id);
}

function tablesOf({database}: TestLab): readonly string[] {
  return database
    .prepare<[], string>("select name from sqlite_schema where type = 'table'")
    .pluck()
    .all() as string[];
}

function rowsIn({database}: TestLab, table: string): readonly Record<string, unknown>[] {
  return database.prepare<[], Record<string, unknown>>(`select * from "${table}"`).all();
}

function isBytes(value: unknown): value is {readonly data: readonly number[]} {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer';
}

/** The files of the data folder in whose bytes this stands. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const names = (await readdir(folder, {withFileTypes: true})).filter((one) => one.isFile());
  const found = await Promise.all(
    names.map(async (one) => {
      const bytes = await readFile(join(folder, one.name));
      return bytes.includes(Buffer.from(text)) ? [one.name] : [];
    }),
  );
  return found.flat();
}
