/**
 * A source of comparisons that remembers what never changes: what a segment says about who did what, and
 * what entries told of whose words they brought.
 */

import type {DocumentId, Seq} from '@samenspel/shared';
import type {Trace} from '../../journal/journal.ts';
import {Damage, readSegment} from '../../journal/past.ts';
import type {Segment} from '../../journal/segment.ts';
import type {AttributionRow, Provenance} from '../provenance.ts';

/** Segments of 2,000 entries each; some 200 KB. */
const maxSegments = 100;
/** Of a hundred pages there are tens of thousands of rows. */
const maxDocuments = 4;

/** What a segment's entries wrote and removed; what can't be read is by nobody. */
export function openSegmentTraces(): (segment: Segment) => readonly Trace[] {
  const remembered = new Map<string, readonly Trace[]>();
  return (segment) => {
    const known = remembered.get(segment.sha256);
    if (known) return known;
    const traces = tracesIn(segment);
    if (remembered.size >= maxSegments) remembered.clear();
    remembered.set(segment.sha256, traces);
    return traces;
  };
}

export function tracesIn(segment: Segment): readonly Trace[] {
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
