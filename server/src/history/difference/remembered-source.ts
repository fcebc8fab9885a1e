/**
 * A source of comparisons that remembers what never changes: what a segment says about who did what, and
 * what entries told of whose words they brought.
 */

import {beginning, type DocumentId, type Seq} from '@samenspel/shared';
import type {Trace} from '../../journal/journal.ts';
import {Damage, readSegment, type Shelf} from '../../journal/past.ts';
import {deletesOf, rangesOf, type Segment} from '../../journal/segment.ts';
import type {AttributionRow, Provenance} from '../provenance.ts';
import {type Acts, actsOf, bothActs, noActs} from './acts.ts';

/** Of one document: segments of 2,000 entries each; some 200 KB. */
const maxSegments = 100;
/** Of a hundred pages there are tens of thousands of rows. */
const maxDocuments = 4;

interface Remembered {
  /** Of the segments that were asked for, by checksum. */
  readonly bySegment: Map<string, readonly Trace[]>;
  sealed: Acts;
  /** The rows after this position are not sealed yet. */
  sealedUpTo: Seq;
  readonly rows: Trace[];
  unsealed: Acts;
}

/**
 * What entries after one position up to another wrote and removed, and what is known of others. Of a
 * segment that can't be read it is by nobody.
 */
export function openActs(
  shelf: Pick<Shelf, 'segments' | 'sealed' | 'rows'>,
): (documentId: DocumentId, after: Seq, until: Seq) => Acts {
  const remembered = new Map<DocumentId, Remembered>();

  function rememberedOf(documentId: DocumentId): Remembered {
    const known = remembered.get(documentId) ?? nothing();
    // The one that was asked for last comes last.
    remembered.delete(documentId);
    remembered.set(documentId, known);
    for (const oldest of remembered.keys()) {
      if (remembered.size > maxDocuments) remembered.delete(oldest);
    }
    return known;
  }

  function learnSegments(known: Remembered, documentId: DocumentId, after: Seq, until: Seq): void {
    const wanted = shelf.sealed(documentId).filter(({seq0, seq1}) => seq1 > after && seq0 <= until);
    const unknown = wanted.filter(({sha256}) => !known.bySegment.has(sha256));
    // Their names are looked at each time, their text is read once.
    if (unknown.length === 0) return;
    const segments = shelf.segments(documentId, after, until);
    if (known.bySegment.size + unknown.length > maxSegments) known.bySegment.clear();
    for (const segment of segments) {
      const {sha256} = segment;
      known.bySegment.set(sha256, known.bySegment.get(sha256) ?? tracesIn(segment));
    }
    known.sealed = actsOf([...known.bySegment.values()].flat());
  }

  function learnRows(known: Remembered, documentId: DocumentId, until: Seq): void {
    const sealedUpTo = shelf.sealed(documentId).at(-1)?.seq1 ?? beginning;
    if (sealedUpTo !== known.sealedUpTo) {
      known.sealedUpTo = sealedUpTo;
      known.rows.length = 0;
      known.unsealed = noActs;
    }
    const last = known.rows.at(-1)?.mark.seq ?? sealedUpTo;
    if (last >= until) return;
    for (const {bytes, ...mark} of shelf.rows(documentId, last, until)) {
      known.rows.push({mark, wrote: rangesOf(bytes), removed: deletesOf(bytes)});
    }
    known.unsealed = actsOf(known.rows);
  }

  return (documentId, after, until) => {
    const known = rememberedOf(documentId);
    learnSegments(known, documentId, after, until);
    learnRows(known, documentId, until);
    return bothActs(known.sealed, known.unsealed);
  };
}

function nothing(): Remembered {
  return {
    ...{bySegment: new Map(), sealed: noActs},
    ...{sealedUpTo: beginning, rows: [], unsealed: noActs},
  };
}

function tracesIn(segment: Segment): readonly Trace[] {
  try {
    return readSegment(segment).traces;
  } catch (error) {
    if (error instanceof Damage) return [];
    throw error;
  }
}

/**
 * Everything that entries up to a position attributed, oldest first. What is on disk is only ever added
 * to; whoever asks must see nothing that is not there for good.
 */
export function openAttributions({
  until,
}: Pick<Provenance, 'until'>): (
  documentId: DocumentId,
  seq: Seq,
) => Promise<readonly AttributionRow[]> {
  const remembered = new Map<DocumentId, AttributionRow[]>();
  return async (documentId, seq) => {
    const rows = remembered.get(documentId) ?? [];
    const more = await until(documentId, undefined, rows.at(-1)?.seq);
    for (const row of more) rows.push(row);
    if (!remembered.has(documentId) && remembered.size >= maxDocuments) remembered.clear();
    remembered.set(documentId, rows);
    const end = rows.findIndex((row) => row.seq > seq);
    return end < 0 ? rows : rows.slice(0, end);
  };
}
