/** Who did what between two moments, and when: looked up by the ids that the journal's entries wrote. */

import type {PersonId, Seq} from '@samenspel/shared';
import * as Y from 'yjs';
import type {Entry, EntryMark, Trace} from '../../journal/journal.ts';
import type {AttributionRow} from '../provenance.ts';
import {type RangeMap, rangeMap} from '../provenance/ranges.ts';
import type {Id} from './text-tree.ts';

/** One entry of the journal: who wrote it and when. */
export type Deed = Pick<EntryMark, 'seq' | 'at' | 'actor'>;

export interface Deeds {
  /** The entry that wrote this id; null when it was there at the earlier moment. */
  wrote(id: Id): Deed | null;
  /** The entry that deleted this id; null when none did. */
  deleted(id: Id): Deed | null;
  /**
   * The parts of these characters, named by the ids that they had at the earlier moment and by those
   * under which they were typed, with the entry that took them away for good.
   */
  removals(characters: Typed): readonly Removal[];
  /** Who gave the attribute of a block the value it has now, wherever the block has been since. */
  changedAttribute(before: Id | null, block: Id | null, name: string, until: Seq): Deed | null;
}

export interface Typed extends Id {
  readonly length: number;
  readonly sourceClient: number;
  readonly sourceClock: number;
}

export interface Removal {
  readonly offset: number;
  readonly length: number;
  readonly deed: Deed | null;
}

interface Span {
  readonly clock: number;
  readonly end: number;
  readonly deed: Deed;
}

/** What happened between two moments. */
export interface Between {
  /** Of the entries after the earlier moment up to the later one, oldest first. */
  readonly traces: readonly Trace[];
  /** What these entries told, oldest first. */
  readonly attributions: readonly AttributionRow[];
  /** The same entries with what they say: seldom asked for. */
  entries(): readonly Pick<Entry, 'seq' | 'bytes'>[];
}

export function openDeeds({traces, attributions, entries}: Between): Deeds {
  const written = new Map<number, Span[]>();
  const gone = new Map<number, Span[]>();
  for (const {mark, wrote, removed} of traces) {
    for (const {client, from, to} of wrote) put(written, client, from, to, mark);
    for (const {client, from, to} of removed) put(gone, client, from, to, mark);
  }
  for (const spans of [...written.values(), ...gone.values()]) {
    spans.sort((one, other) => one.clock - other.clock);
  }
  let carried: RangeMap<Id> | null = null;
  let said: ReturnType<Between['entries']> | null = null;

  const wrote = ({client, clock}: Id) => spanAt(written.get(client), clock)?.deed ?? null;
  const deleted = ({client, clock}: Id) => spanAt(gone.get(client), clock)?.deed ?? null;

  /** The last ids under which characters stood that were put down again since. */
  const carriers = (): RangeMap<Id> => {
    if (carried) return carried;
    carried = rangeMap<Id>();
    for (const row of attributions) {
      const {client, clock, length, sourceClient, sourceClock} = row;
      carried.set(sourceClient, sourceClock, length, {client, clock});
    }
    return carried;
  };

  function removedUnder(client: number, from: number, length: number): readonly Removal[] {
    const removals: Removal[] = [];
    for (let at = from; at < from + length;) {
      const span = spanAt(gone.get(client), at);
      const end = Math.min(span?.end ?? nextAfter(gone.get(client), at), from + length);
      removals.push({offset: at - from, length: end - at, deed: span?.deed ?? null});
      at = end;
    }
    return removals;
  }

  return {
    wrote,
    deleted,
    removals({client, clock, length, sourceClient, sourceClock}) {
      const removals: Removal[] = [];
      let at = 0;
      const own = (until: number) => {
        if (until <= at) return;
        for (const one of removedUnder(client, clock + at, until - at)) {
          removals.push({...one, offset: one.offset + at});
        }
        at = until;
      };
      for (const range of carriers().find(sourceClient, sourceClock, length)) {
        own(range.clock - sourceClock);
        const {value, offset} = range;
        for (const one of removedUnder(value.client, value.clock + offset, range.length)) {
          removals.push({...one, offset: one.offset + at});
        }
        at += range.length;
      }
      own(length);
      return removals;
    },
    changedAttribute(before, block, name, until) {
      let found: Deed | null = null;
      said ??= entries();
      let value = before ?? firstValue(said, block, name, until);
      if (!before && value) found = wrote(value);
      while (value) {
        const deed = deleted(value);
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

function put(
  spans: Map<number, Span[]>,
  client: number,
  clock: number,
  end: number,
  deed: Deed,
): void {
  const list = spans.get(client);
  if (list) list.push({clock, end, deed});
  else spans.set(client, [{clock, end, deed}]);
}

function spanAt(spans: readonly Span[] | undefined, clock: number): Span | null {
  const span = spans?.[firstEndingAfter(spans, clock)];
  return span && span.clock <= clock ? span : null;
}

function nextAfter(spans: readonly Span[] | undefined, clock: number): number {
  const span = spans?.[firstEndingAfter(spans, clock)];
  return span ? span.clock : Number.POSITIVE_INFINITY;
}

function firstEndingAfter(spans: readonly Span[], clock: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.end ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Who did most of it first; nobody for words that came with the product. */
export function byMost(parts: Iterable<{readonly by: PersonId | null; readonly length: number}>) {
  const counts = new Map<PersonId, number>();
  for (const {by, length} of parts) if (by) counts.set(by, (counts.get(by) ?? 0) + length);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([person]) => person);
}
