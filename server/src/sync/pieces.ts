/** Cuts a text into updates to be applied one after another, none of which holds anybody up. */

import * as Y from 'yjs';
import {documentOf} from '../journal/state.ts';
import {encodeUpdate, type Struct, type Structs, structsIn} from '../journal/structs.ts';
import type {DeleteSet} from './deletions.ts';
import type {TextSource} from './live-document.ts';

/** A few milliseconds of work for Yjs. */
const structsPerPiece = 2_000;

/** The deletions come last: what they name is there by then. */
export function piecesOf(source: TextSource): readonly Uint8Array[] {
  const whole = Y.encodeStateAsUpdate(documentOf(source.state, source.updates));
  const pieces: Uint8Array[] = [];
  let piece: Structs = new Map();
  let count = 0;
  for (const struct of inOrder(structsIn([whole]))) {
    const list = piece.get(struct.id.client);
    if (list) list.push(struct);
    else piece.set(struct.id.client, [struct]);
    if (++count % structsPerPiece > 0) continue;
    pieces.push(encodeUpdate(piece, []));
    piece = new Map();
  }
  pieces.push(encodeUpdate(piece, []));
  for (const deletions of cutDeletions(Y.decodeUpdate(whole).ds)) {
    pieces.push(encodeUpdate(new Map(), [deletions]));
  }
  return pieces;
}

/** Every struct after all that it refers to. A client's own past comes first by itself. */
function* inOrder(structs: Structs): Generator<Struct> {
  const placed = new Map<number, number>();
  const indices = new Map<number, number>();
  const nextOf = (client: number) => structs.get(client)?.[indices.get(client) ?? 0];
  for (const first of structs.keys()) {
    const waiting = [first];
    for (let client = waiting.at(-1); client !== undefined; client = waiting.at(-1)) {
      const struct = nextOf(client);
      const needed = struct && missing(struct, placed);
      if (needed !== undefined) {
        if (waiting.includes(needed)) throw new Error('References in a circle');
        waiting.push(needed);
      } else if (struct) {
        yield struct;
        placed.set(client, struct.id.clock + struct.length);
        indices.set(client, (indices.get(client) ?? 0) + 1);
        // Whoever waited for it looks again at what else is missing.
        if (waiting.length > 1) waiting.pop();
      } else {
        waiting.pop();
      }
    }
  }
}

/** The client whose structs have to come before this one. */
function missing(struct: Struct, placed: ReadonlyMap<number, number>): number | undefined {
  if (struct instanceof Y.GC) return undefined;
  const parent: unknown = struct.parent;
  const references = [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null];
  return references.find(
    (id) => id && id.client !== struct.id.client && id.clock >= (placed.get(id.client) ?? 0),
  )?.client;
}

function* cutDeletions({clients}: DeleteSet): Generator<DeleteSet> {
  for (const [client, ranges] of clients) {
    for (let from = 0; from < ranges.length; from += structsPerPiece) {
      yield {clients: new Map([[client, ranges.slice(from, from + structsPerPiece)]])};
    }
  }
}
