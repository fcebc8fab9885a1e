import {openConnection} from '@samenspel/server/sync/connection.ts';
import {type ClientId, encodeFrame, type PersonId} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {FakeSocket} from '../support/fake-socket.ts';
import {documentId, openTestRooms} from '../support/room.ts';

const generous = {
  maxAwarenessBytes: 16_384,
  maxMessagesPerSecond: 0,
  maxMessageBurst: 0,
  maxQueueBytes: 0,
};

async function connect(limits: Partial<typeof generous>) {
  const world = openTestRooms();
  const socket = new FakeSocket();
  const refused: string[] = [];
  const connection = openConnection({
    socket: socket.asWebSocket(),
    person: {id: 'amina' as PersonId, name: 'Amina', side: 'informal'},
    sessionId: 'session',
    clientId: 5 as ClientId,
    limits: {...generous, ...limits},
    clock: world.clock,
    onRefused: (reason) => refused.push(reason),
  });
  connection.setMayWrite(true);
  const room = await world.rooms.enter(documentId, connection);
  room.owners.set(5 as ClientId, 'amina' as PersonId);
  connection.listen(room);
  await room.settled();
  return {world, socket, room, refused};
}

function text(words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 5;
  doc.getXmlFragment('default').push([new Y.XmlText(words)]);
  return Y.encodeStateAsUpdate(doc);
}

const question = encodeFrame({type: 'step1', stateVector: Uint8Array.of(0)});

describe('[R26] A connection', () => {
  test('is left unread for a while when it sends too much, and nothing it sent is dropped', async () => {
    const limits = {maxMessagesPerSecond: 10, maxMessageBurst: 20};
    const {world, socket, room} = await connect(limits);
    const doc = new Y.Doc();
    doc.clientID = 5;
    doc.on('update', (update: Uint8Array) => socket.arrive(encodeFrame({type: 'update', update})));
    for (let count = 0; count < 25; count++)
      doc.getXmlFragment('default').push([new Y.XmlText('a')]);
    expect(socket.isPaused).toBe(true);
    await room.settled();
    expect(world.journal.entries).toHaveLength(25);
    world.clock.advance(99);
    expect(socket.isPaused).toBe(true);
    world.clock.advance(1_000);
    expect(socket.isPaused).toBe(false);
  });

  test('that never reads the answers to its questions is ended', async () => {
    const {socket, room, refused} = await connect({maxQueueBytes: 1_000});
    socket.arrive(encodeFrame({type: 'update', update: text('x'.repeat(5_000))}));
    await room.settled();
    socket.reads = false;
    // The answer itself may be larger than the queue; a second one is not given.
    socket.arrive(question);
    await room.settled();
    expect(socket.closeCode).toBeNull();
    socket.arrive(question);
    await room.settled();
    expect(socket.closeCode).toBe(1013);
    expect(refused).toEqual(['tryLater']);
  });

  test('that does not read what others write is ended before its queue grows without bound', async () => {
    const {world, socket, room} = await connect({maxQueueBytes: 1_000});
    socket.reads = false;
    for (let count = 0; count < 200 && socket.closeCode === null; count++) {
      room.notify({kind: 'renamed'});
    }
    expect(socket.closeCode).toBe(1013);
    expect(socket.bufferedAmount).toBeLessThan(2_000);
    expect(world.errors).toEqual([]);
  });

  test('may speak for one caret, not for thousands', async () => {
    const {world, socket} = await connect({});
    const before = socket.sent.length;
    const one = (clientId: number) => [clientId, 1, 2, 123, 125];
    const crowd = Uint8Array.from([3, ...one(5), ...one(6), ...one(7)]);
    socket.arrive(encodeFrame({type: 'awareness', update: crowd}));
    world.clock.advance(100);
    const frames = socket.sent.slice(before);
    expect(frames).toHaveLength(1);
    expect(frames[0]?.[2]).toBe(1);
  });

  test('whose awareness is over its limit is not passed on, and stays', async () => {
    const {world, socket} = await connect({maxAwarenessBytes: 50});
    const before = socket.sent.length;
    const json = new TextEncoder().encode(JSON.stringify({a: 'x'.repeat(100)}));
    const update = Uint8Array.of(1, 5, 1, json.length, ...json);
    socket.arrive(encodeFrame({type: 'awareness', update}));
    world.clock.advance(100);
    expect(socket.sent).toHaveLength(before);
    expect(socket.closeCode).toBeNull();
  });
});
