/** Sealing in SQLite: who may seal, and a segment in the place of its rows in one transaction. */

import type {DocumentId} from '@samenspel/shared';
import {dueRows} from '../journal/due.ts';
import type {SealStore} from '../journal/sealer.ts';
import type {Sealed} from '../journal/seal.ts';
import {asAppError, type Disk} from './disk.ts';
import {openShelf} from './shelf.ts';

/** Many times what sealing takes; after this, whoever claimed it is thought to be gone. */
const claimMs = 60_000;

export function openSeals({sqlite, exclusively}: Disk, now: () => number): SealStore {
  const shelf = openShelf(sqlite);
  const claim = sqlite.prepare(
    `insert into sealing (document, until) values (?, ?) on conflict (document)
       do update set until = excluded.until where sealing.until <= ?`,
  );
  const release = sqlite.prepare('delete from sealing where document = ?');
  const addSegment = sqlite.prepare(
    `insert into segment (document, seq0, seq1, t0, t1, previous, sha256, body)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addCheckpoint = sqlite.prepare(
    'insert into checkpoint (document, seq, at, sha256, state) values (?, ?, ?, ?, ?)',
  );
  const putHead = sqlite.prepare(putHeadSql);
  const deleteRows = sqlite.prepare(
    'delete from journal where document = ? and seq between ? and ?',
  );

  const keep = sqlite.transaction(({segment, pins, checkpoint, head}: Sealed): boolean => {
    const {documentId, seq0, seq1, t0, t1, previous, sha256, body} = segment;
    const last = shelf.lastSegment(documentId);
    if ((last?.seq1 ?? 0) !== seq0 - 1 || (last?.sha256 ?? '') !== previous) return false;
    if (shelf.pins(documentId, seq0, seq1).join() !== pins.join()) return false;
    addSegment.run(documentId, seq0, seq1, t0, t1, previous, sha256, body);
    if (checkpoint) {
      const {seq, at, state} = checkpoint;
      addCheckpoint.run(documentId, seq, at, checkpoint.sha256, state);
    }
    putHead.run(head.seq, head.sha256, head.state, documentId);
    const {changes} = deleteRows.run(documentId, seq0, seq1);
    // Rolls everything back: these were not the rows that were sealed.
    if (changes !== seq1 - seq0 + 1) throw new Error(`${changes} rows from ${seq0} to ${seq1}`);
    return true;
  });

  const take = sqlite.transaction((documentId: DocumentId, sealRows: number) => {
    const unsealed = dueRows(shelf, documentId, sealRows);
    if (!unsealed) return null;
    const at = now();
    return claim.run(documentId, at + claimMs, at).changes === 1 ? unsealed : null;
  });

  async function orUnavailable<T>(work: () => T): Promise<T> {
    try {
      return await exclusively(work);
    } catch (cause) {
      throw asAppError(cause);
    }
  }

  return {
    take: (documentId, sealRows) => orUnavailable(() => take.immediate(documentId, sealRows)),
    keep: (sealed) => orUnavailable(() => keep.immediate(sealed)),
    async release(documentId) {
      await orUnavailable(() => release.run(documentId));
    },
  };
}

/** Only ever forward: an older state would make opening slower. Of a deleted document nothing stays. */
export const putHeadSql = `insert into head (seq, sha256, state, document)
  select ?, ?, ?, id from document where id = ?
  on conflict (document) do update
    set seq = excluded.seq, sha256 = excluded.sha256, state = excluded.state
    where excluded.seq > head.seq`;
