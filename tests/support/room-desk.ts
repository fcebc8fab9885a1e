/** A place at a room's table: a document of one's own, kept up to date, to type in. */

import type {Room} from '@samenspel/server/sync/room.ts';
import {ROOT_NAME} from '@samenspel/shared/schema';
import * as Y from 'yjs';
import {documentId, type RecordingGuest, recordingGuest, type RoomUnderTest} from './room.ts';

export interface Desk {
  readonly guest: RecordingGuest;
  readonly room: Room;
  readonly doc: Y.Doc;
  /** Types at the end of the line with these words, and waits until it is on disk. */
  type(line: string, words: string): Promise<void>;
  /** Changes the document as it was last seen; the room has it, the disk perhaps not yet. */
  send(change: (doc: Y.Doc) => void): void;
  /** The same, seen first and on disk afterwards; some seconds go by. */
  change(change: (doc: Y.Doc) => void): Promise<void>;
  /** Takes in what others wrote. */
  see(): void;
}

export async function enter(world: RoomUnderTest, name: string, clientId: number): Promise<Desk> {
  const guest = recordingGuest(name, clientId);
  const room = await world.rooms.enter(documentId, guest);
  const doc = new Y.Doc();
  doc.clientID = clientId;
  let seen = 0;
  const see = () => {
    for (const frame of guest.frames.slice(seen)) {
      if (frame.type === 'update' || frame.type === 'step2') Y.applyUpdate(doc, frame.update);
    }
    seen = guest.frames.length;
  };
  const send = (change: (doc: Y.Doc) => void) => {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => change(doc));
    room.write(guest, Y.encodeStateAsUpdate(doc, before), false);
  };
  room.ask(guest, Uint8Array.of(0));
  await room.settled();
  see();
  const change: Desk['change'] = async (edit) => {
    see();
    send(edit);
    await room.settled();
    // A moment is a second at least.
    world.clock.advance(5_000);
  };
  return {
    ...{guest, room, doc, send, see, change},
    type: (line, words) =>
      change((mine) => {
        const text = lineWith(mine, line);
        text.insert(text.length, words);
      }),
  };
}

export function lineWith(doc: Y.Doc, words: string): Y.XmlText {
  const found = [...doc.getXmlFragment(ROOT_NAME).createTreeWalker(() => true)].find(
    (node) => node instanceof Y.XmlText && node.toJSON().includes(words),
  );
  if (!(found instanceof Y.XmlText)) throw new Error(`“${words}” is not there`);
  return found;
}
