/** One document in memory, and the only way into it: canonical ingest of what clients send. */

import type {ClientId, CloseReason, PersonId} from '@samenspel/shared';
import * as Y from 'yjs';
import {
  type Attribution,
  nothingRemembered,
  nothingTold,
  type Remembered,
  type Told,
} from '../history/provenance.ts';
import {openProvenanceTracker} from '../history/provenance/tracker.ts';
import type {Replay} from '../journal/journal.ts';
import {documentOf} from '../journal/state.ts';
import {type DocumentLimits, openDocumentSize} from './document-size.ts';
import {type DeleteSet, deletesContent, encodeDeletions} from './deletions.ts';
import {openAnswers, type Readable} from './readable.ts';
import {type Scan, scanUpdate, UnreadableUpdate} from './scan.ts';

/** The Yjs root that holds the text. */
export const rootName = 'default';

export interface Writer {
  readonly personId: PersonId;
  readonly mayWrite: boolean;
}

export type Ingested =
  /**
   * New: to be appended, then shown to others; and to its sender too when `cleaned`, because applying
   * it made Yjs delete formatting that had become pointless, which the sender doesn't know of.
   */
  | {
      readonly kind: 'fresh';
      readonly bytes: Uint8Array;
      readonly cleaned: boolean;
      /** Whose words it brought and what it removed; to be appended with the bytes. */
      readonly told: Told;
    }
  /** Everything in it was here already. */
  | {readonly kind: 'known'}
  /** It brings something new under ids that nobody has claimed: claim them and come again. */
  | {readonly kind: 'unclaimed'; readonly clientIds: readonly ClientId[]}
  /** Something before it hasn't come yet; nothing of it was kept. */
  | {readonly kind: 'gap'; readonly missing: ReadonlyMap<number, number>}
  | {readonly kind: 'refused'; readonly reason: CloseReason; readonly why: string};

/** The document fell out of step with its journal and has to be opened again. */
export class BrokenDocument extends Error {}

export interface LiveDocument extends Readable {
  readonly doc: Y.Doc;
  /**
   * @param copied whose words it copies from another moment; overrules what the text itself tells
   * @throws BrokenDocument when it must be opened again before anything else
   */
  ingest(update: Uint8Array, writer: Writer, copied?: readonly Attribution[]): Ingested;
  destroy(): void;
}

/** What a document is made of. */
export type TextSource = Pick<Replay, 'state' | 'updates'>;

export const emptyText: TextSource = {state: null, updates: []};

/**
 * The document that a state and the updates after it make, or that was built of them.
 * @param owners who owns which client id; grows while the document is open
 * @param elapsed milliseconds since some moment
 * @param remembered what was told with its entries
 */
export function openLiveDocument(
  source: TextSource | Y.Doc,
  owners: ReadonlyMap<ClientId, PersonId>,
  limits: DocumentLimits,
  elapsed: () => number,
  remembered: Remembered = nothingRemembered,
): LiveDocument {
  const built = source instanceof Y.Doc;
  const doc = built ? source : documentOf(source.state, source.updates);
  const provenance = openProvenanceTracker(owners, remembered);
  const known = (client: number) => Y.getState(doc.store, client);
  const newAnswers = () => openAnswers((theirs) => Y.encodeStateAsUpdate(doc, theirs));
  let answers = newAnswers();
  // A state says little about how long the document is in the form that counts: measure when it matters.
  const startBytes =
    built || source.state ? Infinity : source.updates.reduce((sum, {length}) => sum + length, 0);
  const size = openDocumentSize(doc, startBytes, limits, () => all(), elapsed);

  function check(scan: Scan, {personId, mayWrite}: Writer): Ingested | null {
    const fresh = scan.blocks.filter(({client, to}) => to > known(client));
    if (
      !mayWrite &&
      (fresh.length > 0 || scan.missing.size > 0 || deletesContent(doc, scan.deletes))
    ) {
      return {kind: 'refused', reason: 'rightWithdrawn', why: 'a reader wrote'};
    }
    const ids = fresh.map(({client}) => client as ClientId);
    if (ids.some((id) => (owners.get(id) ?? personId) !== personId)) {
      return {kind: 'refused', reason: 'refused', why: 'written under somebody else’s id'};
    }
    const clientIds = ids.filter((id) => !owners.has(id));
    if (clientIds.length > 0) return {kind: 'unclaimed', clientIds};
    if (scan.missing.size > 0) return {kind: 'gap', missing: scan.missing};
    return null;
  }

  function apply(
    update: Uint8Array,
    copied: readonly Attribution[] | undefined,
  ): {deleted: readonly DeleteSet[]; told: Told} {
    const deleted: DeleteSet[] = [];
    let told = nothingTold;
    // Yjs may follow up with transactions that clean up formatting: their deletions belong to this one.
    const collect = (transaction: Y.Transaction) => {
      if (deleted.length === 0) told = provenance.tell(transaction, copied);
      deleted.push(transaction.deleteSet);
    };
    doc.on('afterTransaction', collect);
    try {
      Y.applyUpdate(doc, update);
    } catch (cause) {
      throw new BrokenDocument('An update was applied half', {cause});
    } finally {
      doc.off('afterTransaction', collect);
    }
    // References in a circle are the one hole a scan doesn't see; Yjs would hold on to them for ever.
    if (doc.store.pendingStructs || doc.store.pendingDs)
      throw new BrokenDocument('References in a circle');
    return {deleted, told};
  }

  const all = () => answers(Uint8Array.of(0));

  return {
    doc,
    ingest(update, writer, copied) {
      let scan: Scan;
      try {
        scan = scanUpdate(update, known, rootName);
      } catch (error) {
        if (!(error instanceof UnreadableUpdate)) throw error;
        return {kind: 'refused', reason: 'refused', why: error.message};
      }
      const verdict = check(scan, writer);
      if (verdict) return verdict;
      if (!writer.mayWrite) return {kind: 'known'};
      const overlaps = scan.blocks.some(({client, from}) => from < known(client));
      const grows = scan.blocks.some(({client, to}) => to > known(client));
      if (!grows && scan.deletes.length === 0) return {kind: 'known'};
      if (grows && size.refuses(update.length, scan.structs)) {
        return {kind: 'refused', reason: 'tooLarge', why: 'the document is over its limit'};
      }
      const reduced = overlaps ? Y.diffUpdate(update, Y.encodeStateVector(doc)) : update;
      const structsEnd = overlaps ? scanUpdate(reduced, known, rootName).deletesAt : scan.deletesAt;
      const {deleted, told} = apply(update, copied);
      const deletions = encodeDeletions(deleted);
      if (!grows && deletions.length === 1) return {kind: 'known'};
      answers = newAnswers();
      const bytes = new Uint8Array(structsEnd + deletions.length);
      bytes.set(reduced.subarray(0, structsEnd));
      bytes.set(deletions, structsEnd);
      size.grew(bytes.length, scan.structs);
      return {
        kind: 'fresh',
        bytes,
        told,
        cleaned: deleted.slice(1).some(({clients}) => clients.size > 0),
      };
    },
    reaches(clocks) {
      return [...clocks].every(([client, clock]) => known(client) >= clock);
    },
    lackedBy: (stateVector) => answers(stateVector),
    stateVector: () => Y.encodeStateVector(doc),
    destroy: () => doc.destroy(),
  };
}
