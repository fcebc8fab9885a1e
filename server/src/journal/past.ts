/** Reads a document's past from what lies on the shelf: states, segments and the rows after them. */

import {beginning, type DocumentId, type Seq} from '@samenspel/shared';
import * as Y from 'yjs';
import {AppError} from '../errors.ts';
import type {Entry, EntryMark, Replay} from './journal.ts';
import {checksumOf, decodeBody, type Moment, type Segment, type SegmentText} from './segment.ts';
import {type Checkpoint, isIntact, type State, unpack} from './state.ts';
import {continuesTick} from './ticks.ts';

/** Where a segment lies, and its name: what is in it never changes. */
export type SealedAt = Pick<Segment, 'seq0' | 'seq1' | 'sha256'>;

/** What a journal is made of, as it lies there: nothing is checked or combined. All of it by position. */
export interface Shelf {
  /** Everything read within comes from the same moment. */
  snapshot<T>(work: () => T): T;
  /** The last position; null when the document does not exist. */
  head(documentId: DocumentId): Seq | null;
  /** The segments that hold anything after `after` and up to `until`. */
  segments(documentId: DocumentId, after: Seq, until: Seq): readonly Segment[];
  lastSegment(documentId: DocumentId): Segment | null;
  /** Which segments there are, without what is in them. */
  sealed(documentId: DocumentId): readonly SealedAt[];
  rows(documentId: DocumentId, after: Seq, until: Seq): readonly Entry[];
  rowMarks(documentId: DocumentId, after: Seq, until: Seq): readonly EntryMark[];
  /** Pinned positions from one position up to another. */
  pins(documentId: DocumentId, from: Seq, until: Seq): readonly Seq[];
  /** The last checkpoint up to `seq`. */
  checkpointUpTo(documentId: DocumentId, seq: Seq): Checkpoint | null;
  /** The first checkpoint from `seq` on. */
  checkpointFrom(documentId: DocumentId, seq: Seq): Checkpoint | null;
  headState(documentId: DocumentId): State | null;
}

/** A segment, the first on the way, that can't be read. */
export class Damage extends Error {
  readonly segment: Segment;

  constructor(segment: Segment, options?: ErrorOptions) {
    super(`Segment from ${segment.seq0}`, options);
    this.segment = segment;
  }
}

interface Base {
  readonly seq: Seq;
  readonly state: Uint8Array | null;
}

const end = Number.MAX_SAFE_INTEGER as Seq;
/** A tick is rarely longer. */
const ahead = 200;

/** Where a pin on `seq` has to stand: a row ends a tick by it, a sealed tick has its end already. */
export function pinnableAt(shelf: Shelf, documentId: DocumentId, seq: Seq): Seq | null {
  return careful(shelf, documentId, seq, () => {
    const moment = findMoment(shelf, documentId, seq);
    const isRow = shelf.rowMarks(documentId, (seq - 1) as Seq, seq).length > 0;
    return isRow ? seq : (moment?.seq ?? null);
  });
}

/** @throws AppError 'damaged' */
export function momentOf(shelf: Shelf, documentId: DocumentId, seq: Seq): Moment | null {
  const found = careful(shelf, documentId, seq, () => findMoment(shelf, documentId, seq));
  // What is found is a whole mark at times: who wrote there is not for whoever asks when it was.
  return found && {seq: found.seq, at: found.at};
}

/** @throws AppError 'damaged' */
export function replayTo(shelf: Shelf, documentId: DocumentId, seq: Seq): Replay | null {
  return careful(shelf, documentId, seq, () => reach(shelf, documentId, seq));
}

/** @throws AppError 'damaged' */
export function latestOf(shelf: Shelf, documentId: DocumentId): Replay | null {
  const head = shelf.head(documentId);
  if (head === null || head > 0) return head && replayTo(shelf, documentId, head);
  return {seq: beginning, at: 0, state: null, updates: []};
}

/** @throws AppError 'damaged' */
export function entriesOf(
  shelf: Shelf,
  documentId: DocumentId,
  after: Seq,
  until: Seq = end,
): readonly Entry[] {
  return careful(shelf, documentId, after, () => [
    ...shelf
      .segments(documentId, after, until)
      .flatMap((segment) => readSegment(segment).entries(after, until)),
    ...shelf.rows(documentId, after, until),
  ]);
}

/** Every entry without its bytes. */
export function marksOf(shelf: Shelf, documentId: DocumentId): readonly EntryMark[] {
  return [
    ...shelf.segments(documentId, beginning, end).flatMap(marksIn),
    ...shelf.rowMarks(documentId, beginning, end),
  ];
}

/** Of a segment that can't be read one mark is left, so that the rest of the history can be. */
function marksIn(segment: Segment): readonly EntryMark[] {
  try {
    return readSegment(segment).marks;
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return [markOf(segment)];
  }
}

/**
 * What is read of one is read on: the next step of a film, where a tick ends, who wrote beside whom.
 * By checksum, so that it is the same whoever asks.
 */
const recent = new Map<string, SegmentText>();
/** Some megabyte each, of 2,000 entries. */
const maxRecent = 4;

/** @throws Damage when the segment is not what it was when it was sealed */
export function readSegment(segment: Segment): SegmentText {
  const {sha256, documentId, body} = segment;
  if (checksumOf(segment) !== sha256) throw new Damage(segment);
  const known = recent.get(sha256);
  try {
    const text = known ?? decodeBody(documentId, body);
    recent.delete(sha256);
    recent.set(sha256, text);
    for (const oldest of recent.keys()) if (recent.size > maxRecent) recent.delete(oldest);
    return text;
  } catch (cause) {
    throw new Damage(segment, {cause});
  }
}

/** What is left of a segment that can't be read. */
export function markOf({documentId, seq0, seq1, t0, t1}: Segment): EntryMark {
  const first = {seq: seq0, at: t0};
  return {documentId, seq: seq1, at: t1, actor: null, clientId: null, kind: 'edit', first};
}

function careful<T>(shelf: Shelf, documentId: DocumentId, seq: Seq, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof Damage)) throw cause;
    const nearest = nearestTo(shelf, documentId, seq, cause.segment);
    throw new AppError('damaged', {nearest}, {cause});
  }
}

function findMoment(shelf: Shelf, documentId: DocumentId, seq: Seq): Moment | null {
  const head = shelf.head(documentId);
  if (head === null || seq < 1 || seq > head) return null;
  const [segment] = shelf.segments(documentId, (seq - 1) as Seq, seq);
  if (!segment) return endOfRows(shelf, documentId, seq);
  // A segment's end is the end of a tick: known without reading it.
  return segment.seq1 === seq ? {seq, at: segment.t1} : readSegment(segment).tickEnd(seq);
}

/** The end of the tick of a row that is not sealed yet. */
function endOfRows(shelf: Shelf, documentId: DocumentId, seq: Seq): Moment | null {
  const pin = shelf.pins(documentId, seq, end)[0] ?? end;
  let last: EntryMark | null = null;
  for (let after = seq - 1; ; after += ahead) {
    const marks = shelf.rowMarks(documentId, after as Seq, Math.min(after + ahead, pin) as Seq);
    for (const mark of marks) {
      if (last && !continuesTick(last, mark)) return last;
      last = mark;
    }
    if (marks.length < ahead) return last;
  }
}

function reach(shelf: Shelf, documentId: DocumentId, seq: Seq): Replay | null {
  const moment = findMoment(shelf, documentId, seq);
  if (!moment) return null;
  const base = baseFor(shelf, documentId, moment.seq);
  const updates = [
    ...shelf
      .segments(documentId, base.seq, moment.seq)
      .map((segment) => updateOf(segment, base, moment.seq)),
    ...shelf.rows(documentId, base.seq, moment.seq).map(({bytes}) => bytes),
  ];
  return {...moment, state: base.state, updates};
}

/** The newest state that is intact; damaged ones cost time, not text. */
function baseFor(shelf: Shelf, documentId: DocumentId, until: Seq): Base {
  const head = shelf.headState(documentId);
  const headSeq = head && head.seq <= until && isIntact(head) ? head.seq : beginning;
  for (let seq = until; seq > headSeq;) {
    const checkpoint = shelf.checkpointUpTo(documentId, seq);
    if (!checkpoint || checkpoint.seq < headSeq) break;
    if (isIntact(checkpoint)) return {seq: checkpoint.seq, state: unpack(checkpoint)};
    seq = (checkpoint.seq - 1) as Seq;
  }
  return headSeq === beginning
    ? {seq: beginning, state: null}
    : {seq: headSeq, state: head?.state ?? null};
}

function updateOf(segment: Segment, base: Base, until: Seq): Uint8Array {
  const update = readSegment(segment).upTo(until);
  if (segment.seq0 > base.seq || !base.state) return update;
  // A state without what was deleted and the same text once more: Yjs must not be left to sort that out.
  return Y.diffUpdate(update, Y.encodeStateVectorFromUpdateV2(base.state));
}

/** The nearest moment that can be read; null when there is none. */
function nearestTo(shelf: Shelf, documentId: DocumentId, seq: Seq, damaged: Segment): Seq | null {
  const before = goodBefore(shelf, documentId, damaged);
  const after = goodAfter(shelf, documentId, damaged);
  if (before === null || after === null) return before ?? after;
  return Math.abs(seq - before) <= Math.abs(after - seq) ? before : after;
}

function goodBefore(shelf: Shelf, documentId: DocumentId, damaged: Segment): Seq | null {
  const seq = (damaged.seq0 - 1) as Seq;
  if (seq < 1) return null;
  try {
    reach(shelf, documentId, seq);
    return seq;
  } catch (error) {
    if (error instanceof Damage && error.segment.seq0 < damaged.seq0) {
      return goodBefore(shelf, documentId, error.segment);
    }
    throw error;
  }
}

function goodAfter(shelf: Shelf, documentId: DocumentId, damaged: Segment): Seq | null {
  for (let seq = damaged.seq1; ;) {
    const checkpoint = shelf.checkpointFrom(documentId, seq);
    if (!checkpoint) return null;
    if (isIntact(checkpoint)) return checkpoint.seq;
    seq = (checkpoint.seq + 1) as Seq;
  }
}
