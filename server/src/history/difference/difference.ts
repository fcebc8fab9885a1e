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
import {readTree, type TreeBlock} from './text-tree.ts';

export type DifferenceInput = TextsInput & Pick<Between, 'acts' | 'entries'>;

interface TextsInput {
  readonly earlier: MomentDoc;
  readonly later: MomentDoc;
  /** Everything that entries up to the later moment attributed, oldest first. */
  readonly attributions: readonly AttributionRow[];
  readonly owners: ReadonlyMap<ClientId, PersonId>;
}

/** The end of a tick of a document's journal. */
interface MomentAt {
  readonly seq: Seq;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A document at that moment; made for this, never the live one. */
export interface MomentDoc extends MomentAt {
  readonly doc: Y.Doc;
}

interface MomentText extends MomentAt {
  readonly tree: TreeBlock;
}

/** Both texts, which lead back to no document any more. */
export interface ReadTexts {
  readonly earlier: MomentText;
  readonly later: MomentText;
  /** What the entries between them attributed. */
  readonly since: readonly AttributionRow[];
}

/** Pure, and work for a thread of its own when the text is long; changes neither document. */
export function differenceBetween(input: DifferenceInput): Difference {
  return differenceOf(readTexts(input), input);
}

/** The first half of it: who has two long documents can forget them before the second. */
export function readTexts({earlier, later, attributions, owners}: TextsInput): ReadTexts {
  const [known, since] = parted(attributions, earlier.seq);
  const authors = openAuthors(owners);
  authors.learn(known);
  const before = readTree(earlier.doc, authors);
  authors.learn(since);
  const after = readTree(later.doc, authors);
  return {
    earlier: {seq: earlier.seq, at: earlier.at, tree: before},
    later: {seq: later.seq, at: later.at, tree: after},
    since,
  };
}

export function differenceOf(
  {earlier, later, since}: ReadTexts,
  {acts, entries}: Pick<Between, 'acts' | 'entries'>,
): Difference {
  const [before, after] = [earlier.tree, later.tree];
  const matching = match(before, after);
  return {
    earlier: {seq: earlier.seq, at: earlier.at},
    later: {seq: later.seq, at: later.at},
    ...drawDifference({
      ...{earlier: before, later: after, matching},
      events: findEvents(before, after, matching),
      deeds: openDeeds({acts, after: earlier.seq, until: later.seq, attributions: since, entries}),
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
