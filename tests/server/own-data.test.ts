/** What is kept about somebody: theirs to take along, and to have forgotten. */

import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {openAuth} from '@samenspel/server/auth/auth.ts';
import {openSecret} from '@samenspel/server/auth/secret.ts';
import {systemClock} from '@samenspel/server/clock.ts';
import type {PersonData} from '@samenspel/server/own-data/person-data.ts';
import type {DocumentId, DocumentView, LabId, MomentView, QuestionView} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {inviteGuest} from '../support/guest.ts';
import {type Participant, type TestLab, testLab} from '../support/lab.ts';
import {tokenOf} from '../support/started-server.ts';
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

test('[R35] of what was asked and done before, the words go and the name is "iemand"', async () => {
  const lab = await arrange();
  const {me, bart, labId} = lab;
  const chaima = lab.people[2];
  const rules = {kind: 'change_rules', rules: {text: 'Eerst eten, dan praten'}};
  const theirs = await lab.question(me, rules, `${name} bedacht het`);
  expect((await lab.turn(bart, theirs)).status).toBe(200);
  const about = {kind: 'change_role', person: me.id, role: 'reviewer'};
  const ofThem = await lab.question(chaima, about, `Want ${name} wil dat`);
  expect((await lab.turn(bart, ofThem)).status).toBe(200);
  const other = await lab.question(
    chaima,
    {kind: 'sign_in_link', person: bart.id},
    'Telefoon stuk',
  );
  await me.ask('/api/me/forget', {body: {name}});

  const answer = await bart.ask(`/api/labs/${labId}/questions`);
  const {questions} = (await answer.json()) as {questions: readonly QuestionView[]};
  const seen = (id: QuestionView['id']) => questions.find((one) => one.id === id);
  const iemand = {id: me.id, name: 'iemand', side: 'informal'};
  expect(seen(theirs.id)).toMatchObject({
    ...{state: 'done', askedBy: iemand, reason: '', keys: {informal: {person: iemand}}},
    // What was agreed by both sides stays the lab's.
    act: rules,
  });
  expect(seen(ofThem.id)).toMatchObject({state: 'done', about: iemand, reason: ''});
  expect(seen(other.id)).toMatchObject({state: 'open', reason: 'Telefoon stuk'});
  expect(JSON.stringify(questions)).not.toContain(name);
  expect(JSON.stringify(await lab.log(bart))).not.toContain(name);
  expect(await lab.problems()).toEqual([]);
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

test('one’s own data comes as JSON: all of it, and nobody else by name', async () => {
  const {me, bart, route, plan, labId, mine, aboutMe, people} = await arrange();
  const answer = await me.ask('/api/me/export.json');
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="mijn-gegevens-\d{4}-\d\d-\d\d\.json"$/,
  );
  const text = await answer.text();
  const data = JSON.parse(text) as PersonData;
  expect(data).toMatchObject({id: me.id, name, address, guestOf: []});
  expect(data.devices).toEqual([{label: expect.any(String) as string, lastDay: today()}]);
  expect(data.labs).toMatchObject([{id: labId, side: 'informal', role: 'member', leftAt: null}]);
  const [lab] = data.labs;
  expect(lab?.invitations).toHaveLength(2);
  expect(lab?.questions).toMatchObject([
    {act: 'close_lab', asked: true, aboutMe: false, reason: mine.reason, state: 'open'},
    {act: 'remove_member', asked: false, aboutMe: true, reason: aboutMe.reason, turnedAt: null},
  ]);
  expect(lab?.log.map(({kind}) => kind)).toEqual(
    expect.arrayContaining(['asked', 'key_turned', 'invited', 'document_renamed']),
  );
  expect(data.personalDocuments).toMatchObject([{id: route, kind: 'route'}]);
  expect(JSON.stringify(data.personalDocuments)).toContain(secretText);
  expect(data.writing).toMatchObject([
    {documentId: plan, made: false, passages: ['Elke week een open inloop']},
  ]);
  expect(data.writing[0]?.moments).toHaveLength(1);
  for (const other of people.slice(1)) expect(text).not.toContain(other.name);
  expect(text).not.toContain(bart.id);
});

test('it comes as a page as well: a file that runs nothing, with every word as text', async () => {
  const {me} = await arrange();
  await me.ask('/api/me', {method: 'PATCH', body: {name: '<img src=x>'}});
  const answer = await me.ask('/api/me/export.html');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*sandbox/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const page = await answer.text();
  expect(page).toContain('De gegevens van &lt;img src=x&gt;');
  expect(page).not.toMatch(/<img|<script|\son\w+=|undefined|\[object/);
  for (const words of [secretText, 'Elke week een open inloop', address]) {
    expect(page).toContain(words);
  }
  expect(page).toContain('vroeg om het lab sluiten');
});

test('passages that others wrote in the same text are not among one’s own', async () => {
  const {me, bart, plan, server, database} = await arrange();
  const client = stockClient(server, bart, plan);
  await until('the document is there', () => client.text().includes('inloop'));
  client.type('Dit is van een ander');
  await until('it is on disk', () => {
    const row = database.prepare('select changed_by as who from document where id = ?').get(plan);
    return (row as {who: string}).who === bart.id;
  });
  const text = await (await me.ask('/api/me/export.json')).text();
  expect(text).toContain('Elke week een open inloop');
  expect(text).not.toContain('Dit is van een ander');
});

test('a session of one lab takes along that lab only, and can not end what is elsewhere', async () => {
  const lab = await arrange();
  const {me, server, labId} = lab;
  const made = await me.ask('/api/labs', {
    body: {name: 'Ander lab', neighbourhood: 'Elders', side: 'formal'},
  });
  expect(made.status).toBe(201);
  const ask = await askThroughOneLab(lab, me, labId);
  const text = await (await ask('/api/me/export.json')).text();
  expect(text).toContain(secretText);
  expect(text).not.toContain('Ander lab');
  expect(text).not.toContain(address);
  const forget = await ask('/api/me/forget', {name});
  expect(forget.status).toBe(403);
  expect(await forget.json()).toMatchObject({error: {code: 'one_lab_only'}});
  expect((await fetch(`${server.url}/api/me`, {headers: {cookie: me.cookie}})).status).toBe(200);
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

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** As this person, by a link that opens one lab. */
async function askThroughOneLab(
  lab: TestLab,
  me: Participant,
  labId: LabId,
): Promise<(path: string, body?: unknown) => Promise<Response>> {
  const {server} = lab;
  const {db} = await openTestStore(server.folder);
  const secret = await openSecret(server.folder);
  const auth = openAuth({db, secret, publicUrl: server.url, clock: systemClock});
  const link = await auth.labLink(me.id, labId);
  const post = (body: unknown) => ({
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(body),
  });
  const signedIn = await fetch(`${server.url}/api/sign-in`, post({token: tokenOf(link)}));
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return (path, body) => {
    const asked = body === undefined ? {headers: {}} : post(body);
    return fetch(server.url + path, {...asked, headers: {...asked.headers, cookie}});
  };
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
    .prepare<[], {name: string}>("select name from sqlite_schema where type = 'table'")
    .all()
    .map((row) => row.name);
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
