/**
 * Whether a document's journal is whole: replayed from its first entry, and compared on the way with
 * every checksum, every checkpoint and the head. Looks only; what is not right stays as it is.
 */

import {beginning, type DocumentId, type Seq} from '@samenspel/shared';
import * as Y from 'yjs';
import {Damage, readSegment, type Shelf} from '../journal/past.ts';
import type {Segment, SegmentText} from '../journal/segment.ts';
import {
  type Checkpoint,
  documentOf,
  isIntact,
  isSame,
  type State,
  unpack,
  replaying,
} from '../journal/state.ts';

export type Finding =
  /** Entries are missing. */
  | {readonly kind: 'missing'; readonly from: Seq; readonly until: Seq}
  | {readonly kind: 'segmentDamaged'; readonly from: Seq; readonly until: Seq}
  /** It doesn't follow the segment before it: one of the two was exchanged. */
  | {readonly kind: 'segmentExchanged'; readonly from: Seq; readonly until: Seq}
  | {readonly kind: 'entryUnreadable'; readonly seq: Seq}
  | {readonly kind: 'checkpointDamaged'; readonly seq: Seq}
  /** It says something else than the entries up to it. */
  | {readonly kind: 'checkpointWrong'; readonly seq: Seq}
  | {readonly kind: 'headDamaged'; readonly seq: Seq}
  | {readonly kind: 'headWrong'; readonly seq: Seq}
  /** Something points at a position that can't be shown any more. */
  | {readonly kind: 'pinLost'; readonly seq: Seq}
  /** What was read of the text up to there is not what the text says. */
  | {readonly kind: 'planWrong'; readonly seq: Seq};

export interface Verdict {
  readonly documentId: DocumentId;
  readonly segments: number;
  readonly checkpoints: number;
  /** Entries that are not sealed yet. */
  readonly rows: number;
  /** The last position. */
  readonly head: Seq;
  /** In order of position; empty when everything is right. */
  readonly findings: readonly Finding[];
}

const end = Number.MAX_SAFE_INTEGER as Seq;

/** To be called on one snapshot. */
export function verifyDocument(shelf: Shelf, documentId: DocumentId): Verdict {
  const findings: Finding[] = [];
  const segments = shelf.segments(documentId, beginning, end);
  const checkpoints = checkpointsOf(shelf, documentId);
  const rows = shelf.rows(documentId, beginning, end);
  const head = shelf.head(documentId) ?? beginning;
  const kept = shelf.headState(documentId);
  const pins = new Set(shelf.pins(documentId, beginning, end));
  // null after something that can't be read, until a checkpoint tells where we are.
  let doc: Y.Doc | null = documentOf(null, []);
  let next = 1 as Seq;
  let previous = '';

  function reached(seq: Seq): void {
    const checkpoint = checkpoints.get(seq);
    if (checkpoint) doc = compare(doc, checkpoint, 'checkpoint', findings);
    if (kept?.seq === seq) doc = compare(doc, kept, 'head', findings);
    checkpoints.delete(seq);
  }

  for (const segment of segments) {
    const {seq0: from, seq1: until} = segment;
    if (from > next) {
      findings.push({kind: 'missing', from: next, until: (from - 1) as Seq});
      doc = null;
    }
    if (segment.previous !== previous) findings.push({kind: 'segmentExchanged', from, until});
    const text = readOrNull(segment);
    if (!text) findings.push({kind: 'segmentDamaged', from, until});
    else findings.push(...lostPins(text, segment, pins));
    doc = text && doc && applied(doc, text.upTo(until));
    reached(until);
    previous = segment.sha256;
    next = (until + 1) as Seq;
  }
  for (const {seq, bytes} of rows) {
    if (seq !== next) {
      findings.push({kind: 'missing', from: next, until: (seq - 1) as Seq});
      doc = null;
    }
    const after: Y.Doc | null = doc && applied(doc, bytes);
    if (doc && !after) findings.push({kind: 'entryUnreadable', seq});
    doc = after;
    reached(seq);
    next = (seq + 1) as Seq;
  }
  if (next <= head) findings.push({kind: 'missing', from: next, until: head});
  // What stands where no entry ends belongs to nothing.
  for (const seq of checkpoints.keys()) findings.push({kind: 'checkpointWrong', seq});
  if (kept && kept.seq >= next) findings.push({kind: 'headWrong', seq: kept.seq});
  const counts = {segments: segments.length, rows: rows.length};
  const count = checkpointsOf(shelf, documentId).size;
  return {documentId, ...counts, checkpoints: count, head, findings};
}

/** The document at this state's position, as far as it is known; what is found goes on the list. */
function compare(
  doc: Y.Doc | null,
  state: Checkpoint | State,
  what: 'checkpoint' | 'head',
  findings: Finding[],
): Y.Doc | null {
  const {seq} = state;
  if (!isIntact(state)) {
    findings.push({kind: `${what}Damaged`, seq});
    return doc;
  }
  const found = documentOf('at' in state ? unpack(state) : state.state, []);
  if (!doc) return found;
  if (!isSame(doc, found)) findings.push({kind: `${what}Wrong`, seq});
  found.destroy();
  return doc;
}

/** null when the update is none, or rests on something that is not there. */
function applied(doc: Y.Doc, update: Uint8Array): Y.Doc | null {
  try {
    // Our own transaction: Yjs would follow up others' with clean-ups that the entries have already.
    replaying(doc, () => Y.applyUpdate(doc, update));
  } catch {
    return null;
  }
  return doc.store.pendingStructs || doc.store.pendingDs ? null : doc;
}

function readOrNull(segment: Segment): SegmentText | null {
  try {
    return readSegment(segment);
  } catch (error) {
    if (error instanceof Damage) return null;
    throw error;
  }
}

function lostPins(
  text: SegmentText,
  {seq0, seq1}: Segment,
  pins: ReadonlySet<Seq>,
): readonly Finding[] {
  return [...pins]
    .filter((seq) => seq >= seq0 && seq <= seq1 && text.tickEnd(seq).seq !== seq)
    .map((seq) => ({kind: 'pinLost', seq}));
}

function checkpointsOf(shelf: Shelf, documentId: DocumentId): Map<Seq, Checkpoint> {
  const found = new Map<Seq, Checkpoint>();
  for (let seq = beginning; ;) {
    const checkpoint = shelf.checkpointFrom(documentId, seq);
    if (!checkpoint) return found;
    found.set(checkpoint.seq, checkpoint);
    seq = (checkpoint.seq + 1) as Seq;
  }
}
