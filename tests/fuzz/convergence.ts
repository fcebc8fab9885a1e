/**
 * Several people write while wires break, the disk fails and the server dies, in an order that a seed
 * decides. At the end everybody must have the same text, and at no time may something acknowledged be
 * missing from the journal.
 */

import {documentOf} from '@samenspel/server/journal/state.ts';
import {openRooms, type Rooms} from '@samenspel/server/sync/rooms.ts';
import type {PersonId, Seq} from '@samenspel/shared';
import * as Y from 'yjs';
import {contentOf} from '../support/edits.ts';
import {type FakeClock, fakeClock} from '../support/fake-clock.ts';
import {memoryClaims, memoryJournal, type MemoryJournal} from '../support/memory-journal.ts';
import {type Random, seeded} from '../support/random.ts';
import {documentId} from '../support/room.ts';
import {type FuzzClient, fuzzClient} from './client.ts';

interface World {
  readonly random: Random;
  readonly clock: FakeClock;
  readonly journal: MemoryJournal;
  readonly claims: ReturnType<typeof memoryClaims>;
  readonly clients: readonly FuzzClient[];
  rooms: Rooms;
  kill: () => void;
}

/** @throws Error that says what went wrong; the caller adds the seed */
export async function converge(seed: number, steps: number): Promise<void> {
  const random = seeded(seed);
  const clock = fakeClock();
  const journal = memoryJournal([documentId]);
  const claims = memoryClaims();
  const clients = Array.from({length: 2 + random.below(4)}, (_, index) => fuzzClient(index + 1));
  const world: World = {
    ...{random, clock, journal, claims, clients},
    ...startServer(journal, claims, clock),
  };
  for (let step = 0; step < steps; step++) {
    await act(world);
    if (random.chance(0.2)) await keepsPromises(world);
  }
  await comeTogether(world);
}

async function act(world: World): Promise<void> {
  const {random, clients, journal, clock} = world;
  const client = random.pick(clients);
  const dice = random.below(100);
  if (dice < 40) client.edit(random);
  else if (dice < 60) client.deliverToServer();
  else if (dice < 80) client.deliverToClient();
  else if (dice < 88) {
    if (!client.connected()) await client.connect(world.rooms);
  } else if (dice < 91) client.disconnect(world.rooms);
  else if (dice < 93) journal.fail(random.chance(0.5));
  else if (dice < 96) clock.advance(500);
  else if (dice < 97) die(world);
  // Sometimes the server gets its turn, sometimes more arrives first.
  if (random.chance(0.5)) await quiet(world.rooms);
}

/** As after `kill -9`: what is not in the journal is gone. */
function die(world: World): void {
  world.kill();
  for (const client of world.clients) client.disconnect(null);
  Object.assign(world, startServer(world.journal, world.claims, world.clock));
}

function startServer(
  journal: MemoryJournal,
  claims: ReturnType<typeof memoryClaims>,
  clock: FakeClock,
): Pick<World, 'rooms' | 'kill'> {
  let dead = false;
  const rooms = openRooms({
    journal: {
      ...journal,
      // Of a dead server nothing reaches the disk any more, and nobody hears of it.
      append: (entries) => (dead ? new Promise(() => undefined) : journal.append(entries)),
    },
    ...{
      claims,
      clock,
      limits: {roomIdleMs: 400, roomRestMs: 300, maxDocumentBytes: 0, maxDocumentStructs: 0},
    },
    onError: (_id, error) => {
      throw error;
    },
    onWritable: () => undefined,
  });
  return {
    rooms,
    kill: () => {
      dead = true;
    },
  };
}

async function quiet(rooms: Rooms): Promise<void> {
  for (const room of rooms.open()) await room.settled();
}

async function keepsPromises({journal, clients}: World): Promise<void> {
  const kept = await replay(journal);
  for (const client of clients) {
    const number = client.doc.clientID;
    const onDisk = Y.getState(kept.store, number);
    if (client.acknowledged() > onDisk) {
      throw new Error(`Acknowledged ${client.acknowledged()} of client ${number}, kept ${onDisk}`);
    }
  }
}

async function comeTogether(world: World): Promise<void> {
  const {journal, clients, clock} = world;
  journal.fail(false);
  for (const client of clients) if (!client.connected()) await client.connect(world.rooms);
  for (let idle = 0; idle < 3;) {
    const moved = clients.filter((client) => client.deliverToServer() || client.deliverToClient());
    await quiet(world.rooms);
    clock.advance(500);
    await new Promise((resolve) => setImmediate(resolve));
    await quiet(world.rooms);
    idle = moved.length === 0 ? idle + 1 : 0;
  }
  await keepsPromises(world);
  const kept = await replay(journal);
  for (const {doc, acknowledged} of clients) {
    same(contentOf(doc), contentOf(kept), `client ${doc.clientID} against the journal`);
    const typed = Y.getState(doc.store, doc.clientID);
    if (acknowledged() !== typed)
      throw new Error(`Client ${doc.clientID} waits for its acknowledgement`);
  }
  await rightAuthors(journal);
}

/** Every row's new structs are its actor's. */
async function rightAuthors(journal: MemoryJournal): Promise<void> {
  const known = new Map<number, number>();
  for (const {bytes, actor} of journal.entries) {
    for (const {id, length} of Y.decodeUpdate(bytes).structs) {
      const from = known.get(id.client) ?? 0;
      if (id.clock !== from)
        throw new Error(`Row repeats or skips: ${id.clock} instead of ${from}`);
      if (actor !== (`person${id.client}` as PersonId))
        throw new Error(`Row of ${actor} holds others’ text`);
      known.set(id.client, id.clock + length);
    }
  }
}

async function replay(journal: MemoryJournal): Promise<Y.Doc> {
  const entries = await journal.since(documentId, 0 as Seq);
  return documentOf(
    null,
    entries.map(({bytes}) => bytes),
  );
}

function same(left: unknown, right: unknown, what: string): void {
  if (JSON.stringify(left) !== JSON.stringify(right)) throw new Error(`Not the same: ${what}`);
}
