/**
 * Which entry wrote a character and which removed it, found without reading any text: segments keep
 * that beside it, in columns.
 */

import {beginning, type DocumentId, type Seq} from '@samenspel/shared';
import type {Entry, EntryMark, Trace} from './journal.ts';
import {Damage, readSegment, type Shelf} from './past.ts';
import {deletesOf, rangesOf, type Segment, type SegmentText} from './segment.ts';
import type {Range} from './structs.ts';

/** Of a segment: client, from, to and the number of the entry, once for each range. */
interface Columns {
  readonly wrote: Uint32Array;
  readonly removed: Uint32Array;
}

const end = Number.MAX_SAFE_INTEGER as Seq;
/** Segments that are remembered; 2,000 entries each take some 50 KB. */
const maxRemembered = 400;
const width = 4;

/**
 * Entries that wrote or removed any of the wanted characters, oldest first. A long past is read a
 * segment at a time, without holding anybody up; what can't be read is left out.
 */
export function openTraces(
  shelf: Shelf,
): (documentId: DocumentId, wanted: readonly Range[]) => Promise<readonly Trace[]> {
  const remembered = new Map<string, Columns>();

  async function columnsOf(segment: Segment): Promise<Columns> {
    const known = remembered.get(segment.sha256);
    if (known) return known;
    const text = read(segment);
    const columns = {
      wrote: columnOf(text?.traces ?? [], ({wrote}) => wrote),
      removed: columnOf(text?.traces ?? [], ({removed}) => removed),
    };
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(segment.sha256, columns);
    await new Promise((resolve) => setImmediate(resolve));
    return columns;
  }

  return async (documentId, wanted) => {
    const {segments, rows} = shelf.snapshot(() => ({
      segments: shelf.segments(documentId, beginning, end),
      rows: shelf.rows(documentId, beginning, end),
    }));
    const found: Trace[] = [];
    for (const segment of segments) {
      const {wrote, removed} = await columnsOf(segment);
      const numbers = new Set([...touching(wrote, wanted), ...touching(removed, wanted)]);
      if (numbers.size === 0) continue;
      const traces = read(segment)?.traces ?? [];
      found.push(...traces.filter((_trace, number) => numbers.has(number)));
    }
    for (const row of rows) {
      const trace = traceOf(row);
      if ([...trace.wrote, ...trace.removed].some((range) => wanted.some(overlaps(range)))) {
        found.push(trace);
      }
    }
    return found.toSorted((one, other) => one.mark.seq - other.mark.seq);
  };
}

function read(segment: Segment): SegmentText | null {
  try {
    return readSegment(segment);
  } catch (error) {
    if (error instanceof Damage) return null;
    throw error;
  }
}

function traceOf({bytes, ...mark}: Entry): Trace {
  return {mark: mark satisfies EntryMark, wrote: rangesOf(bytes), removed: deletesOf(bytes)};
}

function columnOf(
  traces: readonly Trace[],
  ranges: (trace: Trace) => readonly Range[],
): Uint32Array {
  return Uint32Array.from(
    traces.flatMap((trace, number) =>
      ranges(trace).flatMap(({client, from, to}) => [client, from, to, number]),
    ),
  );
}

/** The numbers of the entries of which a range overlaps one of the wanted. */
function touching(column: Uint32Array, wanted: readonly Range[]): readonly number[] {
  const numbers: number[] = [];
  for (let at = 0; at < column.length; at += width) {
    const [client = 0, from = 0, to = 0, number = 0] = column.subarray(at, at + width);
    if (wanted.some(overlaps({client, from, to}))) numbers.push(number);
  }
  return numbers;
}

function overlaps({client, from, to}: Range): (other: Range) => boolean {
  return (other) => other.client === client && other.from < to && other.to > from;
}
