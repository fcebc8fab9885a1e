/** Two moments of a document on the shelf, compared. */

import {
  beginning,
  type ClientId,
  type Difference,
  type DocumentId,
  type PersonId,
  type Seq,
} from '@samenspel/shared';
import type {Replay} from '../../journal/journal.ts';
import {entriesOf, replayTo, type Shelf} from '../../journal/past.ts';
import {documentOf} from '../../journal/state.ts';
import type {AttributionRow} from '../provenance.ts';
import type {Acts} from './acts.ts';
import {differenceBetween, type MomentDoc} from './difference.ts';

export interface ComparisonSource {
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
  const moments = {earlier: docOf(before), later: docOf(after)};
  const difference = differenceBetween({
    ...{...moments, owners: known, acts},
    attributions: await attributions(documentId, after.seq),
    // Of a damaged segment only the moments that need it can't be told.
    entries: () => entriesOf(shelf, documentId, before.seq, after.seq),
  });
  moments.earlier.doc.destroy();
  moments.later.doc.destroy();
  return difference;
}

function momentOf(shelf: Shelf, documentId: DocumentId, seq: Seq): Replay | null {
  if (seq > beginning) return replayTo(shelf, documentId, seq);
  const exists = shelf.head(documentId) !== null;
  return exists ? {seq: beginning, at: 0, state: null, updates: []} : null;
}

function docOf({seq, at, state, updates}: Replay): MomentDoc {
  return {seq, at, doc: documentOf(state, updates)};
}
