/** Delete sets: writing exactly the deletions that were new, and telling whether one brings any. */

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type {DeleteRange} from './scan.ts';

/** As Yjs keeps them in a transaction: ranges of deleted clocks per client. */
export interface DeleteSet {
  readonly clients: ReadonlyMap<number, readonly {readonly clock: number; readonly len: number}[]>;
}

/** The delete set of an update in format V1, highest client first like Yjs, ranges sorted and joined. */
export function encodeDeletions(sets: readonly DeleteSet[]): Uint8Array {
  const clients = new Map<number, {clock: number; len: number}[]>();
  for (const set of sets) {
    for (const [client, ranges] of set.clients) {
      clients.set(client, [...(clients.get(client) ?? []), ...ranges]);
    }
  }
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients.size);
    for (const [client, ranges] of [...clients].toSorted(([a], [b]) => b - a)) {
      const joined = join(ranges);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, joined.length);
      for (const {clock, len} of joined) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, len);
      }
    }
  });
}

/**
 * Whether any of these ranges covers words or blocks that are still there. Marks of formatting don't
 * count: every copy of Yjs takes away those that it finds pointless, a reader's too.
 */
export function deletesContent(doc: Y.Doc, deletes: readonly DeleteRange[]): boolean {
  return deletes.some(({client, clock, length}) => {
    const structs = doc.store.clients.get(client);
    if (!structs || clock >= Y.getState(doc.store, client)) return false;
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
      const struct = structs[index];
      if (!struct || struct.id.clock >= clock + length) return false;
      const isThere = struct instanceof Y.Item && !struct.deleted;
      if (isThere && !(struct.content instanceof Y.ContentFormat)) return true;
    }
    return false;
  });
}

function join(ranges: readonly {clock: number; len: number}[]): {clock: number; len: number}[] {
  const joined: {clock: number; len: number}[] = [];
  for (const range of [...ranges].toSorted((a, b) => a.clock - b.clock)) {
    const last = joined.at(-1);
    if (last && range.clock <= last.clock + last.len) {
      last.len = Math.max(last.len, range.clock + range.len - last.clock);
    } else {
      joined.push({...range});
    }
  }
  return joined;
}
