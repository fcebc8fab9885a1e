/**
 * Where the threads of a document are in its text as it is on disk now. Looked up only when somebody
 * asks and the text or the threads changed since, in a thread of its own: nobody who types waits for it.
 */

import type {AskedAnchor, DocumentId, Seq} from '@samenspel/shared';
import {AppError} from '../errors.ts';
import type {Journal} from '../journal/journal.ts';
import {openThread, type Thread} from '../thread.ts';
import {openTurns} from '../turns.ts';
import {anchorOf, type AnchorText, anchorText} from './anchors/anchor.ts';
import type {Made, Placed, PlacingTask} from './anchors/placing.ts';
import type {Found} from './anchors/resolve.ts';

export interface Places {
  /** @throws AppError 'not_found' when the document does not exist, 'damaged' when it can't be read */
  of(documentId: DocumentId, anchors: readonly AnchorText[]): Promise<PlacesFound>;
  /** Makes an anchor, or tells of one what stands there. Throws the same. */
  anchor(documentId: DocumentId, asked: AskedAnchor | AnchorText): Promise<Made>;
}

export interface PlacesFound {
  /** The position in the journal whose text it is. */
  readonly seq: Seq;
  readonly found: ReadonlyMap<AnchorText, Found>;
}

export interface PlacesDeps {
  readonly journal: Pick<Journal, 'head' | 'latest' | 'provenance'>;
  readonly place: (task: PlacingTask) => Promise<Placed>;
  /** A passage whose words were put there anew is followed by those from now on. */
  readonly follow: (documentId: DocumentId, was: AnchorText, is: AnchorText) => Promise<void>;
  /** It could not be kept: it was answered, and is looked up again. */
  readonly onUnkept: (documentId: DocumentId, error: unknown) => void;
}

/** So many documents' places are remembered. */
const maxRemembered = 50;

export function openPlaces({journal, place, follow, onUnkept}: PlacesDeps): Places {
  const remembered = new Map<DocumentId, PlacesFound>();
  /** Whoever asks meanwhile waits for what is looked up, and mostly finds that nothing changed since. */
  const inTurn = openTurns<DocumentId>();

  async function textOf(documentId: DocumentId) {
    const replay = await journal.latest(documentId);
    if (!replay) throw new AppError('not_found', {documentId});
    const {seq, state, updates} = replay;
    const attributions = await journal.provenance.until(documentId, seq);
    return {seq, replay: {state, updates}, attributions};
  }

  function remember(documentId: DocumentId, places: PlacesFound): PlacesFound {
    remembered.delete(documentId);
    remembered.set(documentId, places);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= maxRemembered) break;
      remembered.delete(oldest);
    }
    return places;
  }

  async function lookUp(
    documentId: DocumentId,
    anchors: readonly AnchorText[],
  ): Promise<PlacesFound> {
    const head = await journal.head(documentId);
    const known = remembered.get(documentId);
    const isCurrent = known !== undefined && known.seq === head;
    if (isCurrent && anchors.every((anchor) => known.found.has(anchor))) return known;
    if (anchors.length === 0 && head !== null) return {seq: head, found: new Map()};
    const {seq, ...text} = await textOf(documentId);
    const still = known?.seq === seq ? known.found : new Map<AnchorText, Found>();
    const missing = anchors.filter((anchor) => !still.has(anchor));
    const {found} = await place({...text, anchors: missing, asked: null});
    const places = new Map(still);
    for (const [index, anchor] of missing.entries()) {
      const one = found[index];
      if (!one) continue;
      places.set(anchor, one);
      if (one.later) keepLater(documentId, anchor, one.later);
    }
    return remember(documentId, {seq, found: places});
  }

  function keepLater(
    documentId: DocumentId,
    was: AnchorText,
    later: NonNullable<Found['later']>,
  ): void {
    const anchor = anchorOf(was);
    if (anchor.on !== 'passage') return;
    follow(documentId, was, anchorText({...anchor, later})).catch((error: unknown) =>
      onUnkept(documentId, error),
    );
  }

  return {
    of: (documentId, anchors) => inTurn(documentId, () => lookUp(documentId, anchors)),
    async anchor(documentId, asked) {
      const {seq: _seq, ...text} = await textOf(documentId);
      const {made} = await place({...text, anchors: [], asked});
      if (!made) throw new AppError('not_found', {documentId});
      return made;
    },
  };
}

/** Who looks at comments looks again soon. */
const idleMs = 30_000;

export function openPlacingThread(): Thread<PlacingTask, Placed> {
  return openThread(new URL('./anchors/placing-worker.ts', import.meta.url), idleMs);
}
