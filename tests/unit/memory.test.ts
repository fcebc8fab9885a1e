import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {documentId, openTestRooms, recordingGuest} from '../support/room.ts';

// The collector is asked to work now; without the flag it does so when it likes.
setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('[R4] the memory of a document comes back after its last guest left', async () => {
  const world = openTestRooms({roomIdleMs: 1_000});
  const held = await visit(world);
  // Asked as a boolean: an assertion that holds the room would keep it alive itself.
  expect(held.deref() !== undefined).toBe(true);
  world.clock.advance(1_000);
  await turns(20);
  expect(world.rooms.find(documentId)).toBeNull();
  for (let count = 0; count < 10; count++) {
    collectGarbage();
    await turns(5);
  }
  expect(held.deref() === undefined).toBe(true);
});

/** Somebody comes, writes and leaves; what is returned doesn't keep the room alive. */
async function visit(world: ReturnType<typeof openTestRooms>): Promise<WeakRef<object>> {
  const guest = recordingGuest('amina', 1);
  const room = await world.rooms.enter(documentId, guest);
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getXmlFragment('default').push([new Y.XmlText('even hier')]);
  room.owners.set(guest.clientId!, guest.person.id);
  room.write(guest, Y.encodeStateAsUpdate(doc), false);
  await room.settled();
  world.rooms.leave(room, guest);
  return new WeakRef(room);
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}
