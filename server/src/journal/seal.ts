/**
 * Makes a segment out of rows, and doesn't believe it: before anybody may delete the rows, the segment
 * is read back, its every piece compared with theirs, and the document it makes with the one they make.
 * Pure, so that it runs in a thread as well as in a test.
 */

import type {DocumentId, Seq} from '@samenspel/shared';
import type {Entry, EntryMark} from './journal.ts';
import {checksumOf, decodeBody, encodeBody, type Segment, type SegmentText} from './segment.ts';
import {type Checkpoint, checkpointOf, documentOf, headOf, isSame, type State} from './state.ts';
import {listOf} from './story.ts';
import {partsOf, ticksOf} from './ticks.ts';

/** Rows that are due, with what is needed to judge their segment. */
export interface Unsealed {
  readonly documentId: DocumentId;
  /** Complete ticks, oldest first; never empty. */
  readonly rows: readonly Entry[];
  readonly pins: readonly Seq[];
  /** The document before them: a state, and the updates after it. */
  readonly base: {readonly state: Uint8Array | null; readonly updates: readonly Uint8Array[]};
  /** The checksum of the segment before; '' for the first. */
  readonly previous: string;
  readonly withCheckpoint: boolean;
}

export interface Sealed {
  readonly segment: Segment;
  /** What the segment was made with; when pins have come since, it has to be made again. */
  readonly pins: readonly Seq[];
  readonly checkpoint: Checkpoint | null;
  readonly head: State;
}

/** What was made of the rows is not what they say. They stay. */
export class Unfaithful extends Error {}

/** @throws Unfaithful */
export function seal(unsealed: Unsealed): Sealed {
  const {documentId, rows, pins, base, previous, withCheckpoint} = unsealed;
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) throw new Error('Nothing to seal');
  const ticks = ticksOf(rows, new Set(pins));
  const doc = documentOf(base.state, [...base.updates, ...rows.map(({bytes}) => bytes)]);
  // What can't be joined faithfully, a stranger's oddities for instance, is kept piece by piece.
  const make = (joins: boolean) => {
    const made = encodeBody(ticks, joins);
    return isFaithful(decodeBody(documentId, made), ticks, unsealed, doc) ? made : null;
  };
  const body = make(true) ?? make(false);
  if (!body) throw new Unfaithful(`Rows ${first.seq} to ${last.seq}`);
  const range = {documentId, seq0: first.seq, seq1: last.seq, t0: first.at, t1: last.at};
  const segment = {...range, body, previous};
  const sealed = {
    segment: {...segment, sha256: checksumOf(segment)},
    pins,
    checkpoint: withCheckpoint ? checkpointOf(doc, documentId, last.seq, last.at) : null,
    head: headOf(doc, documentId, last.seq),
  };
  doc.destroy();
  return sealed;
}

function isFaithful(
  text: SegmentText,
  ticks: readonly (readonly Entry[])[],
  {rows, base}: Unsealed,
  doc: ReturnType<typeof documentOf>,
): boolean {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return false;
  const entries = text.entries((first.seq - 1) as Seq, last.seq);
  const wanted = ticks
    .flatMap((tick) => partsOf(tick))
    .toSorted((a, b) => (a.at(-1)?.seq ?? 0) - (b.at(-1)?.seq ?? 0));
  const made = documentOf(base.state, [...base.updates, text.upTo(last.seq)]);
  try {
    return (
      entries.length === wanted.length &&
      entries.every((entry, index) => isPart(entry, wanted[index] ?? [])) &&
      isSame(made, doc)
    );
  } finally {
    made.destroy();
  }
}

/** Whether an entry says exactly what these rows of one writer say, letter by letter. */
function isPart(entry: Entry, rows: readonly Entry[]): boolean {
  const last = rows.at(-1);
  return (
    last !== undefined &&
    stamp(entry) === stamp(last) &&
    listOf([entry.bytes]) === listOf(rows.map(({bytes}) => bytes))
  );
}

function stamp({seq, at, actor, clientId, kind}: EntryMark): string {
  return JSON.stringify([seq, at, actor, clientId, kind]);
}
