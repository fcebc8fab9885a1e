/** What a journal is made of, read from SQLite. */

import type {Database} from 'better-sqlite3';
import type {ClientId, DocumentId, EntryKind, PersonId, Seq} from '@samenspel/shared';
import type {Entry, EntryMark} from '../journal/journal.ts';
import type {SealedAt, Shelf} from '../journal/past.ts';
import type {Segment} from '../journal/segment.ts';
import type {Checkpoint, State} from '../journal/state.ts';

export function openShelf(sqlite: Database): Shelf {
  const head = sqlite.prepare<[string], {head: Seq}>('select head from document where id = ?');
  const segments = sqlite.prepare<[string, number, number], SegmentRow>(
    'select * from segment where document = ? and seq1 > ? and seq0 <= ? order by seq1',
  );
  const lastSegment = sqlite.prepare<[string], SegmentRow>(
    'select * from segment where document = ? order by seq1 desc limit 1',
  );
  const sealed = sqlite.prepare<[string], SealedAt>(
    'select seq0, seq1, sha256 from segment where document = ? order by seq1',
  );
  const rows = sqlite.prepare<[string, number, number], Row>(
    'select * from journal where document = ? and seq > ? and seq <= ? order by seq',
  );
  const marks = sqlite.prepare<[string, number, number], MarkRow>(
    `select document, seq, at, actor, client_id, kind from journal
       where document = ? and seq > ? and seq <= ? order by seq`,
  );
  const pins = sqlite.prepare<[string, number, number], {seq: Seq}>(
    'select distinct seq from pin where document = ? and seq >= ? and seq <= ? order by seq',
  );
  const checkpointUpTo = sqlite.prepare<[string, number], CheckpointRow>(
    'select * from checkpoint where document = ? and seq <= ? order by seq desc limit 1',
  );
  const checkpointFrom = sqlite.prepare<[string, number], CheckpointRow>(
    'select * from checkpoint where document = ? and seq >= ? order by seq limit 1',
  );
  const headState = sqlite.prepare<[string], StateRow>('select * from head where document = ?');
  const inSnapshot = sqlite.transaction((work: () => unknown) => work());
  return {
    snapshot: <T>(work: () => T) => inSnapshot.deferred(work) as T,
    head: (documentId) => head.get(documentId)?.head ?? null,
    segments: (documentId, after, until) => segments.all(documentId, after, until).map(toSegment),
    sealed: (documentId) => sealed.all(documentId),
    lastSegment: (documentId) => mapped(lastSegment.get(documentId), toSegment),
    rows: (documentId, after, until) => rows.all(documentId, after, until).map(toEntry),
    rowMarks: (documentId, after, until) => marks.all(documentId, after, until).map(toMark),
    pins: (documentId, from, until) => pins.all(documentId, from, until).map(({seq}) => seq),
    checkpointUpTo: (documentId, seq) => mapped(checkpointUpTo.get(documentId, seq), toCheckpoint),
    checkpointFrom: (documentId, seq) => mapped(checkpointFrom.get(documentId, seq), toCheckpoint),
    headState: (documentId) => mapped(headState.get(documentId), toState),
  };
}

interface MarkRow {
  readonly document: DocumentId;
  readonly seq: Seq;
  readonly at: number;
  readonly actor: PersonId | null;
  readonly client_id: ClientId | null;
  readonly kind: EntryKind;
}

interface Row extends MarkRow {
  readonly bytes: Buffer;
}

interface SegmentRow extends Omit<Segment, 'documentId'> {
  readonly document: DocumentId;
}

interface StateRow extends Omit<State, 'documentId'> {
  readonly document: DocumentId;
}

interface CheckpointRow extends Omit<Checkpoint, 'documentId'> {
  readonly document: DocumentId;
}

function toMark({document, seq, at, actor, client_id, kind}: MarkRow): EntryMark {
  return {documentId: document, seq, at, actor, clientId: client_id, kind};
}

function toEntry(row: Row): Entry {
  const {document, seq, at, actor, client_id, kind, bytes} = row;
  return {documentId: document, seq, at, actor, clientId: client_id, kind, bytes};
}

function toSegment({document, ...row}: SegmentRow): Segment {
  return {documentId: document, ...row};
}

function toCheckpoint({document, ...row}: CheckpointRow): Checkpoint {
  return {documentId: document, ...row};
}

function toState({document, ...row}: StateRow): State {
  return {documentId: document, ...row};
}

function mapped<Found, Made>(row: Found | undefined, make: (row: Found) => Made): Made | null {
  return row === undefined ? null : make(row);
}
