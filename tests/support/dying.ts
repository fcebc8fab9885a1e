/** What a child that dies and the test that watches agree on: where it may die, and what it writes. */

import type {ClientId, DocumentId, PersonId} from '@samenspel/shared';
import * as Y from 'yjs';
import {edit} from './edits.ts';
import {seeded} from './random.ts';

export const deathPoints = [
  'before append',
  'appended',
  'shown',
  'claimed',
  'segment made',
  'segment written',
  'checkpoint written',
  'head written',
  'rows deleted',
  'sealed',
] as const;
export type DeathPoint = (typeof deathPoints)[number];

export const documentId = 'document1' as DocumentId;
export const writer = {person: 'schrijver1' as PersonId, clientId: 1 as ClientId};
export const sealRows = 40;
const messages = 400;

/** One message per edit, the same every time. */
export function* messagesOf(): Generator<Uint8Array> {
  const random = seeded(21);
  const doc = new Y.Doc();
  doc.clientID = writer.clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let count = 0; count < messages;) {
    edit(doc, random);
    for (const update of updates.splice(0)) {
      count++;
      yield update;
    }
  }
}
