/**
 * Frames that no honest client sends, from somebody with every right to be there: garbage, frames cut
 * short or grown, and updates that decode but were changed. An honest client writes all the while;
 * its words must stand, and the document must be what its journal says.
 */

import {documentOf} from '@samenspel/server/journal/state.ts';
import {type Connection, openConnection} from '@samenspel/server/sync/connection.ts';
import type {Room} from '@samenspel/server/sync/room.ts';
import {type ClientId, encodeFrame, type PersonId} from '@samenspel/shared';
import * as Y from 'yjs';
import {contentOf, edit} from '../support/edits.ts';
import {FakeSocket} from '../support/fake-socket.ts';
import {type Random, seeded} from '../support/random.ts';
import {documentId, openTestRooms, type RoomUnderTest} from '../support/room.ts';
import {openAttacker} from './hostile-frames.ts';

export interface HostileReport {
  readonly frames: number;
  /** How often the hostile client was sent away. */
  readonly refused: number;
  /** How many of its messages got into the journal after all: it may write. */
  readonly accepted: number;
  readonly honest: number;
  /** The longest that one turn of the server took. */
  readonly longestTurnMs: number;
}

interface Party {
  readonly clientId: ClientId;
  socket: FakeSocket;
  connection: Connection;
  room: Room;
}

const limits = {
  maxAwarenessBytes: 16 * 1024,
  maxMessagesPerSecond: 0,
  maxMessageBurst: 0,
  maxQueueBytes: 4 * 1024 * 1024,
};

/** @throws Error that says which promise was broken; the caller adds the seed */
export async function attack(seed: number, frames: number): Promise<HostileReport> {
  const random = seeded(seed);
  const world = openTestRooms({maxDocumentBytes: 512 * 1024});
  const honest = await honestClient(world);
  let hostile = await party(world, 'kwaad', 66);
  let refused = 0;
  let longestTurnMs = 0;
  const attacker = openAttacker(random, honest.doc, hostile.clientId);
  for (let sent = 0; sent < frames; sent++) {
    if (random.chance(0.02)) honest.write(random);
    hostile.socket.arrive(attacker.next());
    if (random.chance(0.3)) {
      const started = performance.now();
      await hostile.room.settled();
      longestTurnMs = Math.max(longestTurnMs, performance.now() - started);
      world.clock.advance(100);
      honest.read();
    }
    if (hostile.socket.readyState !== hostile.socket.OPEN) {
      refused++;
      hostile = await party(world, 'kwaad', 66);
    }
    if (world.errors.length > 0) throw new Error('A room fell over', {cause: world.errors[0]});
    if (honest.socket.readyState !== honest.socket.OPEN) {
      throw new Error(`The honest client was sent away with ${honest.socket.closeCode}`);
    }
  }
  await honest.settle();
  compare(world, honest);
  const accepted = world.journal.entries.filter(
    ({actor}) => actor === ('kwaad' as PersonId),
  ).length;
  return {frames, refused, accepted, honest: honest.written(), longestTurnMs};
}

async function party(world: RoomUnderTest, name: string, clientId: number): Promise<Party> {
  const socket = new FakeSocket();
  const connection = openConnection({
    socket: socket.asWebSocket(),
    person: {id: name as PersonId, name, side: 'formal'},
    sessionId: name,
    clientId: clientId as ClientId,
    limits,
    clock: world.clock,
    onRefused: () => undefined,
  });
  connection.setMayWrite(true);
  const room = await world.rooms.enter(documentId, connection);
  room.owners.set(clientId as ClientId, name as PersonId);
  connection.listen(room);
  socket.once('close', () => world.rooms.leave(room, connection));
  return {clientId: clientId as ClientId, socket, connection, room};
}

async function honestClient(world: RoomUnderTest) {
  const doc = new Y.Doc();
  doc.clientID = 7;
  const {socket, room} = await party(world, 'eerlijk', 7);
  let written = 0;
  let saved = 0;
  const send = (type: 'step2' | 'update', update: Uint8Array) => {
    written++;
    socket.arrive(encodeFrame({type, update}));
  };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') send('update', update);
  });

  function read(): void {
    for (const bytes of socket.sent.splice(0)) {
      const kind = bytes[0] === 0 ? bytes[1] : null;
      const payload = () => payloadOf(bytes);
      if (kind === 0) send('step2', Y.encodeStateAsUpdate(doc, payload()));
      if (kind === 1 || kind === 2) Y.applyUpdate(doc, payload(), 'server');
      if (bytes[0] === 4) saved = savedIn(bytes);
    }
  }

  return {
    ...{doc, socket, read},
    write: (random: Random) => edit(doc, random),
    written: () => written,
    /** Until everything it wrote is acknowledged. */
    async settle() {
      for (let turn = 0; turn < 50 && saved < written; turn++) {
        await room.settled();
        world.clock.advance(100);
        read();
      }
      await room.settled();
      read();
      if (saved < written) throw new Error(`Acknowledged ${saved} of ${written} honest messages`);
    },
  };
}

function compare(world: RoomUnderTest, honest: {readonly doc: Y.Doc}): void {
  const replayed = documentOf(
    null,
    world.journal.entries.map(({bytes}) => bytes),
  );
  const pending = replayed.store.pendingStructs ?? replayed.store.pendingDs;
  if (pending) throw new Error('The journal holds what can not be applied');
  if (JSON.stringify(contentOf(replayed)) !== JSON.stringify(contentOf(honest.doc))) {
    throw new Error('The honest client does not see what the journal says');
  }
  const own = Y.getState(replayed.store, 7);
  if (own !== Y.getState(honest.doc.store, 7)) throw new Error('Honest words are missing');
}

function payloadOf(bytes: Uint8Array): Uint8Array {
  let position = 2;
  while (((bytes[position] ?? 0) & 0x80) !== 0) position++;
  return bytes.subarray(position + 1);
}

function savedIn(bytes: Uint8Array): number {
  let value = 0;
  for (let index = 1, factor = 1; index < bytes.length; index++, factor *= 128) {
    value += ((bytes[index] ?? 0) & 0x7f) * factor;
  }
  return value;
}
