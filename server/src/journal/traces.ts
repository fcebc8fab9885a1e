/**
 * Which entries there are, which of them wrote a character and which removed it, found without reading
 * any text: segments keep that beside it, in columns.
 */

import {beginning, type DocumentId, type Seq} from '@samenspel/shared';
import {type IdColumns, idColumns} from './id-columns.ts';
import type {Entry, EntryMark, Trace} from './journal.ts';
import {Damage, markOf, readSegment, type SealedAt, type Shelf} from './past.ts';
import {deletesOf, rangesOf, type Segment} from './segment.ts';
import type {Range} from './structs.ts';

export interface Traces {
  /** Every entry without its bytes, by first row. Of a segment that can't be read one mark is left. */
  marks(documentId: DocumentId): Promise<readonly EntryMark[]>;
  /** Entries that wrote or removed any of these, oldest first; what can't be read is left out. */
  traces(documentId: DocumentId, wanted: readonly Range[]): Promise<readonly Trace[]>;
}

/** What some entries did, to be looked up by id. */
interface Columns {
  readonly marks: readonly EntryMark[];
  readonly wrote: Column;
  readonly removed: Column;
}

interface Column {
  /** Client, from, to and the number of the mark, once for each range, by number. */
  readonly ranges: Uint32Array;
  readonly byId: IdColumns;
}

/** Of a document, the entries that are not sealed yet. */
interface Unsealed {
  /** They come after this position. */
  readonly after: Seq;
  readonly traces: readonly Trace[];
  readonly columns: Columns;
}

const end = Number.MAX_SAFE_INTEGER as Seq;
/** Segments that are remembered; of 2,000 entries each, of which most share a second, some 300 KB. */
const maxRemembered = 400;
/** Documents of which what is not sealed yet is remembered; some megabyte each. */
const maxUnsealed = 4;
const width = 4;

/**
 * A long past is read a segment at a time, without holding anybody up; and what was read of a segment,
 * which never changes, is remembered. So is what is not sealed yet, which is only ever added to.
 */
export function openTraces(shelf: Shelf): Traces {
  const remembered = new Map<string, Columns>();
  const unsealed = new Map<DocumentId, Unsealed>();

  async function columnsOf(documentId: DocumentId, {seq1, sha256}: SealedAt): Promise<Columns> {
    const known = remembered.get(sha256);
    if (known) return known;
    const [segment] = shelf.segments(documentId, (seq1 - 1) as Seq, seq1);
    if (!segment) return nothing;
    const columns = readColumns(segment);
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(sha256, columns);
    await new Promise((resolve) => setImmediate(resolve));
    return columns;
  }

  /** What is not sealed; only what came since the last time is read. */
  function unsealedOf(documentId: DocumentId, after: Seq): Columns {
    const known = unsealed.get(documentId);
    const before = known?.after === after ? known : {after, traces: [], columns: nothing};
    const last = before.traces.at(-1)?.mark.seq ?? after;
    const more = shelf.rows(documentId, last, end).map(traceOf);
    const traces = more.length > 0 ? [...before.traces, ...more] : before.traces;
    const columns = more.length > 0 ? columnsIn(traces) : before.columns;
    // The one that was asked for last comes last.
    unsealed.delete(documentId);
    unsealed.set(documentId, {after, traces, columns});
    for (const oldest of unsealed.keys()) if (unsealed.size > maxUnsealed) unsealed.delete(oldest);
    return columns;
  }

  return {
    async marks(documentId) {
      const {sealed, rows} = shelf.snapshot(() => ({
        sealed: shelf.sealed(documentId),
        rows: shelf.rowMarks(documentId, beginning, end),
      }));
      const marks: (readonly EntryMark[])[] = [];
      for (const segment of sealed) marks.push((await columnsOf(documentId, segment)).marks);
      return [...marks.flat(), ...rows];
    },
    async traces(documentId, wanted) {
      const {sealed, rows} = shelf.snapshot(() => {
        const segments = shelf.sealed(documentId);
        const after = segments.at(-1)?.seq1 ?? beginning;
        return {sealed: segments, rows: unsealedOf(documentId, after)};
      });
      const found: Trace[] = [];
      for (const segment of sealed) {
        found.push(...tracesIn(await columnsOf(documentId, segment), wanted));
      }
      found.push(...tracesIn(rows, wanted));
      return found.toSorted((one, other) => one.mark.seq - other.mark.seq);
    },
  };
}

function readColumns(segment: Segment): Columns {
  try {
    const {marks, traces} = readSegment(segment);
    return {...columnsIn(traces), marks};
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return {...nothing, marks: [markOf(segment)]};
  }
}

function traceOf({bytes, ...mark}: Entry): Trace {
  return {mark: mark satisfies EntryMark, wrote: rangesOf(bytes), removed: deletesOf(bytes)};
}

function columnsIn(traces: readonly Trace[]): Columns {
  return {
    marks: traces.map(({mark}) => mark),
    wrote: columnOf(traces, ({wrote}) => wrote),
    removed: columnOf(traces, ({removed}) => removed),
  };
}

function columnOf(traces: readonly Trace[], rangesIn: (trace: Trace) => readonly Range[]): Column {
  const said: number[] = [];
  for (const [number, trace] of traces.entries()) {
    for (const {client, from, to} of rangesIn(trace)) said.push(client, from, to, number);
  }
  const count = said.length / width;
  const [client, clock] = [new Float64Array(count), new Float64Array(count)];
  const [length, number] = [new Float64Array(count), new Float64Array(count)];
  for (let at = 0; at < count; at++) {
    const [of, from, to, by] = said.slice(at * width, (at + 1) * width);
    client[at] = of ?? 0;
    clock[at] = from ?? 0;
    length[at] = (to ?? 0) - (from ?? 0);
    number[at] = by ?? 0;
  }
  return {ranges: Uint32Array.from(said), byId: idColumns({client, clock, length, number})};
}

const nothing: Columns = columnsIn([]);

function tracesIn({marks, wrote, removed}: Columns, wanted: readonly Range[]): readonly Trace[] {
  const numbers = new Set<number>();
  for (const {client, from, to} of wanted) {
    const tell = (_clock: number, _length: number, number: number) => void numbers.add(number);
    wrote.byId.each(client, from, to - from, tell);
    removed.byId.each(client, from, to - from, tell);
  }
  return [...numbers].flatMap((number): readonly Trace[] => {
    const mark = marks[number];
    return mark ? [{mark, wrote: rangesBy(wrote, number), removed: rangesBy(removed, number)}] : [];
  });
}

/** All that this entry wrote, or removed. */
function rangesBy({ranges}: Column, number: number): readonly Range[] {
  let [low, high] = [0, ranges.length / width];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle * width + 3] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  const found: Range[] = [];
  for (let at = low * width; ranges[at + 3] === number; at += width) {
    found.push({client: ranges[at] ?? 0, from: ranges[at + 1] ?? 0, to: ranges[at + 2] ?? 0});
  }
  return found;
}
