/** One hostile frame after another: half of them are updates that decode, changed in some way. */

import {type ClientId, encodeFrame} from '@samenspel/shared';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import {edit} from '../support/edits.ts';
import type {Random} from '../support/random.ts';

export interface Attacker {
  /** The next frame; the attacker looks at the document now and then. */
  next(): Uint8Array | string;
}

/** How many frames are made of what was seen in one look. */
const framesPerLook = 150;

/** @param known the document as everybody sees it */
export function openAttacker(random: Random, known: Y.Doc, clientId: ClientId): Attacker {
  let updates: readonly Uint8Array[] = [];
  let left = 0;
  const anyUpdate = () => random.pick(updates);

  function next(): Uint8Array | string {
    if (left-- <= 0) {
      updates = edits(random, known, clientId);
      left = framesPerLook;
    }
    if (random.chance(0.5)) {
      return encodeFrame({
        type: kindOf(random),
        update: mutated(random, known, clientId, anyUpdate()),
      });
    }
    const kind = random.below(10);
    if (kind < 2) return random.bytes(random.below(60));
    if (kind < 4) return cut(random, encodeFrame({type: 'update', update: anyUpdate()}));
    if (kind < 5) return encodeFrame({type: 'step1', stateVector: random.bytes(random.below(30))});
    if (kind < 6) return encodeFrame({type: 'awareness', update: crowd(random)});
    if (kind < 7) return encodeFrame({type: 'awareness', update: random.bytes(random.below(40))});
    if (kind < 8) return encodeFrame({type: 'queryAwareness'});
    if (kind < 9)
      return Uint8Array.of(0, random.below(4), 0xff, 0xff, 0xff, 0x7f, ...random.bytes(5));
    return random.chance(0.1) ? 'tekst' : encodeFrame({type: 'saved', count: random.below(9)});
  }
  return {next};
}

function kindOf(random: Random): 'step2' | 'update' {
  return random.chance(0.2) ? 'step2' : 'update';
}

/** An update that decodes, with a change that often still decodes. */
function mutated(random: Random, known: Y.Doc, clientId: ClientId, update: Uint8Array): Uint8Array {
  const kind = random.below(12);
  if (kind < 4) return flipped(random, update);
  if (kind < 5) return cut(random, update);
  if (kind < 6) return grown(random, update);
  if (kind < 7) return forged(random);
  if (kind < 8) return tinyStructs(random, clientId, known);
  if (kind < 9) return withoutPredecessor(random, clientId, known);
  if (kind < 10) return nested(random, clientId, known);
  if (kind < 11) return deletions(random, known);
  return update;
}

/** Edits on the document as the attacker knows it, under the attacker's own id. */
function edits(random: Random, known: Y.Doc, clientId: ClientId): readonly Uint8Array[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(known));
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  while (updates.length < 40) edit(doc, random);
  doc.destroy();
  return updates;
}

function flipped(random: Random, update: Uint8Array): Uint8Array {
  const changed = update.slice();
  for (let count = 1 + random.below(3); count > 0; count--) {
    changed[random.below(changed.length)] = random.below(256);
  }
  return changed;
}

function cut(random: Random, bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, random.below(bytes.length));
}

function grown(random: Random, bytes: Uint8Array): Uint8Array {
  const extra = random.bytes(1 + random.below(8));
  const at = random.below(bytes.length);
  return Uint8Array.from([...bytes.slice(0, at), ...extra, ...bytes.slice(at)]);
}

/** New text under somebody else's id. */
function forged(random: Random): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = random.pick([7, 8, 9]);
  doc.getXmlFragment('default').push([new Y.XmlText('niet van mij')]);
  return Y.encodeStateAsUpdate(doc);
}

/** Many structs of one character, each of which Yjs keeps as an object of its own. */
function tinyStructs(random: Random, clientId: ClientId, known: Y.Doc): Uint8Array {
  const count = 1 + random.below(300);
  return structs(clientId, Y.getState(known.store, clientId), count, (encoder) => {
    encoding.writeUint8(encoder, 4);
    rootParent(encoder);
    encoding.writeVarString(encoder, 'x');
  });
}

function withoutPredecessor(random: Random, clientId: ClientId, known: Y.Doc): Uint8Array {
  const clock = Y.getState(known.store, clientId) + 1 + random.below(1_000);
  return structs(clientId, clock, 1, (encoder) => {
    encoding.writeUint8(encoder, 4);
    rootParent(encoder);
    encoding.writeVarString(encoder, 'te vroeg');
  });
}

/** Values nested as deep as the bytes allow. */
function nested(random: Random, clientId: ClientId, known: Y.Doc): Uint8Array {
  const depth = random.below(2_000);
  return structs(clientId, Y.getState(known.store, clientId), 1, (encoder) => {
    encoding.writeUint8(encoder, 8);
    rootParent(encoder);
    encoding.writeVarUint(encoder, 1);
    for (let level = 0; level < depth; level++) {
      encoding.writeUint8(encoder, 117);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeUint8(encoder, 126);
  });
}

/** Deletions of what may or may not be there. */
function deletions(random: Random, known: Y.Doc): Uint8Array {
  const clients = [...known.store.clients.keys(), random.below(100)];
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, random.pick(clients));
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, random.below(5_000));
    encoding.writeVarUint(encoder, random.below(3));
  });
}

/** Many made-up people in one awareness update. */
function crowd(random: Random): Uint8Array {
  const count = random.below(400);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, count);
    for (let index = 0; index < count; index++) {
      encoding.writeVarUint(encoder, 1_000_000 + random.below(2 ** 31));
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(
        encoder,
        random.pick(['{}', 'null', '[]', '{"user":null}', 'geen json']),
      );
    }
  });
}

function structs(
  clientId: ClientId,
  clock: number,
  count: number,
  write: (encoder: encoding.Encoder) => void,
): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, count, clientId, clock]) encoding.writeVarUint(encoder, number);
    for (let index = 0; index < count; index++) write(encoder);
    encoding.writeVarUint(encoder, 0);
  });
}

function rootParent(encoder: encoding.Encoder): void {
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, 'default');
}
