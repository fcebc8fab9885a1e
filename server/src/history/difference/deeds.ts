/** Who did what between two moments, and when: looked up by the ids that the journal's entries wrote. */

import type {Seq} from '@samenspel/shared';
import * as Y from 'yjs';
import {type IdColumns, idColumns} from '../../journal/id-columns.ts';
import type {Entry} from '../../journal/journal.ts';
import type {AttributionRow} from '../provenance.ts';
import type {Acts, Deed} from './acts.ts';
import type {Id} from './text-tree.ts';

export interface Deeds {
  /** The entry that wrote this id; null when it was there at the earlier moment. */
  wrote(client: number, clock: number): Deed | null;
  /** The entry that deleted this id; null when none did. */
  deleted(client: number, clock: number): Deed | null;
  /**
   * Tells the parts of these characters, named by the ids that they had at the earlier moment and by
   * those under which they were typed, with the entry that took them away for good.
   */
  eachRemoval(characters: Typed, tell: TellRemoval): void;
  /** Who gave the attribute of a block the value it has now, wherever the block has been since. */
  changedAttribute(before: Id | null, block: Id | null, name: string, until: Seq): Deed | null;
}

export interface Typed extends Id {
  readonly length: number;
  readonly sourceClient: number;
  readonly sourceClock: number;
}

export type TellRemoval = (offset: number, length: number, deed: Deed | null) => void;

/** What happened between two moments. */
export interface Between {
  /** Of these entries, and maybe of others. */
  readonly acts: Acts;
  /** The positions of the two moments. */
  readonly after: Seq;
  readonly until: Seq;
  /** What the entries after the earlier moment up to the later one told, oldest first. */
  readonly attributions: readonly AttributionRow[];
  /** The same entries with what they say: seldom asked for. */
  entries(): readonly Pick<Entry, 'seq' | 'bytes'>[];
}

export function openDeeds({acts, after, until: end, attributions, entries}: Between): Deeds {
  let carried: IdColumns | null = null;
  let said: ReturnType<Between['entries']> | null = null;

  const between = (deed: Deed | null) =>
    deed && deed.seq > after && deed.seq <= end ? deed : null;
  const wrote = (client: number, clock: number) => between(acts.wrote(client, clock));
  const deleted = (client: number, clock: number) => between(acts.deleted(client, clock));

  /** By the ids under which they were typed, the last row that tells where characters were put down again. */
  const carriers = (): IdColumns =>
    (carried ??= idColumns({
      client: attributions.map(({sourceClient}) => sourceClient),
      clock: attributions.map(({sourceClock}) => sourceClock),
      length: attributions.map(({length}) => length),
    }));

  /** @param shift from clock to offset */
  function tellRemoved(
    client: number,
    from: number,
    length: number,
    shift: number,
    tell: TellRemoval,
  ): void {
    const stop = from + length;
    for (let at = from; at < stop;) {
      const deed = deleted(client, at);
      let next = Math.min(acts.deletedUpTo(client, at), stop);
      // What went before or after these moments is as if it had never gone.
      while (!deed && next < stop && !deleted(client, next)) {
        next = Math.min(acts.deletedUpTo(client, next), stop);
      }
      tell(at + shift, next - at, deed);
      at = next;
    }
  }

  return {
    wrote,
    deleted,
    eachRemoval({client, clock, length, sourceClient, sourceClock}, tell) {
      let at = 0;
      const own = (until: number) => {
        if (until > at) tellRemoved(client, clock + at, until - at, -clock, tell);
        at = Math.max(at, until);
      };
      carriers().each(sourceClient, sourceClock, length, (from, covered, row) => {
        const now = attributions[row];
        if (!now) return;
        own(from - sourceClock);
        const start = now.clock + from - now.sourceClock;
        tellRemoved(now.client, start, covered, from - sourceClock - start, tell);
        at = from - sourceClock + covered;
      });
      own(length);
    },
    changedAttribute(before, block, name, until) {
      let found: Deed | null = null;
      said ??= entries();
      let value = before ?? firstValue(said, block, name, until);
      if (!before && value) found = wrote(value.client, value.clock);
      while (value) {
        const deed = deleted(value.client, value.clock);
        if (!deed || deed.seq >= until) break;
        found = deed;
        value = valueAfter(said, deed.seq, value);
      }
      return found;
    },
  };
}

/** The id of the first value that the attribute of a block without one was given. */
function firstValue(
  entries: ReturnType<Between['entries']>,
  block: Id | null,
  name: string,
  until: Seq,
): Id | null {
  if (!block) return null;
  const parentId = Y.createID(block.client, block.clock);
  for (const {bytes, seq} of entries) {
    if (seq >= until) break;
    // Few entries set an attribute: the others needn't be read.
    if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name)) continue;
    for (const struct of Y.decodeUpdate(bytes).structs) {
      if (!(struct instanceof Y.Item) || struct.parentSub !== name) continue;
      // Before it is put in its place, an item knows its parent by id.
      const parent: unknown = struct.parent;
      if (parent instanceof Y.ID && Y.compareIDs(parent, parentId)) return struct.id;
    }
  }
  return null;
}

/** A value that takes the place of another says so. */
function valueAfter(
  entries: ReturnType<Between['entries']>,
  at: Seq,
  {client, clock}: Id,
): Id | null {
  const entry = entries.find(({seq}) => seq === at);
  const struct = entry
    ? Y.decodeUpdate(entry.bytes).structs.find(
        (one) => one instanceof Y.Item && Y.compareIDs(one.origin, Y.createID(client, clock)),
      )
    : null;
  return struct?.id ?? null;
}
