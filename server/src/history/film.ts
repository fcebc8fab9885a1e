/**
 * A document's text in steps, from one moment to another: every block with what it said from which step
 * on, so that a screen can go both ways through it without asking again.
 */

import type {DocumentId, Film, PersonId, Seq} from '@samenspel/shared';
import {
  newestSchema,
  type SchemaStep,
  schemaSteps as ourSteps,
} from '@samenspel/shared/schema/migrations';
import * as Y from 'yjs';
import type {EntryMark, Journal} from '../journal/journal.ts';
import {documentOf, replaying} from '../journal/state.ts';
import type {SchemaVersions} from '../schema/versions.ts';
import {othersFirst} from '../others-first.ts';
import {openReel} from './film-reel.ts';

export interface FilmDeps {
  readonly journal: Pick<Journal, 'marks' | 'moment' | 'replay' | 'since'>;
  readonly versions: SchemaVersions;
  /** How an older text becomes one of now; ours when left out. */
  readonly schemaSteps?: readonly SchemaStep[];
}

/** A film with who wrote at each step still by their ids. */
export type RawFilm = Omit<Film, 'people'>;

export interface FilmRange {
  readonly from: Seq;
  readonly until: Seq;
  /** At most so many steps; fewer when less happened. */
  readonly steps: number;
}

/**
 * Over more entries than this a fresh look costs less than going on from the last one: by which all
 * blocks that stayed need not be drawn again.
 */
const farEntries = 3_000;

/**
 * The moments from `from` up to `until`, as evenly as they can be over the entries between; both ends
 * are in it. Works a step at a time and lets others go first in between.
 * @returns null when the journal has no such entries
 * @throws AppError 'damaged' with the nearest moment that can be read
 */
export async function filmOf(
  {journal, versions, schemaSteps = ourSteps}: FilmDeps,
  documentId: DocumentId,
  range: FilmRange,
): Promise<RawFilm | null> {
  const marks = (await journal.marks(documentId)).toSorted((one, other) => one.seq - other.seq);
  const newest = newestSchema(schemaSteps);
  const reel = openReel(schemaSteps);
  const steps: RawFilm['steps'][number][] = [];
  let doc: Y.Doc | null = null;
  let last: Seq | null = null;
  for (const asked of positions(marks, range)) {
    if (last !== null && asked <= last) continue;
    const moment = await journal.moment(documentId, asked);
    if (!moment) break;
    const {seq, at} = moment;
    if (last !== null && seq <= last) continue;
    if (doc && last !== null && seq - last <= farEntries) {
      const entries = await journal.since(documentId, last, seq);
      const live = doc;
      replaying(live, () => entries.forEach(({bytes}) => Y.applyUpdate(live, bytes)));
    } else {
      const replay = await journal.replay(documentId, seq);
      if (!replay) break;
      doc?.destroy();
      doc = documentOf(replay.state, replay.updates);
      reel.watch(doc);
    }
    const version = await versions.of(documentId, seq);
    reel.shoot(doc, steps.length, version ?? newest);
    steps.push({seq, at, by: writersIn(marks, last ?? ((seq - 1) as Seq), seq)});
    last = seq;
    await othersFirst();
  }
  doc?.destroy();
  return steps.length === 0 ? null : {steps, blocks: reel.blocks()};
}

/** Ends of entries, at most as many as asked for, the first and the last among them. */
function positions(marks: readonly EntryMark[], {from, until, steps}: FilmRange): readonly Seq[] {
  const inside = marks.slice(firstBehind(marks, (from - 1) as Seq), firstBehind(marks, until));
  const count = Math.min(steps, inside.length);
  const spread = Array.from(
    {length: count},
    (_, index) => inside[Math.round((index * (inside.length - 1)) / Math.max(1, count - 1))]?.seq,
  );
  // They may lie inside an entry that was joined of several.
  return steps < 2 ? [until] : [from, ...spread.slice(1, -1).flatMap((seq) => seq ?? []), until];
}

/** Who wrote behind `after` and up to `until`, in order of appearance. */
function writersIn(marks: readonly EntryMark[], after: Seq, until: Seq): readonly PersonId[] {
  const between = marks.slice(firstBehind(marks, after), firstBehind(marks, until));
  return [...new Set(between.flatMap(({actor}) => actor ?? []))];
}

/** The index of the first entry that ends behind this position. */
function firstBehind(marks: readonly EntryMark[], seq: Seq): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.seq ?? 0) > seq) high = middle;
    else low = middle + 1;
  }
  return low;
}
