/**
 * Who may do what, over the whole server: every route × everybody, against answers that are written
 * down here by hand. A new route needs a row in `rows`; without one the first test says which.
 */

import type {QuestionView, SaidView} from '@samenspel/shared';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {
  type Actor,
  actors,
  type Cell,
  type Home,
  openRightsWorld,
  type RightsWorld,
} from '../support/rights-world.ts';

/** How a route is asked, and what everybody is answered. */
interface Row {
  /** The address; may arrange what it needs first. */
  readonly path: (cell: Cell) => string | Promise<string>;
  readonly body?: (cell: Cell) => unknown;
  readonly answers: Readonly<Record<Actor, number>>;
}

let world: RightsWorld;
beforeAll(async () => {
  world = await openRightsWorld();
});
afterAll(() => world.close());

/** Members may, others in the lab may not, and to everybody else it is not there. */
const forMembers = (status: number) => ({
  ...{member: status, commenter: 403, reviewer: 403, stranger: 404, signedOut: 401},
});
/** Who reads and comments may, who only reads may not. */
const forCommenters = (status: number) => ({
  ...{member: status, commenter: status, reviewer: 403, stranger: 404, signedOut: 401},
});
/** Whoever is in the lab may. */
const forEverybody = (status: number) => ({
  ...{member: status, commenter: status, reviewer: status, stranger: 404, signedOut: 401},
});
/** Whoever is signed in may: it is about themselves. */
const forOneself = (status: number) => ({
  ...{member: status, commenter: status, reviewer: status, stranger: status, signedOut: 401},
});
/** Anybody at all, also without a session. */
const forAnybody = (status: number) => ({
  ...{member: status, commenter: status, reviewer: status, stranger: status, signedOut: status},
});

const lab = ({home}: Cell) => `/api/labs/${home.labId}`;
const document = ({home}: Cell) => `/api/documents/${home.documentId}`;
const inLab = (rest: string) => (cell: Cell) => lab(cell) + rest;
const inDocument = (rest: string) => (cell: Cell) => document(cell) + rest;

/** By route. Alphabetical within each part of the house. */
const rows: Readonly<Record<string, Row>> = {
  // Without a lab
  'GET /healthz': {path: () => '/healthz', answers: forAnybody(200)},
  'GET /readyz': {path: () => '/readyz', answers: forAnybody(200)},
  'GET /*': {path: () => '/niets.txt', answers: forAnybody(404)},
  'GET /.well-known/security.txt': {
    path: () => '/.well-known/security.txt',
    answers: forAnybody(404),
  },
  'GET /toegankelijkheid': {path: () => '/toegankelijkheid', answers: forAnybody(200)},
  'GET /privacy': {path: () => '/privacy', answers: forAnybody(200)},

  // Coming in and going out
  'GET /api/ways': {path: () => '/api/ways', answers: forAnybody(200)},
  'POST /api/sign-in': {
    path: () => '/api/sign-in',
    body: () => ({token: ''}),
    answers: forAnybody(400),
  },
  'POST /api/sign-in/look': {
    path: () => '/api/sign-in/look',
    body: () => ({token: 'bestaat-niet'}),
    answers: forAnybody(404),
  },
  'POST /api/sign-in/mail': {
    path: () => '/api/sign-in/mail',
    body: () => ({address: ''}),
    answers: forAnybody(400),
  },
  'POST /api/sign-out': {
    path: () => '/api/sign-out',
    body: () => ({}),
    answers: forAnybody(204),
  },
  'POST /api/address/confirm': {
    path: () => '/api/address/confirm',
    body: () => ({token: 'bestaat-niet'}),
    answers: forAnybody(404),
  },
  'POST /api/address/look': {
    path: () => '/api/address/look',
    body: () => ({token: 'bestaat-niet'}),
    answers: forAnybody(404),
  },
  'POST /api/founding': {
    path: () => '/api/founding',
    body: () => ({token: ''}),
    answers: forAnybody(400),
  },
  'POST /api/founding/look': {
    path: () => '/api/founding/look',
    body: () => ({token: 'bestaat-niet'}),
    answers: forAnybody(404),
  },
  'POST /api/invitations/accept': {
    path: () => '/api/invitations/accept',
    body: () => ({token: ''}),
    answers: forAnybody(400),
  },
  'POST /api/invitations/look': {
    path: () => '/api/invitations/look',
    body: () => ({token: ''}),
    answers: forAnybody(400),
  },

  // About oneself
  'GET /api/me': {path: () => '/api/me', answers: forOneself(200)},
  'PATCH /api/me': {
    path: () => '/api/me',
    body: () => ({name: 'Anders'}),
    answers: forOneself(200),
  },
  'GET /api/me/address': {path: () => '/api/me/address', answers: forOneself(200)},
  'PUT /api/me/address': {
    path: () => '/api/me/address',
    body: () => ({address: null}),
    answers: forOneself(204),
  },
  'GET /api/me/devices': {path: () => '/api/me/devices', answers: forOneself(200)},
  'POST /api/me/devices/:id/sign-out': {
    // Somebody else's device is not there, whoever asks.
    path: ({home, otherSide}) => deviceOf(home.helpers[otherSide].id),
    answers: forOneself(404),
  },
  'GET /api/me/export.json': {path: () => '/api/me/export.json', answers: forOneself(200)},
  'GET /api/me/export.html': {path: () => '/api/me/export.html', answers: forOneself(200)},
  'POST /api/me/forget': {
    path: () => '/api/me/forget',
    body: () => ({name: 'Iemand anders'}),
    answers: forOneself(400),
  },
  'POST /api/me/sign-out-everywhere': {
    path: () => '/api/me/sign-out-everywhere',
    body: () => ({}),
    answers: forOneself(204),
  },

  // News
  'GET /api/me/news': {path: () => '/api/me/news', answers: forOneself(200)},
  'POST /api/me/news/read': {
    path: () => '/api/me/news/read',
    body: () => ({ids: ['bestaat-niet']}),
    answers: forOneself(204),
  },
  'GET /api/me/news-mail': {path: () => '/api/me/news-mail', answers: forOneself(200)},
  'PUT /api/labs/:labId/news-mail': {
    path: inLab('/news-mail'),
    body: () => ({how: 'never'}),
    answers: forEverybody(204),
  },
  'POST /api/mail/off/:token': {
    path: () => '/api/mail/off/bestaat.niet.echt',
    body: () => ({}),
    answers: forAnybody(404),
  },
  'GET /api/documents/:id/since': {path: inDocument('/since'), answers: forEverybody(200)},

  // Labs and their people
  'POST /api/labs': {
    path: () => '/api/labs',
    body: ({side}) => ({name: 'Nieuw lab', neighbourhood: 'Buurt', side}),
    answers: forOneself(201),
  },
  'GET /api/labs/:labId': {path: lab, answers: forEverybody(200)},
  'GET /api/labs/:labId/export': {path: inLab('/export'), answers: forMembers(200)},
  'GET /api/labs/:labId/log': {path: inLab('/log'), answers: forMembers(200)},
  'POST /api/labs/:labId/leave': {
    path: inLab('/leave'),
    body: () => ({}),
    answers: forEverybody(204),
  },
  'POST /api/labs/:labId/members/:personId/confirm': {
    async path(cell) {
      const newcomer = await world.person(cell.home.labId, {side: cell.side, counts: false});
      return `${lab(cell)}/members/${newcomer.id}/confirm`;
    },
    body: () => ({}),
    answers: forMembers(204),
  },
  'GET /api/labs/:labId/invitations': {path: inLab('/invitations'), answers: forMembers(200)},
  'POST /api/labs/:labId/invitations': {
    path: inLab('/invitations'),
    body: ({side}) => ({role: 'member', side, use: 'once'}),
    answers: forMembers(201),
  },
  'POST /api/invitations/:id/withdraw': {
    path: async ({home}) => `/api/invitations/${await invitation(home)}/withdraw`,
    body: () => ({}),
    answers: forMembers(200),
  },

  // What the lab's plans come to
  'GET /api/labs/:labId/overview': {path: inLab('/overview'), answers: forEverybody(200)},
  'GET /api/labs/:labId/fund-sources': {path: inLab('/fund-sources'), answers: forEverybody(200)},
  'POST /api/labs/:labId/fund-sources': {
    path: inLab('/fund-sources'),
    body: () => ({name: unique()}),
    answers: forMembers(201),
  },
  'DELETE /api/labs/:labId/fund-sources/:id': {
    path: async (cell) => `${lab(cell)}/fund-sources/${await fundSource(cell.home)}`,
    answers: forMembers(204),
  },

  // What needs two keys
  'GET /api/labs/:labId/questions': {path: inLab('/questions'), answers: forMembers(200)},
  'POST /api/labs/:labId/questions': {
    path: inLab('/questions'),
    body: () => ({act: {kind: 'change_rules', rules: {text: unique()}}, reason: 'Daarom'}),
    answers: forMembers(201),
  },
  'POST /api/questions/:id/key': {
    path: async (cell) => `/api/questions/${await question(cell)}/key`,
    body: () => ({}),
    answers: forMembers(200),
  },
  'POST /api/questions/:id/withdraw': {
    path: async (cell) => `/api/questions/${await question(cell)}/withdraw`,
    body: () => ({}),
    answers: forMembers(200),
  },

  // Documents
  'POST /api/labs/:labId/documents': {
    path: inLab('/documents'),
    body: () => ({template: 'free'}),
    answers: forMembers(201),
  },
  'GET /api/documents/:id': {path: document, answers: forEverybody(200)},
  'PATCH /api/documents/:id': {
    path: document,
    body: () => ({title: unique()}),
    answers: forMembers(200),
  },
  'POST /api/documents/:id/archive': {
    path: inDocument('/archive'),
    body: () => ({}),
    answers: forMembers(200),
  },
  'POST /api/documents/:id/bring-back': {
    path: inDocument('/bring-back'),
    body: () => ({}),
    answers: forMembers(200),
  },
  'POST /api/documents/:id/delete': {
    // Only what is personal is deleted by one.
    path: inDocument('/delete'),
    body: () => ({title: 'Plan'}),
    answers: forMembers(403),
  },
  'GET /api/labs/:labId/templates': {path: inLab('/templates'), answers: forMembers(200)},
  'POST /api/labs/:labId/templates': {
    path: inLab('/templates'),
    body: () => ({
      ...{format: 'samenspel-sjabloon', schema: 1, name: 'Van elders', kind: 'free'},
      content: {type: 'doc', content: [{type: 'paragraph'}]},
    }),
    answers: forMembers(201),
  },
  'POST /api/documents/:id/template': {
    path: inDocument('/template'),
    body: () => ({name: unique()}),
    answers: forMembers(201),
  },
  'GET /api/templates/:id/file': {
    path: async ({home}) => `/api/templates/${await templateIn(home)}/file`,
    answers: forMembers(200),
  },
  'POST /api/templates/:id/archive': {
    path: async ({home}) => `/api/templates/${await templateIn(home)}/archive`,
    body: () => ({}),
    answers: forMembers(200),
  },
  'POST /api/templates/:id/bring-back': {
    path: async ({home}) => `/api/templates/${await templateIn(home)}/bring-back`,
    body: () => ({}),
    answers: forMembers(200),
  },
  'GET /api/documents/:id/guests': {path: inDocument('/guests'), answers: forMembers(200)},
  'GET /api/documents/:id/invitations': {
    path: inDocument('/invitations'),
    answers: forMembers(200),
  },
  'POST /api/documents/:id/invitations': {
    path: inDocument('/invitations'),
    body: ({side}) => ({role: 'reviewer', side, use: 'once'}),
    answers: forMembers(201),
  },
  'DELETE /api/documents/:id/guests/:personId': {
    path: async (cell) => `${document(cell)}/guests/${await guestIn(cell.home)}`,
    answers: forMembers(204),
  },
  'GET /api/documents/:id/people': {path: inDocument('/people'), answers: forEverybody(200)},
  'GET /api/documents/:id/moments': {path: inDocument('/moments'), answers: forEverybody(200)},
  'GET /api/documents/:id/moments/:seq': {
    path: async (cell) => `/api/documents/${await writtenDocument(cell.home)}/moments/1`,
    answers: forEverybody(200),
  },
  'GET /api/documents/:id/versions': {path: inDocument('/versions'), answers: forEverybody(200)},
  'POST /api/documents/:id/versions': {
    path: async ({home}) => `/api/documents/${await writtenDocument(home)}/versions`,
    body: () => ({name: 'Eerste opzet', seq: null}),
    answers: forMembers(201),
  },
  'PATCH /api/documents/:id/versions/:versionId': {
    path: async ({home}) => versionIn(home),
    body: () => ({name: 'Tweede opzet'}),
    answers: forMembers(204),
  },
  'DELETE /api/documents/:id/versions/:versionId': {
    path: async ({home}) => versionIn(home),
    answers: forMembers(204),
  },
  'GET /api/documents/:id/seen': {path: inDocument('/seen'), answers: forEverybody(200)},
  'PUT /api/documents/:id/seen': {
    path: async ({home}) => `/api/documents/${await writtenDocument(home)}/seen`,
    body: () => ({seq: 1}),
    answers: forEverybody(204),
  },
  'GET /api/labs/:labId/news': {path: inLab('/news'), answers: forEverybody(200)},
  'GET /api/documents/:id/writers': {path: inDocument('/writers'), answers: forEverybody(200)},
  'GET /api/documents/:id/timeline': {path: inDocument('/timeline'), answers: forEverybody(200)},
  'GET /api/documents/:id/film': {
    path: async ({home}) => `/api/documents/${await writtenDocument(home)}/film?from=1&until=1`,
    answers: forEverybody(200),
  },
  // For the lab itself: outsiders who read along are not told.
  'GET /api/documents/:id/voice': {path: inDocument('/voice'), answers: forMembers(200)},
  'GET /api/documents/:id/passage': {
    // Who may ask is told that this is no line.
    path: async ({home}) => `/api/documents/${await writtenDocument(home)}/passage?line=geen`,
    answers: forEverybody(400),
  },
  'GET /api/documents/:id/difference': {
    path: async ({home}) => `/api/documents/${await writtenDocument(home)}/difference?from=0`,
    answers: forEverybody(200),
  },
  'GET /api/documents/:id/difference.html': {
    path: async ({home}) => `/api/documents/${await writtenDocument(home)}/difference.html?from=0`,
    answers: forEverybody(200),
  },
  'GET /api/documents/:id/journal.jsonl': {
    path: inDocument('/journal.jsonl'),
    answers: forEverybody(200),
  },
  'POST /api/documents/:id/copies': {
    path: async ({home}) => `/api/documents/${await writtenDocument(home)}/copies`,
    body: () => ({title: 'Kopie', seq: null}),
    answers: forMembers(201),
  },
  'GET /api/documents/:id/restore': {
    path: async ({home}) => `/api/documents/${await writtenDocument(home)}/restore?seq=1`,
    answers: forMembers(200),
  },
  'POST /api/documents/:id/restore': {
    path: async ({home}) => `/api/documents/${await writtenDocument(home)}/restore`,
    body: () => ({seq: 1, scope: {kind: 'everything'}}),
    answers: forMembers(200),
  },

  // Comments: whoever may comment, a reviewer not
  'GET /api/documents/:id/threads': {path: inDocument('/threads'), answers: forEverybody(200)},
  'GET /api/documents/:id/threads/bodies': {
    path: inDocument('/threads/bodies?ids='),
    answers: forEverybody(200),
  },
  'GET /api/documents/:id/mentionable': {
    path: inDocument('/mentionable'),
    answers: forCommenters(200),
  },
  'POST /api/documents/:id/threads': {
    path: inDocument('/threads'),
    body: () => ({anchor: {on: 'document'}, words: 'Mooi', key: uniqueKey()}),
    answers: forCommenters(201),
  },
  'POST /api/documents/:id/threads/:threadId/comments': {
    path: async ({home}) => `${(await threadIn(home)).path}/comments`,
    body: () => ({words: 'Mooi', key: uniqueKey()}),
    answers: forCommenters(201),
  },
  'PATCH /api/documents/:id/comments/:commentId': {
    // Somebody else's, whoever asks.
    path: async ({home}) => (await threadIn(home)).comment,
    body: () => ({words: 'Lelijk'}),
    answers: forCommenters(403),
  },
  'DELETE /api/documents/:id/comments/:commentId': {
    path: async ({home}) => (await threadIn(home)).comment,
    answers: forCommenters(403),
  },
  'PUT /api/documents/:id/comments/:commentId/reactions/:kind': {
    path: async ({home}) => `${(await threadIn(home)).comment}/reactions/agree`,
    answers: forCommenters(204),
  },
  'DELETE /api/documents/:id/comments/:commentId/reactions/:kind': {
    path: async ({home}) => `${(await threadIn(home)).comment}/reactions/agree`,
    answers: forCommenters(204),
  },
  'POST /api/documents/:id/threads/:threadId/handle': {
    path: async ({home}) => `${(await threadIn(home)).path}/handle`,
    body: () => ({words: 'Gedaan'}),
    answers: forCommenters(201),
  },
  'POST /api/documents/:id/threads/:threadId/reopen': {
    // It is open.
    path: async ({home}) => `${(await threadIn(home)).path}/reopen`,
    body: () => ({}),
    answers: forCommenters(409),
  },
  'POST /api/documents/:id/threads/:threadId/attach': {
    path: async ({home}) => `${(await threadIn(home)).path}/attach`,
    body: () => ({anchor: {on: 'document'}}),
    answers: forCommenters(204),
  },
  'POST /api/documents/:id/threads/:threadId/hide': {
    path: async ({home}) => `${(await threadIn(home)).path}/hide`,
    body: () => ({reason: 'Dit doet pijn'}),
    answers: forMembers(204),
  },
  'POST /api/documents/:id/threads/:threadId/show': {
    // It is not hidden.
    path: async ({home}) => `${(await threadIn(home)).path}/show`,
    body: () => ({}),
    answers: forMembers(409),
  },
  'POST /api/documents/:id/threads/:threadId/turn-into': {
    path: async ({home}) => `${(await threadIn(home)).path}/turn-into`,
    body: () => ({kind: 'action', title: unique()}),
    answers: forMembers(201),
  },
  'POST /api/documents/:id/comments/:commentId/take-over': {
    // It proposes nothing.
    path: async ({home}) => `${(await threadIn(home)).comment}/take-over`,
    body: () => ({}),
    answers: forMembers(409),
  },
};

/** Checks before a route, and answers where there is none: these let nobody in. */
const catchAll = ['ALL /*', 'ALL /api/*', 'ALL /sync/*'];

test('[R30] every route of the server stands in this table, and nothing else does', () => {
  const known = new Set([...Object.keys(rows), ...catchAll]);
  const missing = world.routes.filter((route) => !known.has(route));
  expect(missing, 'routes without a row in tests/server/rights.test.ts').toEqual([]);
  const gone = [...known].filter((route) => !world.routes.includes(route));
  expect(gone, 'rows without a route').toEqual([]);
});

test.each(Object.entries(rows))('[R30] %s', async (route, row) => {
  for (const actor of actors) {
    // On either side of a lab, and in its mirror image, where all sides are exchanged.
    const places = [
      [world.home, 'informal'],
      [world.home, 'formal'],
      [world.mirror, 'formal'],
    ] as const;
    for (const [home, side] of places) {
      const cell = await world.cell(home, actor, side);
      const what = `${actor}, ${side}${home === world.mirror ? ', sides exchanged' : ''}`;
      expect(await statusOf(route, row, cell), what).toBe(row.answers[actor]);
    }
  }
});

test('[R30] what is foreign stays foreign, also inside what is one’s own', async () => {
  const {foreign, home} = world;
  const cell = await world.cell(home, 'member', 'informal');
  const acts = [
    {kind: 'delete_document', document: foreign.documentId},
    {kind: 'remove_member', person: foreign.helpers.formal.id},
    {kind: 'change_role', person: foreign.helpers.formal.id, role: 'reviewer'},
    {kind: 'change_side', person: foreign.helpers.formal.id, side: 'informal'},
    {kind: 'sign_in_link', person: foreign.helpers.formal.id},
  ];
  const {cookie} = cell.me;
  for (const act of acts) {
    const body = {act, reason: 'Zomaar'};
    const answer = await world.ask(`${lab(cell)}/questions`, {cookie, body});
    expect(answer.status, act.kind).toBe(400);
  }
  const stranger = foreign.helpers.formal.id;
  const confirm = await world.ask(`${lab(cell)}/members/${stranger}/confirm`, {cookie, body: {}});
  expect(confirm.status).toBe(404);
  const invite = await world.ask(`/api/documents/${foreign.documentId}/invitations`, {
    cookie,
    body: {role: 'reviewer', side: 'formal', use: 'once'},
  });
  expect(invite.status).toBe(404);
});

test('[R30] what is foreign and what is absent look alike', async () => {
  const {cookie} = (await world.cell(world.home, 'stranger', 'formal')).me;
  const paths = ['/api/labs/ID', '/api/labs/ID/log', '/api/labs/ID/questions'];
  for (const path of paths) {
    const answers = await Promise.all(
      [world.home.labId, 'bestaatniet', 'a', '%F0%9F%8C%B7'].map((id) =>
        world.ask(path.replace('ID', id), {cookie}),
      ),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({error: {code: 'not_found', details: {}}});
    }
  }
});

async function statusOf(route: string, {path, body}: Row, cell: Cell): Promise<number> {
  const [method = ''] = route.split(' ');
  const answer = await world.ask(await path(cell), {
    ...{method, cookie: cell.me.cookie},
    ...(body ? {body: body(cell)} : {}),
  });
  await answer.arrayBuffer();
  return answer.status;
}

let counter = 0;
function unique(): string {
  return `Nummer ${++counter}`;
}

function uniqueKey(): string {
  return `sleutel-${++counter}`;
}

/** Begun by a helper. */
async function threadIn({
  documentId,
  helpers,
}: Home): Promise<{readonly path: string; readonly comment: string}> {
  const at = `/api/documents/${documentId}`;
  const answer = await world.ask(`${at}/threads`, {
    cookie: helpers.formal.cookie,
    body: {anchor: {on: 'document'}, words: 'Wat vinden jullie?', key: uniqueKey()},
  });
  const {threadId, commentId} = (await answer.json()) as SaidView;
  return {path: `${at}/threads/${threadId}`, comment: `${at}/comments/${commentId}`};
}

/** Asked by the other side, so that the last key is left. */
async function question({home, otherSide}: Cell): Promise<string> {
  const act = {kind: 'change_rules', rules: {text: unique()}};
  const answer = await world.ask(`/api/labs/${home.labId}/questions`, {
    cookie: home.helpers[otherSide].cookie,
    body: {act, reason: 'Daarom'},
  });
  return ((await answer.json()) as QuestionView).id;
}

async function fundSource(home: Home): Promise<string> {
  const answer = await world.ask(`/api/labs/${home.labId}/fund-sources`, {
    cookie: home.helpers.formal.cookie,
    body: {name: unique()},
  });
  return ((await answer.json()) as {id: string}).id;
}

async function invitation(home: Home): Promise<string> {
  const answer = await world.ask(`/api/labs/${home.labId}/invitations`, {
    cookie: home.helpers.formal.cookie,
    body: {role: 'member', side: 'formal', use: 'once'},
  });
  return ((await answer.json()) as {invitation: {id: string}}).invitation.id;
}

/** Somebody who was invited to the document of this lab. */
async function guestIn({documentId, helpers}: Home): Promise<string> {
  const {id} = await world.person(world.foreign.labId, {side: 'formal'});
  const guest = {document: documentId, person: id, role: 'reviewer', side: 'formal'} as const;
  await world.store.db
    .insertInto('document_guest')
    .values({...guest, invited_by: helpers.formal.id, joined_at: 0})
    .execute();
  return id;
}

async function templateIn({documentId, helpers}: Home): Promise<string> {
  const {cookie} = helpers.formal;
  const path = `/api/documents/${documentId}/template`;
  const answer = await world.ask(path, {cookie, body: {name: unique()}});
  return ((await answer.json()) as {id: string}).id;
}

async function versionIn(home: Home): Promise<string> {
  const {cookie} = home.helpers.formal;
  const path = `/api/documents/${await writtenDocument(home)}/versions`;
  const answer = await world.ask(path, {cookie, body: {name: unique(), seq: null}});
  return `${path}/${((await answer.json()) as {id: string}).id}`;
}

/** A document of this lab with one entry in its journal. */
async function writtenDocument(home: Home): Promise<string> {
  const answer = await world.ask(`/api/labs/${home.labId}/documents`, {
    cookie: home.helpers.formal.cookie,
    body: {template: 'free'},
  });
  return ((await answer.json()) as {id: string}).id;
}

async function deviceOf(personId: string): Promise<string> {
  const {id} = await world.store.db
    .selectFrom('session')
    .select('id')
    .where('userId', '=', personId as Cell['me']['id'])
    .executeTakeFirstOrThrow();
  return `/api/me/devices/${id}/sign-out`;
}
