/** Which rows of a document are due to be sealed, with everything that sealing them takes. */

import {beginning, type DocumentId, type Seq} from '@samenspel/shared';
import type {Entry} from './journal.ts';
import {replayTo, type Shelf} from './past.ts';
import type {Unsealed} from './seal.ts';
import {continuesTick, ticksOf} from './ticks.ts';

/** Checkpoints cost eight times what segments do, and replaying a segment next to nothing. */
const segmentsToACheckpoint = 2;
/** Rows may be as large as a frame; what is sealed at once has to fit in memory several times. */
const maxBytes = 8 * 1024 * 1024;

/**
 * The oldest complete ticks of a document with more than `sealRows` rows; null when there is nothing due.
 * @throws AppError 'damaged' when what came before them can't be read
 */
export function dueRows(shelf: Shelf, documentId: DocumentId, sealRows: number): Unsealed | null {
  const head = shelf.head(documentId) ?? beginning;
  const before = shelf.lastSegment(documentId);
  const sealed = before?.seq1 ?? beginning;
  if (head - sealed <= sealRows) return null;
  const pins = shelf.pins(documentId, (sealed + 1) as Seq, head);
  if (pins.length === 0 && isOneTick(shelf, documentId, sealed, head)) return null;
  const rows = completeTicks(shelf, documentId, sealed, {head, pins, sealRows});
  const last = rows.at(-1);
  if (!last) return null;
  const base = sealed === beginning ? null : replayTo(shelf, documentId, sealed);
  const checkpoint = shelf.checkpointUpTo(documentId, sealed)?.seq ?? beginning;
  return {
    ...{documentId, rows, previous: before?.sha256 ?? ''},
    pins: pins.filter((pin) => pin <= last.seq),
    base: {state: base?.state ?? null, updates: base?.updates ?? []},
    withCheckpoint: last.seq - checkpoint >= segmentsToACheckpoint * sealRows,
  };
}

/** After a clock was put back a second can last an hour: seen without reading all of it. */
function isOneTick(shelf: Shelf, documentId: DocumentId, sealed: Seq, head: Seq): boolean {
  const [first] = shelf.rowMarks(documentId, sealed, (sealed + 1) as Seq);
  const [last] = shelf.rowMarks(documentId, (head - 1) as Seq, head);
  return first !== undefined && last !== undefined && continuesTick(first, last);
}

interface Reach {
  readonly head: Seq;
  readonly pins: readonly Seq[];
  readonly sealRows: number;
}

/** A tick is complete when something came after it: time never runs backwards in a document. */
function completeTicks(
  shelf: Shelf,
  documentId: DocumentId,
  sealed: Seq,
  {head, pins, sealRows}: Reach,
): readonly Entry[] {
  for (let window = sealRows + 1; ; window *= 2) {
    const rows = shelf.rows(documentId, sealed, (sealed + window) as Seq);
    const taken: Entry[] = [];
    let bytes = 0;
    for (const tick of ticksOf(rows, new Set(pins)).slice(0, -1)) {
      if (taken.length >= sealRows || bytes >= maxBytes) break;
      taken.push(...tick);
      bytes += tick.reduce((sum, row) => sum + row.bytes.length, 0);
    }
    if (taken.length > 0 || sealed + window >= head) return taken;
  }
}
