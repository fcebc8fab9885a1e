/**
 * A document's journal as a file of lines that other programs can read and check. How it is made up is
 * told in docs/journal-file.md: whoever changes a line here changes that, and the version in it.
 */

import {createHash} from 'node:crypto';
import {beginning, type DocumentId, type PersonId, type Seq, type Side} from '@samenspel/shared';
import type {Entry} from '../journal/journal.ts';
import {Damage, readSegment, type Shelf} from '../journal/past.ts';
import type {Segment} from '../journal/segment.ts';

/** A piece of a journal that is read at once. */
export type JournalStretch =
  | {readonly kind: 'entries'; readonly entries: readonly Entry[]}
  | {readonly kind: 'damaged'; readonly from: Seq; readonly until: Seq};

export interface JournalFile {
  readonly documentId: DocumentId;
  /** Of the text as it is now. */
  readonly schema: number;
  readonly epoch: number;
  /** When the file is made; epoch milliseconds. */
  readonly at: number;
  /** In the order of the journal. */
  readonly stretches: Iterable<JournalStretch>;
  /** The side that a person is on; null for who is not of the lab. */
  readonly sideOf: (personId: PersonId) => Side | null;
}

const end = Number.MAX_SAFE_INTEGER as Seq;

/** All of a journal as it lies there at one moment, each stretch read when it is asked for. */
export function stretchesOf(shelf: Shelf, documentId: DocumentId): Iterable<JournalStretch> {
  const {segments, rows} = shelf.snapshot(() => ({
    segments: shelf.segments(documentId, beginning, end),
    rows: shelf.rows(documentId, beginning, end),
  }));
  return readAll(segments, rows);
}

/** The lines, each with its end. */
export function* journalFile(file: JournalFile): Generator<string, void> {
  const nameOf = pseudonyms(file.sideOf);
  const all = createHash('sha256');
  let previous = '';
  let [entries, damaged] = [0, 0];

  const line = (fields: object): string => {
    const open = JSON.stringify(fields).slice(0, -1);
    previous = createHash('sha256').update(previous).update(open).digest('hex');
    const text = `${open},"sha256":"${previous}"}\n`;
    all.update(text);
    return text;
  };

  const {documentId: document, schema, epoch, at: made} = file;
  const format = {format: 'samenspel-journal', version: 1} as const;
  yield line({line: 'begin', ...format, document, schema, epoch, made});
  for (const stretch of file.stretches) {
    if (stretch.kind === 'damaged') {
      damaged++;
      yield line({line: 'damaged', from: stretch.from, until: stretch.until});
      continue;
    }
    for (const {seq, at, actor, kind, bytes} of stretch.entries) {
      entries++;
      const by = actor && nameOf(actor);
      yield line({line: 'entry', seq, at, by, kind, bytes: Buffer.from(bytes).toString('base64')});
    }
  }
  yield `${JSON.stringify({line: 'end', entries, damaged, sha256: all.digest('hex')})}\n`;
}

function* readAll(
  segments: readonly Segment[],
  rows: readonly Entry[],
): Generator<JournalStretch, void> {
  for (const segment of segments) yield readStretch(segment);
  yield {kind: 'entries', entries: rows};
}

function readStretch(segment: Segment): JournalStretch {
  try {
    return {kind: 'entries', entries: readSegment(segment).entries(beginning, end)};
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return {kind: 'damaged', from: segment.seq0, until: segment.seq1};
  }
}

/** "informal-1", "formal-2": the same for one person throughout a file, and nothing outside of it. */
function pseudonyms(sideOf: JournalFile['sideOf']): (personId: PersonId) => string {
  const known = new Map<PersonId, string>();
  const counts = new Map<string, number>();
  return (personId) => {
    const name = known.get(personId);
    if (name) return name;
    const side = sideOf(personId) ?? 'unknown';
    const count = (counts.get(side) ?? 0) + 1;
    counts.set(side, count);
    known.set(personId, `${side}-${count}`);
    return `${side}-${count}`;
  };
}
