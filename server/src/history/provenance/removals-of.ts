/** Who took which characters out of the text, and when; moving them is no removing. */

import type {PersonId, Seq} from '@samenspel/shared';
import * as Y from 'yjs';
import type {Entry} from '../../journal/journal.ts';
import type {AttributionRow, Characters} from '../provenance.ts';
import {rangeMap} from './ranges.ts';

export interface Removal extends Characters {
  readonly seq: Seq;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actor: PersonId | null;
  /** When these words came back, by undo or by pasting; null when they didn't. */
  readonly backAt: Seq | null;
}

/**
 * Every removal of these characters, oldest first. They are named by their source: the ids under
 * which they were typed at first, wherever they have been since.
 * @param entries the document's journal, sealed or not: an entry deletes only what was there
 * @param attributions of the same document, oldest first
 */
export function removalsOf(
  wanted: Characters,
  entries: Iterable<Pick<Entry, 'seq' | 'at' | 'actor' | 'bytes'>>,
  attributions: readonly AttributionRow[],
): readonly Removal[] {
  // Which of the wanted characters an id stands for, from which entry on.
  const bearers = rangeMap<{readonly clock: number}>();
  bearers.set(wanted.client, wanted.clock, wanted.length, {clock: wanted.clock});
  const born: {readonly seq: Seq; readonly from: number; readonly to: number}[] = [];
  const removals: Removal[] = [];
  let told = 0;

  function tell(upTo: Seq): void {
    for (let row = attributions[told]; row && row.seq <= upTo; row = attributions[++told]) {
      const shift = row.sourceClock - row.clock;
      const from = Math.max(row.sourceClock, wanted.clock);
      const to = Math.min(row.sourceClock + row.length, wanted.clock + wanted.length);
      // From now on the id stands for other words, whosever they are.
      bearers.clear(row.client, row.clock, row.length);
      if (row.sourceClient !== wanted.client || from >= to) continue;
      bearers.set(row.client, from - shift, to - from, {clock: from});
      born.push({seq: row.seq, from, to});
    }
  }

  for (const {seq, at, actor, bytes} of entries) {
    // What this entry deletes bore its old meaning; what it brings back is known only afterwards.
    const gone: {from: number; to: number}[] = [];
    for (const [client, ranges] of Y.decodeUpdate(bytes).ds.clients) {
      for (const {clock, len} of ranges) {
        for (const {length, value, offset} of bearers.find(client, clock, len)) {
          gone.push({from: value.clock + offset, to: value.clock + offset + length});
        }
        bearers.clear(client, clock, len);
      }
    }
    tell(seq);
    const back = born.filter((one) => one.seq === seq);
    for (const one of subtract(gone, back)) {
      const {client} = wanted;
      removals.push({
        client,
        clock: one.from,
        length: one.to - one.from,
        seq,
        at,
        actor,
        backAt: null,
      });
    }
  }
  return removals.map((removal) => {
    const end = removal.clock + removal.length;
    const back = born.find(
      ({seq, from, to}) => seq > removal.seq && from < end && to > removal.clock,
    );
    return {...removal, backAt: back?.seq ?? null};
  });
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function subtract(spans: readonly Span[], taken: readonly Span[]): readonly Span[] {
  let left = spans;
  for (const {from, to} of taken) {
    left = left.flatMap((span) =>
      [
        {from: span.from, to: Math.min(span.to, from)},
        {from: Math.max(span.from, to), to: span.to},
      ].filter((part) => part.from < part.to),
    );
  }
  return left;
}
