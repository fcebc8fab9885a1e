/** Two moments of a document on the shelf, compared. */

import {
  beginning,
  type ClientId,
  type Difference,
  type DocumentId,
  type PersonId,
  type Seq,
} from '@samenspel/shared';
import {AppError} from '../../errors.ts';
import type {Replay} from '../../journal/journal.ts';
import {entriesOf, replayTo, type Shelf} from '../../journal/past.ts';
import {documentOf} from '../../journal/state.ts';
import type {AttributionRow} from '../provenance.ts';
import {
  type EarlierText,
  type TodaysText,
  todaysText,
  type TodaysTextDeps,
} from '../todays-text.ts';
import type {Acts} from './acts.ts';
import {differenceOf, type ReadTexts, readTexts} from './difference.ts';

export interface ComparisonSource extends TodaysTextDeps {
  readonly shelf: Shelf;
  /** What entries after one position up to another wrote and removed, and maybe what others did. */
  readonly acts: (documentId: DocumentId, after: Seq, until: Seq) => Acts;
  /** Everything that entries up to `seq` attributed, oldest first. */
  attributions(documentId: DocumentId, seq: Seq): Promise<readonly AttributionRow[]>;
  /** Who owns which client id. */
  owners(documentId: DocumentId): Promise<ReadonlyMap<ClientId, PersonId>>;
}

export interface Comparison {
  readonly documentId: DocumentId;
  /** 0 is the empty document. */
  readonly earlier: Seq;
  readonly later: Seq;
}

/**
 * The difference between the ends of the ticks that hold these positions, whichever is the earlier;
 * null when the journal has no such entries.
 * @throws AppError 'damaged' with the nearest moment that can be read
 */
export async function compareMoments(
  source: ComparisonSource,
  {documentId, earlier: one, later: other}: Comparison,
): Promise<Difference | null> {
  const {shelf, attributions, owners} = source;
  const [earlier, later] = one <= other ? [one, other] : [other, one];
  const known = await owners(documentId);
  const found = shelf.snapshot(() => {
    const before = momentOf(shelf, documentId, earlier);
    const after = momentOf(shelf, documentId, later);
    if (!before || !after) return null;
    return {before, after, acts: source.acts(documentId, before.seq, after.seq)};
  });
  if (!found) return null;
  const {before, after, acts} = found;
  const rows = await attributions(documentId, after.seq);
  const texts = await textsAt(source, {documentId, before, after, owners: known, rows});
  return differenceOf(texts, {
    acts,
    // Of a damaged segment only the moments that need it can't be told.
    entries: () => entriesOf(shelf, documentId, before.seq, after.seq),
  });
}

interface Moments {
  readonly documentId: DocumentId;
  readonly before: Replay;
  readonly after: Replay;
  readonly owners: ReadonlyMap<ClientId, PersonId>;
  readonly rows: readonly AttributionRow[];
}

/** The documents are forgotten with this: they weigh as much as all that is made of them. */
async function textsAt(
  source: ComparisonSource,
  {documentId, before, after, owners, rows}: Moments,
): Promise<ReadTexts> {
  const textOf = (replay: Replay) =>
    comparable(source, {documentId, replay, owners, attributions: upTo(rows, replay.seq)});
  const [then, now] = [await textOf(before), await textOf(after)];
  const texts = readTexts({
    earlier: {seq: before.seq, at: before.at, doc: then.doc},
    later: {seq: after.seq, at: after.at, doc: now.doc},
    owners,
    // What a newer schema did to a text is nobody's doing, at whichever moment.
    attributions:
      then.told.length + now.told.length === 0
        ? rows
        : [
            ...[...upTo(rows, before.seq), ...rowsOf(then, before.seq)],
            ...[...rows.slice(upTo(rows, before.seq).length), ...rowsOf(now, after.seq)],
          ],
  });
  then.doc.destroy();
  now.doc.destroy();
  return texts;
}

/** Both in the schema of now; one that does not fit it as it was. */
async function comparable(deps: TodaysTextDeps, text: EarlierText): Promise<TodaysText> {
  try {
    return await todaysText(deps, text);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    return {doc: documentOf(text.replay.state, text.replay.updates), told: []};
  }
}

function rowsOf({told}: TodaysText, seq: Seq): readonly AttributionRow[] {
  return told.map((one) => ({...one, seq}));
}

function upTo(rows: readonly AttributionRow[], seq: Seq): readonly AttributionRow[] {
  const end = rows.findIndex((row) => row.seq > seq);
  return end < 0 ? rows : rows.slice(0, end);
}

function momentOf(shelf: Shelf, documentId: DocumentId, seq: Seq): Replay | null {
  if (seq > beginning) return replayTo(shelf, documentId, seq);
  const exists = shelf.head(documentId) !== null;
  return exists ? {seq: beginning, at: 0, state: null, updates: []} : null;
}
