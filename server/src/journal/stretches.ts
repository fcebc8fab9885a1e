/** The whole journal of a document, a stretch at a time: a long past holds nobody up. */

import {beginning, type DocumentId, type Seq} from '@samenspel/shared';
import {othersFirst} from '../others-first.ts';
import type {Entry, EntryMark, Stretch, Trace} from './journal.ts';
import {Damage, markOf, readSegment, type SealedAt, type Shelf} from './past.ts';
import {deletesOf, rangesOf, type Segment} from './segment.ts';
import {structsIn} from './structs.ts';

export interface Stretches {
  /** Every entry without its bytes, by first row. Of a segment that can't be read one mark is left. */
  marks(documentId: DocumentId): Promise<readonly EntryMark[]>;
  /** All that came after a position, oldest first; what can't be read is left out. */
  stretches(documentId: DocumentId, after: Seq): AsyncIterable<Stretch>;
}

const end = Number.MAX_SAFE_INTEGER as Seq;
/** Segments of which the marks are remembered; of 2,000 entries each, some 100 KB. */
const maxRemembered = 400;

export function openStretches(shelf: Shelf): Stretches {
  const remembered = new Map<string, readonly EntryMark[]>();

  function segmentAt(documentId: DocumentId, {seq1}: SealedAt): Segment | null {
    return shelf.segments(documentId, (seq1 - 1) as Seq, seq1)[0] ?? null;
  }

  async function marksOf(documentId: DocumentId, place: SealedAt): Promise<readonly EntryMark[]> {
    const known = remembered.get(place.sha256);
    if (known) return known;
    const segment = segmentAt(documentId, place);
    if (!segment) return [];
    const marks = unlessDamaged(() => readSegment(segment).marks, [markOf(segment)]);
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(place.sha256, marks);
    await othersFirst();
    return marks;
  }

  return {
    async marks(documentId) {
      const {sealed, rows} = shelf.snapshot(() => ({
        sealed: shelf.sealed(documentId),
        rows: shelf.rowMarks(documentId, beginning, end),
      }));
      const marks: (readonly EntryMark[])[] = [];
      for (const place of sealed) marks.push(await marksOf(documentId, place));
      return [...marks.flat(), ...rows];
    },
    async *stretches(documentId, after) {
      const {sealed, rows} = shelf.snapshot(() => ({
        sealed: shelf.sealed(documentId).filter(({seq1}) => seq1 > after),
        rows: shelf.rows(documentId, after, end),
      }));
      for (const place of sealed) {
        const segment = segmentAt(documentId, place);
        const stretch = segment && unlessDamaged(() => stretchOf(segment), null);
        if (stretch) yield stretch;
        await othersFirst();
      }
      if (rows.length > 0) {
        yield {traces: rows.map(traceOf), structs: structsIn(rows.map(({bytes}) => bytes))};
      }
    },
  };
}

function stretchOf(segment: Segment): Stretch {
  const {traces, structs} = readSegment(segment);
  return {traces, structs: structs()};
}

function traceOf({bytes, ...mark}: Entry): Trace {
  return {mark: mark satisfies EntryMark, wrote: rangesOf(bytes), removed: deletesOf(bytes)};
}

function unlessDamaged<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return otherwise;
  }
}
