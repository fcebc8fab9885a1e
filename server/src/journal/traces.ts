/**
 * Which entries there are, which of them wrote a character and which removed it, found without reading
 * any text: segments keep that beside it, in columns.
 */

import {beginning, type DocumentId, type Seq} from '@samenspel/shared';
import type {Entry, EntryMark, Trace} from './journal.ts';
import {type Overlaps, overlapsWith} from './overlaps.ts';
import {Damage, markOf, readSegment, type Shelf} from './past.ts';
import {deletesOf, rangesOf, type Segment} from './segment.ts';
import type {Range} from './structs.ts';

export interface Traces {
  /** Every entry without its bytes, by first row. Of a segment that can't be read one mark is left. */
  marks(documentId: DocumentId): Promise<readonly EntryMark[]>;
  /** Entries that wrote or removed any of these, oldest first; what can't be read is left out. */
  traces(documentId: DocumentId, wanted: readonly Range[]): Promise<readonly Trace[]>;
}

/** What a segment holds beside its text. */
interface Columns {
  readonly marks: readonly EntryMark[];
  /** Client, from, to and the number of the mark, once for each range, by number. */
  readonly wrote: Uint32Array;
  readonly removed: Uint32Array;
}

const end = Number.MAX_SAFE_INTEGER as Seq;
/** Segments that are remembered; of 2,000 entries each, of which most share a second, some 150 KB. */
const maxRemembered = 400;
const width = 4;

/**
 * A long past is read a segment at a time, without holding anybody up; and what was read of a segment,
 * which never changes, is remembered.
 */
export function openTraces(shelf: Shelf): Traces {
  const remembered = new Map<string, Columns>();

  async function columnsOf(segment: Segment): Promise<Columns> {
    const known = remembered.get(segment.sha256);
    if (known) return known;
    const columns = readColumns(segment);
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(segment.sha256, columns);
    await new Promise((resolve) => setImmediate(resolve));
    return columns;
  }

  return {
    async marks(documentId) {
      const {segments, rows} = shelf.snapshot(() => ({
        segments: shelf.segments(documentId, beginning, end),
        rows: shelf.rowMarks(documentId, beginning, end),
      }));
      const marks: (readonly EntryMark[])[] = [];
      for (const segment of segments) marks.push((await columnsOf(segment)).marks);
      return [...marks.flat(), ...rows];
    },
    async traces(documentId, wanted) {
      const {segments, rows} = shelf.snapshot(() => ({
        segments: shelf.segments(documentId, beginning, end),
        rows: shelf.rows(documentId, beginning, end),
      }));
      const isWanted = overlapsWith(wanted);
      const found: Trace[] = [];
      for (const segment of segments) found.push(...tracesIn(await columnsOf(segment), isWanted));
      for (const row of rows) {
        const trace = traceOf(row);
        const ranges = [...trace.wrote, ...trace.removed];
        if (ranges.some(({client, from, to}) => isWanted(client, from, to))) found.push(trace);
      }
      return found.toSorted((one, other) => one.mark.seq - other.mark.seq);
    },
  };
}

function readColumns(segment: Segment): Columns {
  try {
    const {marks, traces} = readSegment(segment);
    return {
      marks,
      wrote: columnOf(traces, ({wrote}) => wrote),
      removed: columnOf(traces, ({removed}) => removed),
    };
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return {marks: [markOf(segment)], wrote: new Uint32Array(), removed: new Uint32Array()};
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

function tracesIn({marks, wrote, removed}: Columns, isWanted: Overlaps): readonly Trace[] {
  const numbers = new Set<number>();
  for (const column of [wrote, removed]) {
    for (let at = 0; at < column.length; at += width) {
      if (isWanted(column[at] ?? 0, column[at + 1] ?? 0, column[at + 2] ?? 0)) {
        numbers.add(column[at + 3] ?? 0);
      }
    }
  }
  if (numbers.size === 0) return [];
  const [wroteBy, removedBy] = [rangesBy(wrote, numbers), rangesBy(removed, numbers)];
  return [...numbers].flatMap((number): readonly Trace[] => {
    const mark = marks[number];
    if (!mark) return [];
    return [{mark, wrote: wroteBy.get(number) ?? [], removed: removedBy.get(number) ?? []}];
  });
}

function rangesBy(
  column: Uint32Array,
  numbers: ReadonlySet<number>,
): ReadonlyMap<number, readonly Range[]> {
  const found = new Map<number, Range[]>();
  for (let at = 0; at < column.length; at += width) {
    const number = column[at + 3] ?? 0;
    if (!numbers.has(number)) continue;
    const range = {client: column[at] ?? 0, from: column[at + 1] ?? 0, to: column[at + 2] ?? 0};
    const ranges = found.get(number);
    if (ranges) ranges.push(range);
    else found.set(number, [range]);
  }
  return found;
}
