/**
 * Yjs structs as data: taken out of updates, joined, cut and written again. `Y.mergeUpdates` would do,
 * but it never joins what belongs together, and takes quadratic time over many updates.
 */

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import {type DeleteSet, encodeDeletions} from '../sync/deletions.ts';

export type Struct = Y.Item | Y.GC;

/** Per client, by clock; holes are possible. */
export type Structs = Map<number, Struct[]>;

/** Clocks `from` up to, not including, `to`. */
export interface Range {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** Of updates that hold every struct once, each client's in order, as the journal's rows do. */
export function structsIn(updates: readonly Uint8Array[]): Structs {
  const structs: Structs = new Map();
  for (const update of updates) collect(structs, Y.decodeUpdate(update).structs);
  return structs;
}

export function collect(structs: Structs, found: readonly (Struct | Y.Skip)[]): void {
  for (const struct of found) {
    // A hole is told by the clocks around it.
    if (struct instanceof Y.Skip) continue;
    const list = structs.get(struct.id.client);
    if (list) list.push(struct);
    else structs.set(struct.id.client, [struct]);
  }
}

/** Makes one struct of those that continue each other: a typed word instead of its letters. */
export function join(structs: Structs): Structs {
  const joined: Structs = new Map();
  for (const [client, list] of structs) {
    const kept: Struct[] = [];
    for (const struct of list) {
      const last = kept.at(-1);
      if (last && continues(last, struct)) {
        last.length += struct.length;
      } else {
        kept.push(struct);
      }
    }
    joined.set(client, kept);
  }
  return joined;
}

/** Also takes over the content, when it can. */
function continues(last: Struct, next: Struct): boolean {
  if (next.id.clock !== last.id.clock + last.length) return false;
  if (last instanceof Y.GC || next instanceof Y.GC) {
    return last instanceof Y.GC && next instanceof Y.GC;
  }
  const end = Y.createID(last.id.client, next.id.clock - 1);
  return (
    Y.compareIDs(next.origin, end) &&
    Y.compareIDs(next.rightOrigin, last.rightOrigin) &&
    next.content.constructor === last.content.constructor &&
    last.content.mergeWith(next.content)
  );
}

/** What of the structs lies within these ranges, which are in order. */
export function within(structs: Structs, ranges: readonly Range[]): Structs {
  const found: Structs = new Map();
  for (const {client, from, to} of ranges) {
    const list = structs.get(client) ?? [];
    const kept = found.get(client) ?? [];
    for (let index = firstAfter(list, from); index < list.length; index++) {
      const struct = list[index];
      if (!struct || struct.id.clock >= to) break;
      kept.push(cut(struct, from, to));
    }
    found.set(client, kept);
  }
  return found;
}

/** The first struct that reaches beyond this clock. */
function firstAfter(list: readonly Struct[], clock: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const struct = list[middle];
    if (struct && struct.id.clock + struct.length <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cut(struct: Struct, from: number, to: number): Struct {
  const {client, clock} = struct.id;
  const start = Math.max(from - clock, 0);
  const end = Math.min(to - clock, struct.length);
  if (start === 0 && end === struct.length) return struct;
  const id = Y.createID(client, clock + start);
  if (struct instanceof Y.GC) return new Y.GC(id, end - start);
  let content = struct.content.copy();
  if (end < struct.length) content.splice(end);
  if (start > 0) content = content.splice(start);
  const origin = start === 0 ? struct.origin : Y.createID(client, clock + start - 1);
  const {rightOrigin, parent, parentSub} = struct;
  return new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, content);
}

/** An update in format V1. */
export function encodeUpdate(structs: Structs, deletions: readonly DeleteSet[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  writeStructs(encoder, structs);
  encoding.writeUint8Array(encoder.restEncoder, encodeDeletions(deletions));
  return encoding.toUint8Array(encoder.restEncoder);
}

/** An update in format V2 without deletions: smaller, because it keeps like with like. */
export function encodeStructs(structs: Structs): Uint8Array {
  const encoder = new Y.UpdateEncoderV2();
  writeStructs(encoder, structs);
  encoding.writeVarUint(encoder.restEncoder, 0);
  return encoder.toUint8Array();
}

function writeStructs(encoder: Y.UpdateEncoderV1 | Y.UpdateEncoderV2, structs: Structs): void {
  const clients = [...structs].filter(([, list]) => list.length > 0);
  encoding.writeVarUint(encoder.restEncoder, clients.length);
  // Highest client first, like Yjs.
  for (const [client, list] of clients.toSorted(([a], [b]) => b - a)) {
    const whole = withHoles(client, list);
    encoding.writeVarUint(encoder.restEncoder, whole.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, whole[0]?.id.clock ?? 0);
    for (const struct of whole) struct.write(encoder, 0);
  }
}

function withHoles(client: number, list: readonly Struct[]): readonly (Struct | Y.Skip)[] {
  let next = list[0]?.id.clock ?? 0;
  return list.flatMap((struct) => {
    const hole = struct.id.clock - next;
    const skip = hole > 0 ? [new Y.Skip(Y.createID(client, next), hole)] : [];
    next = struct.id.clock + struct.length;
    return [...skip, struct];
  });
}
