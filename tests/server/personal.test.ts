/** Personal documents: there for their writer and whom they invite, and for nobody else anywhere. */

import type {
  DocumentId,
  DocumentView,
  InvitationMade,
  InvitationView,
  MeView,
} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {inviteGuest} from '../support/guest.ts';
import {type Participant, type TestLab, testLab} from '../support/lab.ts';
import {tokenOf} from '../support/started-server.ts';
import {until} from '../support/until.ts';
import {bareSocket, stockClient} from '../support/wire.ts';

const title = 'Mijn weg terug naar werk';

/** A lab in which the first person has a personal document with something in it. */
async function arrange(): Promise<TestLab & {readonly route: DocumentView}> {
  const lab = await testLab();
  const [amina] = lab.people;
  const made = await amina.ask(`/api/labs/${lab.labId}/documents`, {
    body: {template: 'route', title},
  });
  expect(made.status).toBe(201);
  return {...lab, route: (await made.json()) as DocumentView};
}

test('[R34] its writer sees it among the lab’s documents, as theirs', async () => {
  const {people, route} = await arrange();
  const [amina] = people;
  expect(route).toMatchObject({kind: 'route', title, owner: {id: amina.id}, role: 'member'});
  expect((await amina.lab()).documents.map(({id}) => id)).toContain(route.id);
});

test('[R34] nothing that others in the lab can ask names it or says that it is there', async () => {
  const {labId, people, route, server, log} = await arrange();
  const [amina, bart, chaima] = people;
  const client = stockClient(server, amina, route.id);
  await until('the document is there', () => client.provider.synced);
  client.type('Dit is van mij');
  for (const other of [bart, chaima]) {
    const paths = [`/api/labs/${labId}`, `/api/labs/${labId}/log`, `/api/labs/${labId}/questions`];
    paths.push(`/api/labs/${labId}/invitations`, '/api/me');
    for (const path of paths) {
      const text = await (await other.ask(path)).text();
      expect(text).not.toContain(route.id);
      expect(text).not.toContain(title);
    }
    for (const path of ['', '/moments', '/moments/1', '/guests']) {
      expect((await other.ask(`/api/documents/${route.id}${path}`)).status).toBe(404);
    }
    const change = {method: 'PATCH', body: {title: 'Van mij'}};
    expect((await other.ask(`/api/documents/${route.id}`, change)).status).toBe(404);
    for (const act of ['archive', 'bring-back', 'delete']) {
      const asked = {method: 'POST', body: {title}};
      expect((await other.ask(`/api/documents/${route.id}/${act}`, asked)).status).toBe(404);
    }
    const socket = await bareSocket(server, `/sync/${route.id}`, {cookie: other.cookie});
    expect(await socket.closed).toBe(4404);
    // Asking for its end is asking for nothing: the answer is that of a document that is not there.
    const act = {kind: 'delete_document', document: route.id};
    const asked = await other.ask(`/api/labs/${labId}/questions`, {body: {act, reason: 'Weg'}});
    const absent = await other.ask(`/api/labs/${labId}/questions`, {
      body: {act: {...act, document: 'bestaatniet'}, reason: 'Weg'},
    });
    expect([asked.status, await asked.json()]).toEqual([absent.status, await absent.json()]);
  }
  expect((await log(amina)).filter(({kind}) => kind === 'document_created')).toEqual([]);
});

test('[R34] its writer alone invites to it, names it and puts it away; a guest reads', async () => {
  const lab = await arrange();
  const {people, route, labId} = lab;
  const [amina, bart] = people;
  await expect(inviteGuest(lab, bart, route.id)).rejects.toThrow('404');
  const guest = await inviteGuest(lab, amina, route.id);
  const path = `/api/documents/${route.id}`;
  expect(await (await guest.ask(path)).json()).toMatchObject({
    ...{title, role: 'commenter', owner: {id: amina.id}},
  });
  expect((await guest.ask(`${path}/moments`)).status).toBe(200);
  for (const [suffix, asked] of [
    ['', {method: 'PATCH', body: {title: 'Anders'}}],
    ['/archive', {method: 'POST'}],
    ['/bring-back', {method: 'POST'}],
    ['/delete', {body: {title}}],
    ['/guests', {}],
  ] as const) {
    expect((await guest.ask(path + suffix, asked)).status, suffix).toBe(403);
  }
  // The guest is in no lab, and finds the document all the same.
  expect((await (await guest.ask('/api/me')).json()) as MeView).toMatchObject({
    labs: [],
    documents: [{id: route.id, title, role: 'commenter'}],
  });
  expect((await guest.ask(`/api/labs/${labId}`)).status).toBe(404);
  const archived = await amina.ask(`${path}/archive`, {method: 'POST'});
  expect(((await archived.json()) as DocumentView).archivedAt).toEqual(expect.any(Number));
});

test('[R34] a member who is invited sees it in the lab as what they were invited as', async () => {
  const lab = await arrange();
  const [amina, bart, chaima] = lab.people;
  const made = await amina.ask(`/api/documents/${lab.route.id}/invitations`, {
    body: {role: 'reviewer', side: 'formal', use: 'once'},
  });
  const {link} = (await made.json()) as {link: string};
  await bart.ask('/api/invitations/accept', {body: {token: new URL(link).hash.slice(1)}});
  const seenBy = async (person: Participant) =>
    (await person.lab()).documents.find(({id}) => id === lab.route.id);
  expect(await seenBy(bart)).toMatchObject({role: 'reviewer', owner: {id: amina.id}});
  expect(await seenBy(chaima)).toBeUndefined();
});

test('[R34] deleting asks for its title, and leaves nothing: no text, no history, no guests', async () => {
  const lab = await arrange();
  const {people, route, server, database} = lab;
  const [amina] = people;
  const guest = await inviteGuest(lab, amina, route.id);
  const client = stockClient(server, amina, route.id);
  await until('the document is there', () => client.provider.synced);
  client.type('Een geheim van zeventien woorden');
  const path = `/api/documents/${route.id}`;
  const wrong = await amina.ask(`${path}/delete`, {body: {title: 'Iets anders'}});
  expect(wrong.status).toBe(400);
  expect((await guest.ask(path)).status).toBe(200);
  const socket = await bareSocket(server, `/sync/${route.id}`, {cookie: guest.cookie});
  await until('the guest is in', () => socket.frames.length > 0);
  const deleted = await amina.ask(`${path}/delete`, {body: {title: ` ${title.toUpperCase()} `}});
  expect(deleted.status).toBe(204);
  expect(await socket.closed).toBe(4404);
  expect((await amina.ask(path)).status).toBe(404);
  expect((await guest.ask(path)).status).toBe(404);
  expect(rowsAbout(lab, route.id)).toEqual([]);
  // Whoever goes on typing into what is gone disturbs nobody.
  client.type('Nog iets');
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect(database.prepare('select count(*) as n from document').get()).toEqual({n: 1});
});

test('[R34] a document of the lab can not be deleted this way', async () => {
  const {documentIds, people} = await testLab();
  const [amina] = people;
  const [plan] = documentIds;
  const view = (await (await amina.ask(`/api/documents/${plan}`)).json()) as DocumentView;
  const asked = {body: {title: view.title}};
  expect((await amina.ask(`/api/documents/${plan}/delete`, asked)).status).toBe(403);
  expect((await amina.ask(`/api/documents/${plan}`)).status).toBe(200);
});

test('[R34] who leaves the lab keeps what is theirs, and can still delete it', async () => {
  const {labId, people, route} = await arrange();
  const [amina] = people;
  await amina.ask(`/api/labs/${labId}/leave`, {method: 'POST'});
  const me = (await (await amina.ask('/api/me')).json()) as MeView;
  expect(me).toMatchObject({labs: [], documents: [{id: route.id, role: 'member'}]});
  const deleted = await amina.ask(`/api/documents/${route.id}/delete`, {body: {title}});
  expect(deleted.status).toBe(204);
});

test('[R34] who left the lab still invites to what is theirs, sees who was asked and takes it back', async () => {
  const lab = await arrange();
  const {labId, people, route} = lab;
  const [amina, bart] = people;
  await amina.ask(`/api/labs/${labId}/leave`, {method: 'POST'});
  const guest = await inviteGuest(lab, amina, route.id);
  expect((await guest.ask(`/api/documents/${route.id}`)).status).toBe(200);
  const path = `/api/documents/${route.id}/invitations`;
  const asked = {body: {role: 'commenter', side: 'formal', use: 'once'}};
  const made = (await (await amina.ask(path, asked)).json()) as InvitationMade;
  const list = async () =>
    ((await (await amina.ask(path)).json()) as {invitations: readonly InvitationView[]})
      .invitations;
  expect((await list()).map(({state}) => state).toSorted()).toEqual(['open', 'used']);

  // Nobody else has a say in it, and the lab's own doors stay shut.
  const withdraw = `/api/invitations/${made.invitation.id}/withdraw`;
  for (const {ask} of [bart, guest]) {
    expect((await ask(withdraw, {method: 'POST'})).status).toBe(404);
  }
  expect([(await bart.ask(path)).status, (await guest.ask(path)).status]).toEqual([404, 403]);
  expect((await amina.ask(`/api/labs/${labId}/invitations`, asked)).status).toBe(404);

  expect((await amina.ask(withdraw, {method: 'POST'})).status).toBe(200);
  expect((await list()).find(({id}) => id === made.invitation.id)?.state).toBe('withdrawn');
  const token = tokenOf(made.link);
  expect((await bart.ask('/api/invitations/accept', {body: {token}})).status).toBe(404);
  expect((await lab.log(bart)).map(({kind}) => kind)).not.toContain('invited');
});

/** Every table in which this id stands. */
function rowsAbout({database}: TestLab, id: DocumentId): readonly string[] {
  const tables = database
    .prepare<[], {name: string}>("select name from sqlite_schema where type = 'table'")
    .all();
  return tables
    .filter(({name}) =>
      database
        .prepare<[], object>(`select * from "${name}"`)
        .all()
        .some((row) => JSON.stringify(row).includes(id)),
    )
    .map(({name}) => name);
}
