/** Every frame × everybody, and what happens on a line that is open when a right changes. */

import type {Frame} from '@samenspel/shared';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {type Participant, type TestLab, testLab} from '../support/lab.ts';
import {type Actor, actors, openRightsWorld, type RightsWorld} from '../support/rights-world.ts';
import {until} from '../support/until.ts';
import {type BareSocket, bareSocket, stockClient, type} from '../support/wire.ts';

const nothingNew = Uint8Array.of(0, 0);
const nobody = Uint8Array.of(0);

/** Stays open; stays open and is acknowledged; or is closed with this code. */
type Outcome = 'open' | 'saved' | number;

let lastClient = 1_000;

/** Something that nobody has written before, under an id of its own. */
function news(): {readonly clientId: number; readonly update: Uint8Array} {
  const doc = new Y.Doc();
  doc.clientID = ++lastClient;
  type(doc, 'Nieuwe woorden');
  return {clientId: doc.clientID, update: Y.encodeStateAsUpdate(doc)};
}

/** What becomes of a connection that sends this. */
async function outcomeOf(socket: BareSocket, frame: Frame | Uint8Array): Promise<Outcome> {
  let code: number | null = null;
  void socket.closed.then((closed) => (code = closed));
  const answers = () => socket.frames.filter(({type: kind}) => kind === 'step2').length;
  const ask = async () => {
    const before = answers();
    socket.send({type: 'step1', stateVector: nobody});
    await until('answered or closed', () => code !== null || answers() > before);
  };
  socket.send(frame);
  // The first answer comes in the turn of the frame, the second after what that turn had to say.
  await ask();
  await ask();
  return code ?? (socket.saved() > 0 ? 'saved' : 'open');
}

describe('[R30] Frames', () => {
  let world: RightsWorld;
  beforeAll(async () => {
    world = await openRightsWorld();
  });
  afterAll(() => world.close());

  const inLab = (outcome: Outcome) => ({
    ...{member: outcome, commenter: outcome, reviewer: outcome},
    ...{stranger: 4404, signedOut: 4401},
  });
  const writers = (outcome: Outcome) => ({...inLab(4403), member: outcome});

  /** A record, so that a new kind of frame does not compile without an expectation. */
  const expected: Readonly<Record<Frame['type'], Readonly<Record<Actor, Outcome>>>> = {
    step1: inLab('open'),
    step2: writers('saved'),
    update: writers('saved'),
    awareness: inLab('open'),
    queryAwareness: inLab('open'),
    // Only servers send these.
    auth: inLab(4422),
    saved: inLab(4422),
    notice: inLab(4422),
  };

  const frames: {readonly [Type in Frame['type']]: (update: Uint8Array) => Frame} = {
    step1: () => ({type: 'step1', stateVector: nobody}),
    step2: (update) => ({type: 'step2', update}),
    update: (update) => ({type: 'update', update}),
    awareness: () => ({type: 'awareness', update: nobody}),
    queryAwareness: () => ({type: 'queryAwareness'}),
    auth: () => ({type: 'auth', reason: 'Laat me erin'}),
    saved: () => ({type: 'saved', count: 1}),
    notice: () => ({type: 'notice', notice: {kind: 'rights'}}),
  };

  async function tried(actor: Actor, make: (update: Uint8Array) => Frame | Uint8Array) {
    const found: Outcome[] = [];
    const places = [
      [world.home, 'informal'],
      [world.home, 'formal'],
      [world.mirror, 'formal'],
    ] as const;
    for (const [home, side] of places) {
      const {me} = await world.cell(home, actor, side);
      const {clientId, update} = news();
      const path = `/sync/${home.documentId}?client=${clientId}`;
      const socket = await bareSocket(world, path, {cookie: me.cookie});
      found.push(await outcomeOf(socket, make(update)));
    }
    return found;
  }

  for (const kind of Object.keys(expected) as Frame['type'][]) {
    test.each(actors)(`${kind} from a %s, whatever the sides`, async (actor) => {
      const outcome = expected[kind][actor];
      expect(await tried(actor, frames[kind])).toEqual([outcome, outcome, outcome]);
    });
  }

  test.each(actors)(
    'a step 2 without news from a %s is counted, and no right is needed',
    async (actor) => {
      const outcome = inLab('saved')[actor];
      const found = await tried(actor, () => ({type: 'step2', update: nothingNew}));
      expect(found).toEqual([outcome, outcome, outcome]);
    },
  );
});

describe('[R31] While a line is open', () => {
  const withinMs = 1_000;

  /** A hand-made client of somebody, in the first document; it has heard the server's step 1. */
  async function lineOf(lab: TestLab, person: Participant, clientId = 7): Promise<BareSocket> {
    const path = `/sync/${lab.documentIds[0]}?client=${clientId}`;
    const socket = await bareSocket(lab.server, path, {cookie: person.cookie});
    await until('welcomed', () => socket.frames.some(({type: kind}) => kind === 'step1'));
    return socket;
  }

  const heard = (socket: BareSocket, notice: string) =>
    socket.frames.some((frame) => frame.type === 'notice' && frame.notice.kind === notice);

  const entries = ({database}: TestLab) =>
    (database.prepare('select count(*) as n from journal').get() as {n: number}).n;

  /** Both keys; resolves with the time at which the last one was answered. */
  async function done(lab: TestLab, act: object): Promise<number> {
    const [amina, bart] = lab.people;
    const answer = await lab.turn(bart, await lab.question(amina, act));
    expect(await answer.json()).toMatchObject({state: 'done'});
    return Date.now();
  }

  test('who is removed is sent away at once, and the others stay', async () => {
    const lab = await testLab();
    const [, bart, chaima] = lab.people;
    const theirs = await lineOf(lab, chaima);
    const other = await lineOf(lab, bart, 8);
    const at = await done(lab, {kind: 'remove_member', person: chaima.id});
    expect(await theirs.closed).toBe(4403);
    expect(Date.now() - at).toBeLessThan(withinMs);
    expect(await outcomeOf(other, {type: 'queryAwareness'})).toBe('open');
    const again = await bareSocket(lab.server, `/sync/${lab.documentIds[0]}`, {
      cookie: chaima.cookie,
    });
    expect(await again.closed).toBe(4404);
  });

  test('who leaves is gone at once', async () => {
    const lab = await testLab();
    const [, , chaima] = lab.people;
    const theirs = await lineOf(lab, chaima);
    await chaima.ask(`/api/labs/${lab.labId}/leave`, {method: 'POST'});
    const at = Date.now();
    expect(await theirs.closed).toBe(4403);
    expect(Date.now() - at).toBeLessThan(withinMs);
  });

  test.each(['commenter', 'reviewer'])(
    'who becomes a %s reads on, and writes nothing any more',
    async (role) => {
      const lab = await testLab();
      const [, , chaima] = lab.people;
      const theirs = await lineOf(lab, chaima, 7);
      const doc = new Y.Doc();
      doc.clientID = 7;
      type(doc, 'Op tijd');
      theirs.send({type: 'update', update: Y.encodeStateAsUpdate(doc)});
      await until('acknowledged', () => theirs.saved() === 1);
      const before = entries(lab);
      const at = await done(lab, {kind: 'change_role', person: chaima.id, role});
      await until('told', () => heard(theirs, 'rights'));
      expect(Date.now() - at).toBeLessThan(withinMs);
      const known = Y.encodeStateVector(doc);
      type(doc, 'Te laat');
      theirs.send({type: 'update', update: Y.encodeStateAsUpdate(doc, known)});
      expect(await theirs.closed).toBe(4403);
      expect(entries(lab)).toBe(before);
    },
  );

  test('in a closed lab nobody writes any more, and everybody reads', async () => {
    const lab = await testLab();
    const lines = await Promise.all(lab.people.map((one, index) => lineOf(lab, one, 10 + index)));
    const before = entries(lab);
    const at = await done(lab, {kind: 'close_lab'});
    await until('told', () => lines.every((line) => heard(line, 'rights')));
    expect(Date.now() - at).toBeLessThan(withinMs);
    for (const line of lines) expect(await outcomeOf(line, {type: 'queryAwareness'})).toBe('open');
    for (const line of lines) {
      expect(await outcomeOf(line, {type: 'update', update: news().update})).toBe(4403);
    }
    expect(entries(lab)).toBe(before);
    const [amina] = lab.people;
    const reading = stockClient(lab.server, amina, lab.documentIds[0] ?? '');
    await until('joined', () => reading.provider.synced);
  });

  test('a document that is deleted sends everybody away as if it had never been', async () => {
    const lab = await testLab({documents: 2});
    const [amina, bart, chaima] = lab.people;
    const [first, second] = lab.documentIds;
    const lines = [await lineOf(lab, bart, 8), await lineOf(lab, chaima, 9)];
    const elsewhere = await bareSocket(lab.server, `/sync/${second}?client=11`, {
      cookie: chaima.cookie,
    });
    const question = await lab.question(amina, {kind: 'delete_document', document: first});
    const turning = lab.turn(bart, question);
    // Words that are on their way while it is deleted harm nobody else.
    for (const line of lines) line.send({type: 'update', update: news().update});
    expect((await turning).status).toBe(200);
    const at = Date.now();
    expect(await Promise.all(lines.map(({closed}) => closed))).toEqual([4404, 4404]);
    expect(Date.now() - at).toBeLessThan(withinMs);
    expect(entries(lab)).toBe(0);
    expect(await outcomeOf(elsewhere, {type: 'update', update: news().update})).toBe('saved');
    expect(heard(elsewhere, 'readonly')).toBe(false);
    const late = await bareSocket(lab.server, `/sync/${first}`, {cookie: bart.cookie});
    expect(await late.closed).toBe(4404);
  });

  test('a room whose document was deleted is let go of without a trace', async () => {
    const lab = await testLab({environment: {ROOM_IDLE_MS: '1', MAX_MESSAGES_PER_SECOND: '0'}});
    const [, , chaima] = lab.people;
    const line = await lineOf(lab, chaima, 7);
    const doc = new Y.Doc();
    doc.clientID = 7;
    // So much that letting go of it would leave its state behind.
    for (let count = 1; count <= 250; count++) {
      const known = Y.encodeStateVector(doc);
      type(doc, `Alinea ${count}`);
      line.send({type: 'update', update: Y.encodeStateAsUpdate(doc, known)});
    }
    await until('acknowledged', () => line.saved() === 250);
    await done(lab, {kind: 'delete_document', document: lab.documentIds[0]});
    expect(await line.closed).toBe(4404);
    await lab.server.close();
    expect(lab.server.logged.map(({message}) => message)).toEqual(['a connection was ended']);
    const left = lab.database.prepare('select count(*) as n from head').get();
    expect(left).toEqual({n: 0});
  });

  test('who changes sides comes back on the other one', async () => {
    const lab = await testLab();
    const [, bart, chaima] = lab.people;
    const id = lab.documentIds[0] ?? '';
    const theirs = stockClient(lab.server, chaima, id);
    const watching = stockClient(lab.server, bart, id);
    const appear = () => theirs.provider.awareness.setLocalStateField('user', {color: '#0B6E69'});
    appear();
    const side = () => {
      const state = watching.provider.awareness.getStates().get(theirs.doc.clientID);
      return (state?.['user'] as {side?: string} | undefined)?.side;
    };
    await until('seen', () => side() === 'informal');
    let lines = 0;
    theirs.provider.on('status', ({status}) => {
      if (status === 'connected') lines++;
    });
    await done(lab, {kind: 'change_side', person: chaima.id, side: 'formal'});
    await until('back', () => lines === 1 && theirs.provider.synced);
    await until('seen on the other side', () => {
      // The caret moves on.
      appear();
      return side() === 'formal';
    });
  });

  test('who knocks at the very moment of being removed does not slip in', async () => {
    const lab = await testLab();
    const [amina, bart, chaima] = lab.people;
    const question = await lab.question(amina, {kind: 'remove_member', person: chaima.id});
    const path = `/sync/${lab.documentIds[0]}`;
    const knocking = Array.from({length: 20}, () =>
      bareSocket(lab.server, path, {cookie: chaima.cookie}),
    );
    const [turned, ...sockets] = await Promise.all([lab.turn(bart, question), ...knocking]);
    expect(turned.status).toBe(200);
    const codes = await Promise.all(sockets.map(({closed}) => closed));
    for (const code of codes) expect([4403, 4404]).toContain(code);
  });

  test('what needs a right over HTTP is refused from the next request on', async () => {
    const lab = await testLab();
    const [, , chaima] = lab.people;
    const path = `/api/documents/${lab.documentIds[0]}`;
    const rename = () => chaima.ask(path, {method: 'PATCH', body: {title: 'Anders'}});
    expect((await rename()).status).toBe(200);
    await done(lab, {kind: 'change_role', person: chaima.id, role: 'commenter'});
    expect((await rename()).status).toBe(403);
    await done(lab, {kind: 'remove_member', person: chaima.id});
    expect((await rename()).status).toBe(404);
  });
});
