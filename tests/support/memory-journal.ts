/** The journal and the claims in memory, which can be made to stall or to fail. */

import {AppError} from '@samenspel/server/errors.ts';
import {maxRemovals} from '@samenspel/server/history/provenance.ts';
import {dueRows} from '@samenspel/server/journal/due.ts';
import type {Claims, Entry, Journal, NewEntry} from '@samenspel/server/journal/journal.ts';
import {
  entriesOf,
  latestOf,
  momentOf,
  pinnableAt,
  replayTo,
  type Shelf,
} from '@samenspel/server/journal/past.ts';
import {openStretches} from '@samenspel/server/journal/stretches.ts';
import type {SealStore} from '@samenspel/server/journal/sealer.ts';
import type {Segment} from '@samenspel/server/journal/segment.ts';
import {type Checkpoint, type State, stateOf} from '@samenspel/server/journal/state.ts';
import type {ClientId, DocumentId, PersonId, Seq} from '@samenspel/shared';

export interface MemoryJournal extends Journal {
  /** Every row that was ever appended, also when it has been sealed since. */
  readonly entries: readonly Entry[];
  readonly seals: SealStore;
  /** What was made of the rows, to be looked at and spoiled. */
  readonly made: {segments: Segment[]; checkpoints: Checkpoint[]; heads: State[]};
  /** Appends wait from now on; returns what lets them go on. */
  stall(): () => void;
  /** Appends fail while this is true. */
  fail(failing: boolean): void;
}

export function memoryJournal(documentIds: readonly DocumentId[]): MemoryJournal {
  const entries: (Entry & Pick<NewEntry, 'told'>)[] = [];
  let gate: Promise<void> | null = null;
  let failing = false;

  async function ready(): Promise<void> {
    await gate;
    if (failing) throw new AppError('unavailable');
  }
  const of = (documentId: DocumentId) => entries.filter((entry) => entry.documentId === documentId);
  const made: MemoryJournal['made'] = {segments: [], checkpoints: [], heads: []};
  const pins: {documentId: DocumentId; seq: Seq}[] = [];
  const claimed = new Set<DocumentId>();

  const segmentsOf = (documentId: DocumentId) =>
    made.segments.filter((segment) => segment.documentId === documentId);
  const checkpointsOf = (documentId: DocumentId) =>
    made.checkpoints.filter((checkpoint) => checkpoint.documentId === documentId);
  const rows = (documentId: DocumentId, after: Seq, until: Seq) => {
    const sealed = segmentsOf(documentId).at(-1)?.seq1 ?? 0;
    return of(documentId).filter(({seq}) => seq > Math.max(after, sealed) && seq <= until);
  };

  const shelf: Shelf = {
    snapshot: (work) => work(),
    head: (documentId) =>
      documentIds.includes(documentId) ? (of(documentId).length as Seq) : null,
    segments: (documentId, after, until) =>
      segmentsOf(documentId).filter(({seq0, seq1}) => seq1 > after && seq0 <= until),
    lastSegment: (documentId) => segmentsOf(documentId).at(-1) ?? null,
    sealed: (documentId) => segmentsOf(documentId),
    rows,
    rowMarks: (documentId, after, until) =>
      rows(documentId, after, until).map(({bytes: _bytes, ...mark}) => mark),
    pins: (documentId, from, until) => {
      const found = pins.filter(
        (pin) => pin.documentId === documentId && pin.seq >= from && pin.seq <= until,
      );
      return [...new Set(found.map(({seq}) => seq))].toSorted((a, b) => a - b);
    },
    checkpointUpTo: (documentId, seq) =>
      checkpointsOf(documentId).findLast((checkpoint) => checkpoint.seq <= seq) ?? null,
    checkpointFrom: (documentId, seq) =>
      checkpointsOf(documentId).find((checkpoint) => checkpoint.seq >= seq) ?? null,
    headState: (documentId) => made.heads.find((head) => head.documentId === documentId) ?? null,
  };

  function putHead(head: State): void {
    const index = made.heads.findIndex(({documentId}) => documentId === head.documentId);
    if (index === -1) made.heads.push(head);
    else if ((made.heads[index]?.seq ?? 0) < head.seq) made.heads[index] = head;
  }

  const seals: SealStore = {
    async take(documentId, sealRows) {
      const unsealed = claimed.has(documentId) ? null : dueRows(shelf, documentId, sealRows);
      if (unsealed) claimed.add(documentId);
      return unsealed;
    },
    async keep({segment, pins: known, checkpoint, head}) {
      await ready();
      const {documentId, seq0, seq1, previous} = segment;
      const last = shelf.lastSegment(documentId);
      if ((last?.seq1 ?? 0) !== seq0 - 1 || (last?.sha256 ?? '') !== previous) return false;
      if (shelf.pins(documentId, seq0, seq1).join() !== known.join()) return false;
      made.segments.push(segment);
      if (checkpoint) made.checkpoints.push(checkpoint);
      putHead(head);
      return true;
    },
    async release(documentId) {
      claimed.delete(documentId);
    },
  };

  const attributed = (documentId: DocumentId, until: number) =>
    of(documentId)
      .filter(({seq}) => seq <= until)
      .flatMap(({seq, told}) => told?.attributions.map((one) => ({...one, seq})) ?? []);

  return {
    entries,
    provenance: {
      until: async (documentId, until = Infinity as Seq, after = 0 as Seq) =>
        attributed(documentId, until).filter(({seq}) => seq > after),
      remembered: async (documentId) => ({
        attributions: attributed(documentId, Infinity),
        removed: of(documentId)
          .flatMap(({told}) => (told && told.removed.length > 0 ? [told.removed] : []))
          .slice(-maxRemovals),
      }),
    },
    stall() {
      let open: (() => void) | undefined;
      gate = new Promise((resolve) => (open = resolve));
      return () => {
        gate = null;
        open?.();
      };
    },
    fail(now) {
      failing = now;
    },
    async append(news) {
      await ready();
      const missing = news.find(({documentId}) => !documentIds.includes(documentId));
      if (missing) throw new AppError('not_found', {documentId: missing.documentId});
      return news.map((entry) => {
        const before = of(entry.documentId);
        const seq = (before.length + 1) as Seq;
        const at = Math.max(entry.at, before.at(-1)?.at ?? 0);
        entries.push({...entry, at, seq, bytes: entry.bytes.slice()});
        return seq;
      });
    },
    seals,
    made,
    since: async (documentId, seq, until) => entriesOf(shelf, documentId, seq, until),
    ...openStretches(shelf),
    head: async (documentId) => shelf.head(documentId),
    moment: async (documentId, seq) => momentOf(shelf, documentId, seq),
    replay: async (documentId, seq) => replayTo(shelf, documentId, seq),
    latest: async (documentId) => latestOf(shelf, documentId),
    async keep(documentId, seq, state) {
      await ready();
      putHead(stateOf(documentId, seq, state));
    },
    async pin(documentId, seq) {
      await ready();
      const kept = pinnableAt(shelf, documentId, seq);
      if (kept !== null) pins.push({documentId, seq: kept});
      return kept;
    },
    probe: ready,
  };
}

export function memoryClaims(): Claims {
  const claims = new Map<DocumentId, Map<ClientId, PersonId>>();
  const of = (documentId: DocumentId) => {
    const found = claims.get(documentId) ?? new Map<ClientId, PersonId>();
    claims.set(documentId, found);
    return found;
  };
  return {
    all: async (documentId) => new Map(of(documentId)),
    async claim(documentId, clientIds, personId) {
      const owners = of(documentId);
      return clientIds.map((clientId) => {
        if (!owners.has(clientId)) owners.set(clientId, personId);
        return owners.get(clientId) ?? personId;
      });
    },
  };
}
