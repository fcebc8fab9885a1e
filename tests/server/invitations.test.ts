/** Asking somebody in: who may, how long it works, what it opens and what it leaves behind. */

import type {InvitationMade, InvitationView, LabView, LogPage, MeView} from '@samenspel/shared';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {cookieOf, type MovedServer, movedServer} from '../support/moved-server.ts';
import {tokenOf} from '../support/started-server.ts';
import {until} from '../support/until.ts';
import {bareSocket, type} from '../support/wire.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test('who is invited types a name, is in, and writes at once; they count when confirmed', async () => {
  const lab = await aLab();
  const {link, invitation} = await lab.invite({side: 'informal'});
  expect(invitation).toMatchObject({use: 'once', state: 'open', uses: 0, document: null});
  expect(new URL(link)).toMatchObject({pathname: '/meedoen', search: ''});
  const look = await lab.server.ask('/api/invitations/look', {body: {token: tokenOf(link)}});
  expect(await look.json()).toEqual({
    ...{labName: 'Oefenlab', neighbourhood: 'Oefenbuurt', role: 'member', side: 'informal'},
  });
  const answer = await lab.join(link, 'Nadia');
  const cookie = cookieOf(answer);
  expect(await answer.json()).toEqual({labId: lab.id});
  const view = (await (await lab.server.ask(`/api/labs/${lab.id}`, {cookie})).json()) as LabView;
  expect(view).toMatchObject({side: 'informal', role: 'member'});
  expect(view.members.find(({name}) => name === 'Nadia')).toMatchObject({counts: false});
  const written = await lab.server.ask(`/api/labs/${lab.id}/documents`, {
    cookie,
    body: {template: 'free'},
  });
  expect(written.status).toBe(201);
});

test('[R32] of an invitation only the hash is kept, wherever one looks', async () => {
  const lab = await aLab();
  const {link} = await lab.invite({email: 'nadia@voorbeeld.nl'});
  const database = lab.server.database();
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").all() as {
    name: string;
  }[];
  expect(tables.length).toBeGreaterThan(15);
  for (const {name} of tables) {
    const rows = database.prepare(`select * from "${name}"`).all();
    expect([name, JSON.stringify(rows).includes(tokenOf(link))]).toEqual([name, false]);
  }
  expect(tokenOf(link)).toMatch(/^[\w-]{43}$/);
});

test('[R32] an invitation for one works once, also for two at the same time', async () => {
  const lab = await aLab();
  const {link} = await lab.invite({});
  const answers = await Promise.all(['Ans', 'Bo', 'Cas'].map((name) => lab.join(link, name)));
  expect(answers.map(({status}) => status).toSorted((one, other) => one - other)).toEqual([
    200, 404, 404,
  ]);
  const look = await lab.server.ask('/api/invitations/look', {body: {token: tokenOf(link)}});
  expect([look.status, await look.json()]).toEqual([
    404,
    {error: {code: 'link_invalid', details: {}}},
  ]);
});

test('an invitation for a meeting lets everybody in until its time of day', async () => {
  const lab = await aLab();
  const {link} = await lab.invite({use: 'meeting', until: Date.now() + 2 * hour});
  for (const name of ['Ans', 'Bo', 'Cas']) expect((await lab.join(link, name)).status).toBe(200);
  expect((await lab.list())[0]).toMatchObject({uses: 3, state: 'open', use: 'meeting'});
  lab.server.later(2 * hour + minute);
  expect((await lab.join(link, 'Dina')).status).toBe(404);
  expect((await lab.list())[0]).toMatchObject({uses: 3, state: 'expired'});
});

test('[R32] an invitation for one is over after a week, one for a meeting lasts a day at most', async () => {
  const lab = await aLab();
  const {link} = await lab.invite({});
  lab.server.later(7 * day - minute);
  expect((await lab.look(link)).status).toBe(200);
  lab.server.later(2 * minute);
  expect((await lab.look(link)).status).toBe(404);
  expect((await lab.join(link, 'Laat')).status).toBe(404);
  const now = Date.now() + 7 * day + minute;
  for (const end of [now + day + hour, now - hour, undefined]) {
    const answer = await lab.ask({use: 'meeting', ...(end ? {until: end} : {})});
    expect([end, answer.status]).toEqual([end, 400]);
  }
});

test('every member sees the invitations and takes them back, whoever made them', async () => {
  const lab = await aLab();
  const {link, invitation} = await lab.invite({});
  const seen = await lab.list(lab.other);
  expect(seen).toMatchObject([{id: invitation.id, state: 'open'}]);
  expect(JSON.stringify(seen)).not.toContain(tokenOf(link));
  for (const time of ['first', 'second']) {
    const answer = await lab.server.ask(`/api/invitations/${invitation.id}/withdraw`, {
      ...{cookie: lab.other, method: 'POST'},
    });
    expect([time, answer.status]).toEqual([time, 200]);
    expect(await answer.json()).toMatchObject({state: 'withdrawn'});
  }
  expect((await lab.join(link, 'Nadia')).status).toBe(404);
  const kinds = await lab.log();
  expect(kinds.filter((kind) => kind === 'invitation_withdrawn')).toHaveLength(1);
});

test('who joins stands in the log, as does who invited', async () => {
  const lab = await aLab();
  const {link} = await lab.invite({role: 'reviewer', side: 'formal'});
  await lab.join(link, 'Rik');
  const {entries} = (await (
    await lab.server.ask(`/api/labs/${lab.id}/log`, {cookie: lab.cookie})
  ).json()) as LogPage;
  expect(entries.slice(0, 2)).toMatchObject([
    {kind: 'joined', by: {name: 'Rik'}, role: 'reviewer', side: 'formal'},
    {kind: 'invited', by: {name: 'Amina'}, role: 'reviewer', side: 'formal'},
  ]);
});

test('only members invite; who reads or looks back does not, and sees no invitations', async () => {
  const lab = await aLab();
  for (const role of ['commenter', 'reviewer'] as const) {
    const {link} = await lab.invite({role});
    const cookie = cookieOf(await lab.join(link, `Een ${role}`));
    const asked = await lab.ask({}, cookie);
    expect([role, asked.status]).toEqual([role, 403]);
    const path = `/api/labs/${lab.id}/invitations`;
    expect([role, (await lab.server.ask(path, {cookie})).status]).toEqual([role, 403]);
    const id = (await lab.list())[0]?.id;
    const taken = await lab.server.ask(`/api/invitations/${id}/withdraw`, {cookie, method: 'POST'});
    expect([role, taken.status]).toEqual([role, 403]);
  }
});

test('another lab’s invitations are not there', async () => {
  const lab = await aLab();
  const {invitation} = await lab.invite({});
  const founded = await lab.server.ask('/api/labs', {
    cookie: lab.other,
    body: {name: 'Elders', neighbourhood: 'Ginds', side: 'formal'},
  });
  const {id} = (await founded.json()) as {id: string};
  const path = `/api/labs/${id}/invitations`;
  expect((await lab.server.ask(path, {cookie: lab.cookie})).status).toBe(404);
  const stranger = await strangerIn(lab);
  const taken = await lab.server.ask(`/api/invitations/${invitation.id}/withdraw`, {
    ...{cookie: stranger, method: 'POST'},
  });
  expect(taken.status).toBe(404);
});

test('who is signed in joins as themselves; who is in already goes on, unchanged', async () => {
  const lab = await aLab();
  const stranger = await strangerIn(lab);
  const {link} = await lab.invite({use: 'meeting', until: Date.now() + hour, side: 'formal'});
  const joined = await lab.join(link, undefined, stranger);
  expect([joined.status, joined.headers.getSetCookie()]).toEqual([200, []]);
  const me = (await (await lab.server.ask('/api/me', {cookie: stranger})).json()) as MeView;
  expect(me.labs.map(({id}) => id)).toContain(lab.id);
  // Amina is informal, and a member: an invitation as something else changes neither.
  const other = await lab.invite({side: 'formal', role: 'reviewer'});
  expect(await (await lab.join(other.link, undefined, lab.cookie)).json()).toEqual({labId: lab.id});
  const view = await lab.server.ask(`/api/labs/${lab.id}`, {cookie: lab.cookie});
  expect(await view.json()).toMatchObject({side: 'informal', role: 'member'});
  // And it is not used up by it.
  expect((await lab.look(other.link)).status).toBe(200);
});

test('who goes and comes back stays on their side and has to be confirmed anew', async () => {
  const lab = await aLab();
  await lab.server.ask(`/api/labs/${lab.id}/leave`, {cookie: lab.other, method: 'POST'});
  const {link} = await lab.invite({side: 'informal'});
  expect((await lab.join(link, undefined, lab.other)).status).toBe(200);
  const view = (await (
    await lab.server.ask(`/api/labs/${lab.id}`, {cookie: lab.other})
  ).json()) as LabView;
  expect(view.side).toBe('formal');
  expect(view.members.find(({name}) => name === 'Bart')).toMatchObject({counts: false});
});

test('what somebody invited to is void once they are out of the lab', async () => {
  const lab = await aLab();
  const {link} = await lab.invite({});
  await lab.server.ask(`/api/labs/${lab.id}/leave`, {cookie: lab.cookie, method: 'POST'});
  expect((await lab.join(link, 'Nadia')).status).toBe(404);
});

test('a guest of one document reads that and nothing else of the lab', async () => {
  const lab = await aLab();
  const document = lab.server.seeded.documents[0]?.id;
  const {link} = await lab.invite({role: 'commenter', document});
  const answer = await lab.join(link, 'Gast');
  expect(await answer.json()).toEqual({labId: lab.id, documentId: document});
  const cookie = cookieOf(answer);
  const read = await lab.server.ask(`/api/documents/${document}`, {cookie});
  expect(await read.json()).toMatchObject({role: 'commenter'});
  expect((await lab.server.ask(`/api/labs/${lab.id}`, {cookie})).status).toBe(404);
  const more = await lab.server.ask(`/api/labs/${lab.id}/documents`, {
    cookie: lab.cookie,
    body: {template: 'free'},
  });
  const {id} = (await more.json()) as {id: string};
  expect((await lab.server.ask(`/api/documents/${id}`, {cookie})).status).toBe(404);
  const asMember = await lab.ask({role: 'member', document});
  expect(asMember.status).toBe(400);
  const elsewhere = await lab.ask({role: 'commenter', document: 'nergens123'});
  expect(elsewhere.status).toBe(404);
});

test('a guest who becomes a member writes at once in what they have open', async () => {
  const lab = await aLab();
  const document = lab.server.seeded.documents[0]?.id;
  const {link} = await lab.invite({role: 'commenter', document});
  const cookie = cookieOf(await lab.join(link, 'Gast'));
  const socket = await bareSocket(lab.server, `/sync/${document}`, {cookie});
  const heard = new Promise<void>((resolve) =>
    socket.onFrame((frame) => {
      if (frame.type === 'notice' && frame.notice.kind === 'rights') resolve();
    }),
  );
  const more = await lab.invite({role: 'member'});
  expect((await lab.join(more.link, undefined, cookie)).status).toBe(200);
  await heard;
  const doc = new Y.Doc();
  type(doc, 'Nu schrijf ik mee.');
  socket.send({type: 'update', update: Y.encodeStateAsUpdate(doc)});
  await until('it is on disk', () => socket.saved() > 0);
});

test('a name is one short line without hidden signs', async () => {
  const lab = await aLab();
  const {link} = await lab.invite({use: 'meeting', until: Date.now() + hour});
  const names = ['', '   ', 'a'.repeat(61), 'Na\u0000dia', 'Na\u202Edia', 'Na\ndia', undefined];
  for (const name of names) {
    expect([name, (await lab.join(link, name)).status]).toEqual([name, 400]);
  }
  await lab.join(link, `  Nadia   ${'é'.normalize('NFD')}l `);
  const view = (await (
    await lab.server.ask(`/api/labs/${lab.id}`, {cookie: lab.cookie})
  ).json()) as LabView;
  expect(view.members.map(({name}) => name)).toEqual(['Amina', 'Bart', 'Nadia él']);
});

interface Wish {
  readonly role?: string;
  readonly side?: string;
  readonly use?: string;
  readonly until?: number;
  readonly document?: string | undefined;
  readonly email?: string;
}

async function aLab(): Promise<ReturnType<typeof actingIn>> {
  return actingIn(await movedServer());
}

function actingIn(server: MovedServer) {
  const {id} = server.seeded.lab;
  const [cookie = '', other = ''] = server.seeded.people.map((person) => person.cookie);
  const ask = ({document, ...wish}: Wish, as = cookie) =>
    server.ask(`/api/${document ? `documents/${document}` : `labs/${id}`}/invitations`, {
      cookie: as,
      body: {role: 'member', side: 'informal', use: 'once', ...wish},
    });
  return {
    ...{server, id, cookie, other, ask},
    invite: async (wish: Wish) => {
      const answer = await ask(wish);
      expect(answer.status).toBe(201);
      return (await answer.json()) as InvitationMade;
    },
    look: (link: string) => server.ask('/api/invitations/look', {body: {token: tokenOf(link)}}),
    join: (link: string, name?: string, as?: string) =>
      server.ask('/api/invitations/accept', {
        ...(as === undefined ? {} : {cookie: as}),
        body: {token: tokenOf(link), name},
      }),
    list: async (as = cookie) => {
      const answer = await server.ask(`/api/labs/${id}/invitations`, {cookie: as});
      return ((await answer.json()) as {invitations: readonly InvitationView[]}).invitations;
    },
    log: async () => {
      const answer = await server.ask(`/api/labs/${id}/log`, {cookie});
      return ((await answer.json()) as LogPage).entries.map(({kind}) => kind);
    },
  };
}

/** Somebody with a lab of their own. */
async function strangerIn(lab: Awaited<ReturnType<typeof aLab>>): Promise<string> {
  const founded = await lab.server.ask('/api/labs', {
    cookie: lab.other,
    body: {name: 'Vreemd', neighbourhood: 'Ginds', side: 'formal'},
  });
  const {id} = (await founded.json()) as {id: string};
  const made = await lab.server.ask(`/api/labs/${id}/invitations`, {
    cookie: lab.other,
    body: {role: 'member', side: 'informal', use: 'once'},
  });
  return cookieOf(await lab.join(((await made.json()) as InvitationMade).link, 'Vreemdeling'));
}
