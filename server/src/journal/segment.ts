/**
 * A stretch of the journal in its final form: who wrote what in which tick as columns of small numbers,
 * and beside them all structs of the stretch, joined across ticks, so that a paragraph typed in ten
 * minutes is one piece of text. A tick is cut out of them again by its clocks.
 */

import {createHash} from 'node:crypto';
import {constants, brotliCompressSync, brotliDecompressSync} from 'node:zlib';
import type {ClientId, DocumentId, EntryKind, PersonId, Seq} from '@samenspel/shared';
import * as Y from 'yjs';
import type {DeleteSet} from '../sync/deletions.ts';
import {readColumns, type Table, writeColumns} from './columns.ts';
import type {Entry, EntryMark, Trace} from './journal.ts';
import {
  collect,
  encodeStructs,
  encodeUpdate,
  join,
  type Range,
  type Structs,
  structsIn,
  within,
} from './structs.ts';
import {partsOf} from './ticks.ts';

export interface Segment {
  readonly documentId: DocumentId;
  /** Its first and last position: it holds every entry from one to the other. */
  readonly seq0: Seq;
  readonly seq1: Seq;
  /** When these were written. */
  readonly t0: number;
  readonly t1: number;
  readonly body: Uint8Array;
  /** The checksum of the segment before; '' for the first. */
  readonly previous: string;
  /** Over everything above, so that a segment that is changed, missing or exchanged shows. */
  readonly sha256: string;
}

/** What a segment holds, readable. */
export interface SegmentText {
  /** By first appearance: one mark per tick and writer. */
  readonly marks: readonly EntryMark[];
  /** What each of these wrote and removed. */
  readonly traces: readonly Trace[];
  /** All that was written in it, joined across ticks; not to be changed. */
  structs(): Structs;
  /** One entry per tick and writer, of which the last row lies after `after` and up to `until`. */
  entries(after: Seq, until: Seq): readonly Entry[];
  /** Everything up to a position in one update. */
  upTo(until: Seq): Uint8Array;
  /** The end of the tick that holds this position. */
  tickEnd(seq: Seq): Moment;
}

/** A position and when it was. */
export interface Moment {
  readonly seq: Seq;
  readonly at: number;
}

interface Part {
  readonly mark: EntryMark;
  readonly tick: Moment;
  readonly ranges: readonly Range[];
  readonly deletes: readonly Range[];
}

const version = 1;
/** A better grade saves 3 % and takes four times as long. */
const compression = {params: {[constants.BROTLI_PARAM_QUALITY]: 5}};

/** @param joins off, every struct stays as it was written: larger, but nothing is put together */
export function encodeBody(ticks: readonly (readonly Entry[])[], joins = true): Uint8Array {
  const parts = ticks.flatMap((tick) => partsOf(tick).map((rows) => partOf(rows, tick)));
  const structs = structsIn(ticks.flat().map(({bytes}) => bytes));
  const index = brotliCompressSync(encodeIndex(parts), compression);
  const text = brotliCompressSync(encodeStructs(joins ? join(structs) : structs), compression);
  const head = new DataView(new ArrayBuffer(5));
  head.setUint8(0, version);
  head.setUint32(1, index.length);
  return Buffer.concat([new Uint8Array(head.buffer), index, text]);
}

/** @throws Error when the body is not what `encodeBody` made */
export function decodeBody(documentId: DocumentId, body: Uint8Array): SegmentText {
  const head = new DataView(body.buffer, body.byteOffset, 5);
  if (head.getUint8(0) !== version) throw new Error(`Segment format ${head.getUint8(0)}`);
  const textAt = 5 + head.getUint32(1);
  const parts = decodeIndex(documentId, brotliDecompressSync(body.subarray(5, textAt)));
  // The list of moments never needs the text.
  let decoded: Structs | null = null;
  const structs = () => (decoded ??= decodeStructs(brotliDecompressSync(body.subarray(textAt))));
  return {
    marks: parts.map(({mark}) => mark),
    traces: parts.map(({mark, ranges, deletes}) => ({mark, wrote: ranges, removed: deletes})),
    structs,
    entries: (after, until) =>
      parts
        .filter(({mark: {seq}}) => seq > after && seq <= until)
        .toSorted((a, b) => a.mark.seq - b.mark.seq)
        .map(({mark, ranges, deletes}) => ({
          ...withoutFirst(mark),
          bytes: encodeUpdate(within(structs(), ranges), [deleteSet(deletes)]),
        })),
    upTo(until) {
      const wanted = parts.filter(({tick}) => tick.seq <= until);
      const deletes = deleteSet(wanted.flatMap((part) => part.deletes));
      if (wanted.length === parts.length) return encodeUpdate(structs(), [deletes]);
      return encodeUpdate(within(structs(), spans(wanted)), [deletes]);
    },
    tickEnd(seq) {
      const part = parts.find(({tick}) => tick.seq >= seq);
      if (!part) throw new Error(`Position ${seq} is not in this segment`);
      return part.tick;
    },
  };
}

export function checksumOf(segment: Omit<Segment, 'sha256'>): string {
  const {documentId, seq0, seq1, t0, t1, body, previous} = segment;
  return createHash('sha256')
    .update(`${previous} ${documentId} ${seq0} ${seq1} ${t0} ${t1} `)
    .update(body)
    .digest('hex');
}

function partOf(rows: readonly Entry[], tick: readonly Entry[]): Part {
  const [first] = rows;
  const last = rows.at(-1);
  const end = tick.at(-1);
  if (!first || !last || !end) throw new Error('A tick without entries');
  const {documentId, seq, at, actor, clientId, kind} = last;
  return {
    mark: {documentId, seq, at, actor, clientId, kind, first: {seq: first.seq, at: first.at}},
    tick: {seq: end.seq, at: end.at},
    ranges: rows.flatMap(({bytes}) => rangesOf(bytes)),
    deletes: rows.flatMap(({bytes}) => deletesOf(bytes)),
  };
}

/** The ids that an update brings. */
export function rangesOf(update: Uint8Array): readonly Range[] {
  const ranges: {client: number; from: number; to: number}[] = [];
  for (const struct of Y.decodeUpdate(update).structs) {
    const {client, clock} = struct.id;
    if (struct instanceof Y.Skip) continue;
    const last = ranges.at(-1);
    if (last?.client === client && last.to === clock) last.to += struct.length;
    else ranges.push({client, from: clock, to: clock + struct.length});
  }
  return ranges;
}

/** The ids that an update deletes. */
export function deletesOf(update: Uint8Array): readonly Range[] {
  return [...Y.decodeUpdate(update).ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({clock, len}) => ({client, from: clock, to: clock + len})),
  );
}

function deleteSet(deletes: readonly Range[]): DeleteSet {
  const clients = new Map<number, {clock: number; len: number}[]>();
  for (const {client, from, to} of deletes) {
    const ranges = clients.get(client) ?? [];
    ranges.push({clock: from, len: to - from});
    clients.set(client, ranges);
  }
  return {clients};
}

/** Parts from the first on have no holes between them: one range per client. */
function spans(parts: readonly Part[]): readonly Range[] {
  const found = new Map<number, {client: number; from: number; to: number}>();
  for (const {client, from, to} of parts.flatMap(({ranges}) => ranges)) {
    const span = found.get(client);
    if (!span) found.set(client, {client, from, to});
    else found.set(client, {client, from: Math.min(span.from, from), to: Math.max(span.to, to)});
  }
  return [...found.values()];
}

function withoutFirst({first: _first, ...mark}: EntryMark): EntryMark {
  return mark;
}

function decodeStructs(update: Uint8Array): Structs {
  const structs: Structs = new Map();
  collect(structs, Y.decodeUpdateV2(update).structs);
  return structs;
}

function encodeIndex(parts: readonly Part[]): Uint8Array {
  const names: string[] = [];
  const clients: number[] = [];
  const nameAt = (name: string | null) => (name === null ? 0 : 1 + positionIn(names, name));
  const clientAt = (client: number | null) =>
    client === null ? 0 : 1 + positionIn(clients, client);
  const rangeColumns = (ranges: readonly Range[], ends: Map<number, number>) =>
    ranges.map(({client, from, to}) => {
      const end = ends.get(client) ?? 0;
      ends.set(client, to);
      return [clientAt(client), from - end, to - from];
    });
  const ends = new Map<number, number>();
  const deleteEnds = new Map<number, number>();
  let before: Moment = {seq: 0 as Seq, at: 0};
  const rows = parts.map(({mark, tick, ranges, deletes}) => {
    const first = mark.first ?? mark;
    const row = [
      ...[nameAt(mark.kind), nameAt(mark.actor), clientAt(mark.clientId)],
      ...[first.seq - before.seq, first.at - before.at],
      ...[mark.seq - first.seq, mark.at - first.at],
      ...[tick.seq - mark.seq, tick.at - mark.at],
      ...[ranges.length, deletes.length],
    ];
    before = first;
    return row;
  });
  const structRanges = rangeColumns(
    parts.flatMap(({ranges}) => ranges),
    ends,
  );
  const deleteRanges = rangeColumns(
    parts.flatMap(({deletes}) => deletes),
    deleteEnds,
  );
  return writeColumns(names, [clients.map((client) => [client]), rows, structRanges, deleteRanges]);
}

function decodeIndex(documentId: DocumentId, index: Uint8Array): readonly Part[] {
  const {names, tables} = readColumns(index);
  const [clients = noRows, rows = noRows, structRanges = noRows, deleteRanges = noRows] = tables;
  const nameAt = (position: number) => (position === 0 ? null : (names[position - 1] ?? ''));
  const clientAt = (position: number) =>
    position === 0 ? null : ((clients.columns[0]?.[position - 1] ?? 0) as ClientId);
  const taker = ({columns}: Table) => {
    const [positions = none, skips = none, lengths = none] = columns;
    const ends = new Map<number, number>();
    let next = 0;
    return (count: number): readonly Range[] => {
      const ranges: Range[] = [];
      for (const end = next + count; next < end; next++) {
        const client = clientAt(positions[next] ?? 0) ?? 0;
        const from = (ends.get(client) ?? 0) + (skips[next] ?? 0);
        const to = from + (lengths[next] ?? 0);
        ends.set(client, to);
        ranges.push({client, from, to});
      }
      return ranges;
    };
  };
  const takeRanges = taker(structRanges);
  const takeDeletes = taker(deleteRanges);
  const [kinds = none, actors = none, clientIds = none, firstSeqs = none, firstAts = none] =
    rows.columns;
  const [moreSeqs = none, moreAts = none, tickSeqs = none, tickAts = none] = rows.columns.slice(5);
  const [ranges = none, deletes = none] = rows.columns.slice(9);
  let seq = 0;
  let at = 0;
  return Array.from({length: rows.length}, (_, row) => {
    seq += firstSeqs[row] ?? 0;
    at += firstAts[row] ?? 0;
    const last = {seq: (seq + (moreSeqs[row] ?? 0)) as Seq, at: at + (moreAts[row] ?? 0)};
    return {
      mark: {
        documentId,
        seq: last.seq,
        at: last.at,
        actor: nameAt(actors[row] ?? 0) as PersonId | null,
        clientId: clientAt(clientIds[row] ?? 0),
        kind: nameAt(kinds[row] ?? 0) as EntryKind,
        first: {seq: seq as Seq, at},
      },
      tick: {seq: (last.seq + (tickSeqs[row] ?? 0)) as Seq, at: last.at + (tickAts[row] ?? 0)},
      ranges: takeRanges(ranges[row] ?? 0),
      deletes: takeDeletes(deletes[row] ?? 0),
    };
  });
}

const none = new Float64Array();
const noRows: Table = {length: 0, columns: []};

function positionIn<T>(list: T[], value: T): number {
  const found = list.indexOf(value);
  return found === -1 ? list.push(value) - 1 : found;
}
