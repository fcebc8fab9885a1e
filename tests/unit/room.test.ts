import type {PersonId} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {contentOf} from '../support/edits.ts';
import {documentId, openTestRooms, type RecordingGuest, recordingGuest} from '../support/room.ts';

const nothing = Uint8Array.of(0);

/** A guest with a document of its own; what it is sent is applied, what it types is sent. */
async function enter(world: ReturnType<typeof openTestRooms>, name: string, clientId: number) {
  const guest = recordingGuest(name, clientId);
  const room = await world.rooms.enter(documentId, guest);
  room.owners.set(guest.clientId!, guest.person.id);
  await room.settled();
  const doc = new Y.Doc();
  doc.clientID = clientId;
  return {guest, room, doc};
}

function typed(doc: Y.Doc, text: string): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.getXmlFragment('default').push([new Y.XmlText(text)]);
  return Y.encodeStateAsUpdate(doc, before);
}

function shown(guest: RecordingGuest): unknown {
  const doc = new Y.Doc();
  for (const frame of guest.frames) {
    if (frame.type === 'update' || frame.type === 'step2') Y.applyUpdate(doc, frame.update);
  }
  return contentOf(doc);
}

/** Lets everything that can happen without the disk happen. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('A room', () => {
  test('[R1] shows, acknowledges and answers nothing while the journal stalls', async () => {
    const world = openTestRooms();
    const amina = await enter(world, 'amina', 1);
    const bram = await enter(world, 'bram', 2);
    const goOn = world.journal.stall();
    amina.room.write(amina.guest, typed(amina.doc, 'nog niet op schijf'), false);
    await quiet();
    const carla = recordingGuest('carla', 3);
    const entering = world.rooms.enter(documentId, carla);
    await quiet();
    bram.room.ask(bram.guest, nothing);
    await quiet();
    expect(amina.guest.saved()).toBe(0);
    expect(shown(bram.guest)).toEqual([]);
    expect(carla.count('step1')).toBe(0);
    goOn();
    await entering;
    await amina.room.settled();
    expect(amina.guest.saved()).toBe(1);
    expect(shown(bram.guest)).toEqual([[{insert: 'nog niet op schijf'}]]);
    expect(carla.count('step1')).toBe(1);
  });

  test('[R1] acknowledges every content message in order, those without news too', async () => {
    const world = openTestRooms();
    const {guest, room, doc} = await enter(world, 'amina', 1);
    const update = typed(doc, 'een');
    room.write(guest, Uint8Array.of(0, 0), true);
    room.write(guest, update, false);
    room.write(guest, update, false);
    await room.settled();
    expect(guest.saved()).toBe(3);
    expect(world.journal.entries).toHaveLength(1);
    expect(world.journal.entries[0]).toMatchObject({
      actor: guest.person.id,
      clientId: 1,
      kind: 'edit',
    });
  });

  test('sends each receiver one frame per turn, and nobody their own words', async () => {
    const world = openTestRooms();
    const amina = await enter(world, 'amina', 1);
    const bram = await enter(world, 'bram', 2);
    for (const word of ['een', 'twee', 'drie']) {
      amina.room.write(amina.guest, typed(amina.doc, word), false);
    }
    await amina.room.settled();
    expect(amina.guest.count('update')).toBe(0);
    expect(bram.guest.count('update')).toBe(1);
    expect(shown(bram.guest)).toHaveLength(3);
    expect(world.journal.entries).toHaveLength(3);
  });

  test('[R6] asks once for what is missing, and acknowledges when the hole is filled', async () => {
    const world = openTestRooms();
    const {guest, room, doc} = await enter(world, 'amina', 1);
    // The first question is answered before anything is typed.
    room.write(guest, Uint8Array.of(0, 0), true);
    await room.settled();
    typed(doc, 'nooit verstuurd');
    room.write(guest, typed(doc, 'twee'), false);
    room.write(guest, typed(doc, 'drie'), false);
    await room.settled();
    expect(guest.count('step1')).toBe(2);
    expect(guest.saved()).toBe(1);
    expect(world.journal.entries).toHaveLength(0);
    room.write(guest, Y.encodeStateAsUpdate(doc), true);
    await room.settled();
    expect(guest.saved()).toBe(4);
    expect(guest.closed).toBeNull();
    expect(world.journal.entries).toHaveLength(1);
  });

  test('[R6] ends a connection whose answer leaves the hole open', async () => {
    const world = openTestRooms();
    const {guest, room, doc} = await enter(world, 'amina', 1);
    typed(doc, 'nooit verstuurd');
    room.write(guest, typed(doc, 'twee'), false);
    room.write(guest, Uint8Array.of(0, 0), true);
    await room.settled();
    expect(guest.closed).toBe('refused');
  });

  test('[R6] ends a connection that writes under somebody else’s id, and nobody sees it', async () => {
    const world = openTestRooms();
    const amina = await enter(world, 'amina', 1);
    const bram = await enter(world, 'bram', 2);
    const forger = new Y.Doc();
    forger.clientID = 1;
    bram.room.write(bram.guest, typed(forger, 'zogenaamd van Amina'), false);
    await bram.room.settled();
    expect(bram.guest.closed).toBe('refused');
    expect(shown(amina.guest)).toEqual([]);
    expect(world.journal.entries).toHaveLength(0);
  });

  test('gives an unclaimed id to the first who writes under it', async () => {
    const world = openTestRooms();
    const {guest, room} = await enter(world, 'amina', 1);
    const doc = new Y.Doc();
    doc.clientID = 77;
    room.write(guest, typed(doc, 'hoi'), false);
    await room.settled();
    expect(guest.saved()).toBe(1);
    expect(room.owners.get(77 as never)).toBe(guest.person.id);
  });

  test('goes on without what broke the document, and keeps what came before and after', async () => {
    const world = openTestRooms();
    const amina = await enter(world, 'amina', 1);
    const bram = await enter(world, 'bram', 2);
    const circle = Uint8Array.of(2, 1, 12, 0, 0x84, 11, 0, 1, 97, 1, 11, 0, 0x84, 12, 0, 1, 98, 0);
    amina.room.write(amina.guest, typed(amina.doc, 'voor'), false);
    bram.room.write(bram.guest, circle, false);
    amina.room.write(amina.guest, typed(amina.doc, 'na'), false);
    await amina.room.settled();
    expect(bram.guest.closed).toBe('refused');
    expect(amina.guest.saved()).toBe(2);
    const late = await enter(world, 'carla', 3);
    late.room.ask(late.guest, nothing);
    await late.room.settled();
    expect(shown(late.guest)).toEqual([[{insert: 'voor'}], [{insert: 'na'}]]);
    expect(world.errors).toEqual([]);
  });
});

describe('A room whose journal can not be written', () => {
  test('[R1] says so, acknowledges and shows nothing, and asks for what it dropped', async () => {
    const world = openTestRooms();
    const amina = await enter(world, 'amina', 1);
    const bram = await enter(world, 'bram', 2);
    amina.room.write(amina.guest, Uint8Array.of(0, 0), true);
    await amina.room.settled();
    world.journal.fail(true);
    amina.room.write(amina.guest, typed(amina.doc, 'tijdens de storing'), false);
    await amina.room.settled();
    amina.room.write(amina.guest, typed(amina.doc, 'nog steeds'), false);
    await amina.room.settled();
    expect(amina.guest.notices()).toEqual(['readonly']);
    expect(bram.guest.notices()).toEqual(['readonly']);
    expect(amina.guest.saved()).toBe(1);
    expect(shown(bram.guest)).toEqual([]);

    const late = await enter(world, 'carla', 3);
    expect(late.guest.notices()).toEqual(['readonly']);
    world.clock.advance(1_000);
    await quiet();
    expect(amina.guest.notices()).toEqual(['readonly']);

    world.journal.fail(false);
    world.clock.advance(1_000);
    await quiet();
    expect(amina.guest.notices()).toEqual(['readonly', 'writable']);
    expect(amina.guest.count('step1')).toBe(2);
    amina.room.write(amina.guest, Y.encodeStateAsUpdate(amina.doc), true);
    await amina.room.settled();
    expect(amina.guest.saved()).toBe(4);
    expect(shown(bram.guest)).toHaveLength(2);
    expect(amina.guest.closed).toBeNull();
  });
});

describe('Rooms', () => {
  test('[R4] open a document once, however many come at the same moment', async () => {
    const world = openTestRooms();
    const rooms = await Promise.all(
      [1, 2, 3].map((id) => world.rooms.enter(documentId, recordingGuest(`p${id}`, id))),
    );
    expect(new Set(rooms).size).toBe(1);
  });

  test('[R4] free a document some time after the last one left, and not before', async () => {
    const world = openTestRooms({roomIdleMs: 1_000});
    const {guest, room} = await enter(world, 'amina', 1);
    world.rooms.leave(room, guest);
    world.clock.advance(999);
    await quiet();
    expect(world.rooms.find(documentId)).toBe(room);
    world.clock.advance(1);
    await quiet();
    expect(world.rooms.find(documentId)).toBeNull();
    const again = await enter(world, 'amina', 1);
    expect(again.room).not.toBe(room);
  });

  test('[R4] keep a document for who comes back in time', async () => {
    const world = openTestRooms({roomIdleMs: 1_000});
    const {guest, room} = await enter(world, 'amina', 1);
    world.rooms.leave(room, guest);
    world.clock.advance(500);
    await enter(world, 'amina', 4);
    world.clock.advance(5_000);
    await quiet();
    expect(world.rooms.find(documentId)).toBe(room);
  });

  test('[R5] put on disk what has arrived before they close', async () => {
    const world = openTestRooms();
    const {guest, room, doc} = await enter(world, 'amina', 1);
    room.write(guest, typed(doc, 'net op tijd'), false);
    await world.rooms.close();
    expect(world.journal.entries).toHaveLength(1);
    expect(guest.saved()).toBe(1);
  });
});

describe('[R27] A text that nobody edits', () => {
  test('rests in encoded form, answers like before, and wakes for the next word', async () => {
    const world = openTestRooms({roomRestMs: 5_000});
    const amina = await enter(world, 'amina', 1);
    const bram = await enter(world, 'bram', 2);
    amina.room.write(amina.guest, typed(amina.doc, 'voor de rust'), false);
    await amina.room.settled();
    const before = await answerTo(bram);
    world.clock.advance(5_000);
    expect(bram.room.resting()).toBe(true);
    expect(await answerTo(bram)).toEqual(before);
    bram.room.ask(bram.guest, Y.encodeStateVector(amina.doc));
    await bram.room.settled();
    expect(bram.room.resting()).toBe(true);

    amina.room.write(amina.guest, typed(amina.doc, 'na de rust'), false);
    await amina.room.settled();
    expect(bram.room.resting()).toBe(false);
    expect(amina.guest.saved()).toBe(2);
    expect(shown(bram.guest)).toEqual([[{insert: 'voor de rust'}], [{insert: 'na de rust'}]]);
  });
});

async function answerTo({guest, room}: Awaited<ReturnType<typeof enter>>): Promise<unknown> {
  room.ask(guest, nothing);
  await room.settled();
  return guest.frames.findLast(({type}) => type === 'step2');
}

describe('Presence', () => {
  test('names people itself, echoes to the sender, and drops states of somebody else’s id', async () => {
    const world = openTestRooms();
    const amina = await enter(world, 'amina', 1);
    const bram = await enter(world, 'bram', 2);
    amina.room.appear(
      amina.guest,
      awareness(1, 1, {user: {name: 'Burgemeester', color: '#0B6E69'}}),
    );
    bram.room.appear(bram.guest, awareness(1, 9, {user: {name: 'Amina?'}}));
    world.clock.advance(100);
    for (const {guest} of [amina, bram]) {
      expect(states(guest)).toEqual({
        1: {user: {id: 'amina-id' as PersonId, name: 'amina', side: 'informal', color: '#0B6E69'}},
      });
    }
  });

  test('says when somebody left', async () => {
    const world = openTestRooms();
    const amina = await enter(world, 'amina', 1);
    const bram = await enter(world, 'bram', 2);
    amina.room.appear(amina.guest, awareness(1, 1, {}));
    world.clock.advance(100);
    world.rooms.leave(amina.room, amina.guest);
    world.clock.advance(100);
    expect(states(bram.guest)).toEqual({1: null});
  });
});

function awareness(clientId: number, clock: number, state: object): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(state));
  return Uint8Array.of(1, clientId, clock, json.length, ...json);
}

/** The last state of each client that a guest heard of. */
function states(guest: RecordingGuest): Record<number, unknown> {
  const heard: Record<number, unknown> = {};
  for (const frame of guest.frames) {
    if (frame.type !== 'awareness') continue;
    const [, clientId = 0, , ...rest] = frame.update;
    const json = rest.slice(rest.findIndex((byte) => byte === 123 || byte === 110));
    heard[clientId] = JSON.parse(new TextDecoder().decode(Uint8Array.from(json)));
  }
  return heard;
}
