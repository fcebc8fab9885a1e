import {SCHEMA_VERSION} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import {until} from '../support/until.ts';
import {bareSocket, stockClient, type, type WireServer, wireServer} from '../support/wire.ts';

const emptyUpdate = Uint8Array.of(0, 0);

/** One server, its first two people and its first document. */
async function arrange(options: Parameters<typeof wireServer>[0] = {}) {
  const server = await wireServer(options);
  const [amina, bram] = server.people;
  const [documentId] = server.documentIds;
  if (!amina || !bram || !documentId) throw new Error('Seeded too little');
  const path = `/sync/${documentId}`;
  const connect = (cookie: string, query = '') => bareSocket(server, path + query, {cookie});
  return {server, amina, bram, documentId, path, connect};
}

function updateBy(clientId: number, words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  type(doc, words);
  return Y.encodeStateAsUpdate(doc);
}

describe('Two stock providers', () => {
  test('write in one document at the same time and see the same', async () => {
    const {server, amina, bram, documentId} = await arrange();
    const one = stockClient(server, amina, documentId);
    const two = stockClient(server, bram, documentId);
    one.type('van Amina');
    two.type('van Bram');
    await until('both see both', () => one.text() === two.text() && one.text().includes('|'));
    expect(one.text().split('|').toSorted()).toEqual(['van Amina', 'van Bram']);
  });

  test('[R2] come together again after a break, with nothing lost and nothing twice', async () => {
    const {server, amina, bram, documentId} = await arrange();
    const one = stockClient(server, amina, documentId);
    const two = stockClient(server, bram, documentId);
    await until('both joined', () => one.provider.synced && two.provider.synced);
    one.provider.disconnect();
    one.type('zonder verbinding');
    two.type('met verbinding');
    one.provider.connect();
    await until('the same', () => one.text() === two.text() && one.text().includes('|'));
    expect(one.text().split('|').toSorted()).toEqual(['met verbinding', 'zonder verbinding']);
  });

  test('[R6] an honest gap heals: typing before the server has spoken', async () => {
    const {server, amina, bram, documentId} = await arrange();
    const one = stockClient(server, amina, documentId);
    await until('joined', () => one.provider.synced);
    one.provider.disconnect();
    one.type('offline');
    // The first thing to leave on the new line builds on text that the server has never seen.
    one.provider.on('status', ({status}) => {
      if (status === 'connected') one.type('meteen');
    });
    one.provider.connect();
    const two = stockClient(server, bram, documentId);
    await until('healed', () => two.text() === 'offline|meteen');
  });

  test('[R6] forging under another member’s id is refused, and the text stays intact', async () => {
    const {server, amina, bram, documentId} = await arrange();
    const honest = stockClient(server, amina, documentId);
    honest.type('Dit heeft Amina geschreven');
    const watching = stockClient(server, bram, documentId);
    await until('seen', () => watching.text() === 'Dit heeft Amina geschreven');

    const forger = new Y.Doc();
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(watching.doc));
    forger.clientID = honest.doc.clientID;
    const forging = stockClient(server, bram, documentId, {doc: forger});
    const ended = new Promise<number>((resolve) =>
      forging.provider.on('closed', ({code}) => resolve(code)),
    );
    await until('joined', () => forging.provider.synced);
    forging.type('Dit ook');
    expect(await ended).toBe(4422);
    honest.type('En dit ook');
    await until('goes on', () => watching.text() === 'Dit heeft Amina geschreven|En dit ook');
    const late = stockClient(server, amina, documentId);
    await until('joined', () => late.provider.synced);
    expect(late.text()).toBe('Dit heeft Amina geschreven|En dit ook');
  });

  test('[R6] an id named when connecting is taken before its first word', async () => {
    const {server, amina, bram, documentId, connect} = await arrange();
    const mine = await connect(amina.cookie, '?client=4242');
    await until('joined', () => mine.frames.length > 0);
    const theirs = await connect(bram.cookie, '?client=4242');
    theirs.send({type: 'update', update: updateBy(4242, 'gestolen')});
    expect(await theirs.closed).toBe(4422);
    mine.send({type: 'update', update: updateBy(4242, 'van mij')});
    await until('acknowledged', () => mine.saved() === 1);
    expect(server.documentIds).toContain(documentId);
  });

  test('[R5] are told to come back when the server stops, and lose nothing', async () => {
    const first = await arrange();
    const {amina, documentId} = first;
    const client = await first.connect(amina.cookie, '?client=7');
    client.send({type: 'update', update: updateBy(7, 'net voor het einde')});
    await until('acknowledged', () => client.saved() === 1);
    await first.server.close();
    expect(await client.closed).toBe(1012);

    const again = await wireServer({folder: first.server.folder});
    const reader = stockClient(again, amina, documentId);
    await until('back', () => reader.text() === 'net voor het einde');
  });
});

describe('[R1] Acknowledgements', () => {
  test('count every content message of the connection, and come after the disk', async () => {
    const {server, amina, connect} = await arrange();
    const client = await connect(amina.cookie, '?client=7');
    client.send({type: 'step2', update: emptyUpdate});
    client.send({type: 'update', update: updateBy(7, 'een')});
    client.send({type: 'update', update: updateBy(7, 'een')});
    await until('acknowledged', () => client.saved() === 3);
    expect(await rowsOnDisk(server)).toBe(1);
  });
});

describe('The door', () => {
  test.each([
    ['without a session', '', (path: string) => path, 4401],
    ['with a forged session', 'better-auth.session_token=vals.vals', (path: string) => path, 4401],
    ['for a document that is not there', 'amina', () => '/sync/bestaatniet', 4404],
    ['for what can not be a document', 'amina', () => '/sync/..%2f..', 4404],
    ['with an older schema', 'amina', (path: string) => `${path}?schema=0`, 4409],
    [
      'with a newer schema',
      'amina',
      (path: string) => `${path}?schema=${SCHEMA_VERSION + 1}`,
      4409,
    ],
    ['from before a restore', 'amina', (path: string) => `${path}?epoch=0`, 4410],
    ['with ids that are none', 'amina', (path: string) => `${path}?client=abc`, 4422],
  ])('closes %s with the code of the wire', async (_name, cookie, at, code) => {
    const {server, amina, path} = await arrange();
    const headers = {cookie: cookie === 'amina' ? amina.cookie : cookie};
    const socket = await bareSocket(server, at(path), headers);
    expect(await socket.closed).toBe(code);
  });

  test('[R3] tells a client of another schema nothing of the text', async () => {
    const {amina, connect} = await arrange({words: 50});
    const client = await connect(amina.cookie, `?schema=${SCHEMA_VERSION + 1}`);
    client.send({type: 'step1', stateVector: Uint8Array.of(0)});
    client.send({type: 'update', update: updateBy(9, 'uit de toekomst')});
    expect(await client.closed).toBe(4409);
    expect(client.frames.map(({type: kind}) => kind)).toEqual(['auth']);
  });

  test('is shut for pages of others, and open for programs and our own pages', async () => {
    const {server, amina, path} = await arrange();
    const {cookie} = amina;
    await expect(
      bareSocket(server, path, {cookie, origin: 'https://kwaad.example'}),
    ).rejects.toThrow('403');
    await bareSocket(server, path, {cookie, origin: server.url});
    await bareSocket(server, path, {cookie});
  });

  test('somebody of another lab finds nothing', async () => {
    const {server, path} = await arrange();
    const other = await wireServer();
    const socket = await bareSocket(server, path, {cookie: other.people[0]?.cookie ?? ''});
    expect(await socket.closed).toBe(4401);
  });

  test('an upgrade elsewhere than /sync is no door', async () => {
    const {server, amina} = await arrange();
    await expect(bareSocket(server, '/elders', {cookie: amina.cookie})).rejects.toThrow('404');
  });
});

describe('Readers', () => {
  test.each(['commenter', 'reviewer'])('a %s sees the text and can not change it', async (role) => {
    const {server, amina, documentId, connect} = await arrange({role, words: 20});
    const reading = stockClient(server, amina, documentId);
    await until('joined', () => reading.provider.synced);
    expect(reading.text()).not.toBe('');
    const writing = await connect(amina.cookie, '?client=7');
    writing.send({type: 'step2', update: emptyUpdate});
    await until('counted', () => writing.saved() === 1);
    writing.send({type: 'update', update: updateBy(7, 'toch')});
    expect(await writing.closed).toBe(4403);
  });
});

describe('Bad frames', () => {
  const bad: readonly [string, Uint8Array | string, number][] = [
    ['garbage', Uint8Array.of(99, 1, 2, 3), 4422],
    ['nothing', new Uint8Array(), 4422],
    ['a truncated update', Uint8Array.of(0, 2, 200, 1, 1), 4422],
    ['an update that is none', Uint8Array.of(0, 2, 3, 9, 9, 9), 4422],
    ['a state vector that is none', Uint8Array.of(0, 0, 2, 200, 200), 4422],
    ['awareness that is none', Uint8Array.of(1, 3, 9, 9, 9), 4422],
    ['text', 'hallo', 4422],
    ['a frame over the limit', new Uint8Array(70_000), 1009],
  ];

  test.each(bad)('%s close that connection only, logged once', async (_name, frame, code) => {
    const {server, amina, bram, connect} = await arrange({environment: {MAX_FRAME_BYTES: '65536'}});
    const honest = await connect(bram.cookie, '?client=8');
    const hostile = await connect(amina.cookie);
    hostile.send(frame);
    expect(await hostile.closed).toBe(code);
    honest.send({type: 'update', update: updateBy(8, 'gaat gewoon door')});
    await until('acknowledged', () => honest.saved() === 1);
    expect(honest.socket.readyState).toBe(WebSocket.OPEN);
    expect(server.logged).toHaveLength(1);
  });
});

describe('[R26] One person', () => {
  test('has so many connections and no more, whatever the document', async () => {
    const {amina, bram, connect} = await arrange({
      environment: {MAX_CONNECTIONS_PER_PERSON: '2'},
    });
    const first = await connect(amina.cookie);
    await connect(amina.cookie);
    expect(await (await connect(amina.cookie)).closed).toBe(1013);
    const other = await connect(bram.cookie);
    await until('somebody else comes in', () => other.frames.length > 0);
    first.socket.close();
    await first.closed;
    // The server may hear of it a moment later than we do.
    await until('there is room again', async () => {
      const again = await connect(amina.cookie);
      await until('heard', () => again.frames.length > 0 || again.socket.readyState > 1);
      return again.frames.length > 0;
    });
  });
});

describe('Presence', () => {
  test('reaches everyone under the name the server knows', async () => {
    const {server, amina, bram, documentId} = await arrange();
    const one = stockClient(server, amina, documentId);
    const two = stockClient(server, bram, documentId);
    one.provider.awareness.setLocalStateField('user', {name: 'De wethouder', color: '#0B6E69'});
    const seen = () => two.provider.awareness.getStates().get(one.doc.clientID)?.['user'] as object;
    await until('seen', () => seen() !== undefined);
    expect(seen()).toMatchObject({name: amina.name, side: 'informal', color: '#0B6E69'});
    one.provider.disconnect();
    await until('gone', () => !two.provider.awareness.getStates().has(one.doc.clientID));
  });
});

async function rowsOnDisk(server: WireServer): Promise<number> {
  const {default: Database} = await import('better-sqlite3');
  const sqlite = new Database(`${server.folder}/samenspel.db`, {readonly: true});
  const {rows} = sqlite.prepare('select count(*) as rows from journal').get() as {rows: number};
  sqlite.close();
  return rows;
}
