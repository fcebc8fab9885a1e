/** A table at which Amina has written a line, and Bram sits too; for who asks what became of its words. */

import {ROOT_NAME} from '@samenspel/shared/schema';
import * as Y from 'yjs';
import {openTestRooms, type RoomUnderTest} from './room.ts';
import {type Desk, enter} from './room-desk.ts';

export const words = 'We willen niet dat de buurtkamer dichtgaat in de zomer.';

export interface Table {
  readonly world: RoomUnderTest;
  readonly amina: Desk;
  readonly bram: Desk;
}

export async function table(): Promise<Table> {
  const world = openTestRooms();
  const [amina, bram] = [await enter(world, 'amina', 1), await enter(world, 'bram', 2)];
  await amina.change((doc) => put(doc, 0, 'paragraph', words));
  return {world, amina, bram};
}

/** A block with this text. */
export function put(doc: Y.Doc, at: number, kind: string, text: string): void {
  const block = new Y.XmlElement(kind);
  doc.getXmlFragment(ROOT_NAME).insert(at, [block]);
  block.push([new Y.XmlText(text)]);
}
