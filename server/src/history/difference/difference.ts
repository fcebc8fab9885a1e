/**
 * The difference between two moments of a document: what came, went, moved and became something else,
 * and who did it.
 *
 * Blocks are matched by their own ids, then by the characters in them (which keep the ids that they
 * were typed under wherever they are put), then by equal text. Inside blocks that are one, what the
 * characters say comes before what whole words say.
 */

import type {ClientId, Difference, PersonId, Seq} from '@samenspel/shared';
import type * as Y from 'yjs';
import type {AttributionRow} from '../provenance.ts';
import {openAuthors} from '../provenance/authors.ts';
import {type Between, openDeeds} from './deeds.ts';
import {drawDifference} from './drawing.ts';
import {findEvents} from './events.ts';
import {match} from './matching.ts';
import {readTree} from './text-tree.ts';

export interface DifferenceInput extends Pick<Between, 'acts' | 'entries'> {
  readonly earlier: MomentDoc;
  readonly later: MomentDoc;
  /** Everything that entries up to the later moment attributed, oldest first. */
  readonly attributions: readonly AttributionRow[];
  readonly owners: ReadonlyMap<ClientId, PersonId>;
}

/** A document at the end of a tick of its journal; made for this, never the live one. */
export interface MomentDoc {
  readonly seq: Seq;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly doc: Y.Doc;
}

/** Pure, and work for a thread of its own when the text is long; changes neither document. */
export function differenceBetween(input: DifferenceInput): Difference {
  const {earlier, later, attributions, owners} = input;
  const [known, since] = parted(attributions, earlier.seq);
  const authors = openAuthors(owners);
  authors.learn(known);
  const before = readTree(earlier.doc, authors);
  authors.learn(since);
  const after = readTree(later.doc, authors);
  const matching = match(before, after);
  return {
    earlier: {seq: earlier.seq, at: earlier.at},
    later: {seq: later.seq, at: later.at},
    ...drawDifference({
      ...{earlier: before, later: after, matching},
      events: findEvents(before, after, matching),
      deeds: openDeeds({
        ...{acts: input.acts, after: earlier.seq, until: later.seq},
        ...{attributions: since, entries: input.entries},
      }),
    }),
  };
}

function parted(
  rows: readonly AttributionRow[],
  seq: Seq,
): readonly [readonly AttributionRow[], readonly AttributionRow[]] {
  const first = rows.findIndex((row) => row.seq > seq);
  return first < 0 ? [rows, []] : [rows.slice(0, first), rows.slice(first)];
}
