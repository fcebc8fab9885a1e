/**
 * Everything that updates say, unit by unit in one fixed form: equal for updates that say the same in
 * pieces of another size. Takes no part in writing, so that it can judge it.
 */

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import {encodeDeletions} from '../sync/deletions.ts';

/** A text to be compared, not to be read. */
export function listOf(updates: readonly Uint8Array[]): string {
  const decoded = updates.map((update) => Y.decodeUpdate(update));
  const units = decoded
    .flatMap(({structs}) => structs)
    .flatMap(unitsOf)
    .toSorted((a, b) => a.client - b.client || a.clock - b.clock)
    .map(({client, clock, says}) => `${client} ${clock} ${says}`);
  const deletions = encodeDeletions(decoded.map(({ds}) => ds));
  return [...units, Buffer.from(deletions).toString('base64')].join('\n');
}

interface Unit {
  readonly client: number;
  readonly clock: number;
  readonly says: string;
}

function unitsOf(struct: Y.Item | Y.GC | Y.Skip): readonly Unit[] {
  if (struct instanceof Y.Skip) return [];
  const {client, clock} = struct.id;
  return Array.from({length: struct.length}, (_, offset) => ({
    client,
    clock: clock + offset,
    says: struct instanceof Y.GC ? 'gone' : unitOf(struct, offset),
  }));
}

function unitOf(item: Y.Item, offset: number): string {
  const {client, clock} = item.id;
  const origin = offset === 0 ? idOf(item.origin) : `${client}:${clock + offset - 1}`;
  const {content, rightOrigin} = item;
  // Yjs writes down where something belongs only when no neighbour tells.
  const place = offset === 0 && item.origin === null && rightOrigin === null ? placeOf(item) : '';
  return JSON.stringify([
    origin,
    idOf(rightOrigin),
    place,
    content.getRef(),
    piece(content, offset),
  ]);
}

function idOf(id: Y.ID | null): string {
  return id ? `${id.client}:${id.clock}` : '';
}

/** Before it is integrated, an item's parent is the name of a root or an id. */
function placeOf({parent, parentSub}: Y.Item): string {
  const known: unknown = parent;
  return JSON.stringify([known instanceof Y.ID ? idOf(known) : known, parentSub]);
}

function piece(content: Y.Item['content'], offset: number): unknown {
  if (content instanceof Y.ContentString) return content.str.charAt(offset);
  if (content instanceof Y.ContentDeleted) return null;
  const values = content.getContent();
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return values[offset];
  // A type, a format, an embed, binary: as it is written.
  const encoder = new Y.UpdateEncoderV1();
  content.write(encoder, 0);
  return Buffer.from(encoding.toUint8Array(encoder.restEncoder)).toString('base64');
}
