/** Provenance in SQLite: written inside the journal's transaction, by statements prepared by hand. */

import type {Database} from 'better-sqlite3';
import type {ClientId, DocumentId, PersonId, Seq} from '@samenspel/shared';
import {decodeRemoved, encodeRemoved} from '../history/provenance/removed-bytes.ts';
import {
  type Attribution,
  type AttributionRow,
  maxRemovals,
  type Provenance,
  type Told,
} from '../history/provenance.ts';

export interface ProvenanceTable extends Provenance {
  /** Only inside the transaction that writes the entry at `seq`. */
  write(documentId: DocumentId, seq: Seq, told: Told): void;
}

/** How many entries go by before what is no longer remembered is cleared away. */
const entriesPerClearing = 256;

export function openProvenance(sqlite: Database): ProvenanceTable {
  const insert = sqlite.prepare(
    `insert into provenance
       (document, seq, part, client, clock, length, author, source_client, source_clock)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const until = sqlite.prepare<[string, number, number], Row>(
    `select seq, client, clock, length, author, source_client, source_clock
       from provenance where document = ? and seq > ? and seq <= ? order by seq, part`,
  );
  const keep = sqlite.prepare('insert into removed (document, seq, runs) values (?, ?, ?)');
  const kept = sqlite.prepare<[string, number], {runs: Buffer}>(
    'select runs from removed where document = ? order by seq desc limit ?',
  );
  const clear = sqlite.prepare(
    `delete from removed where document = ? and seq <=
       (select seq from removed where document = ? order by seq desc limit 1 offset ?)`,
  );
  const rows = (documentId: DocumentId, seq: number, after = 0) =>
    until.all(documentId, after, seq).map(toRow);

  return {
    write(documentId, seq, {attributions, removed}) {
      for (const [part, one] of attributions.entries()) {
        const {client, clock, length, author, sourceClient, sourceClock} = one;
        insert.run(
          ...[documentId, seq, part, client, clock, length],
          ...[author, sourceClient, sourceClock],
        );
      }
      if (removed.length > 0) keep.run(documentId, seq, encodeRemoved(removed));
      if (seq % entriesPerClearing === 0) clear.run(documentId, documentId, maxRemovals);
    },
    async until(documentId, seq, after) {
      return rows(documentId, seq ?? Number.MAX_SAFE_INTEGER, after);
    },
    async remembered(documentId) {
      const removed = kept.all(documentId, maxRemovals).map(({runs}) => decodeRemoved(runs));
      return {
        attributions: rows(documentId, Number.MAX_SAFE_INTEGER),
        removed: removed.toReversed(),
      };
    },
  };
}

export function attributionColumns(
  document: DocumentId,
  seq: Seq,
  part: number,
  {sourceClient, sourceClock, ...rest}: Attribution,
) {
  return {document, seq, part, ...rest, source_client: sourceClient, source_clock: sourceClock};
}

interface Row {
  readonly seq: Seq;
  readonly client: ClientId;
  readonly clock: number;
  readonly length: number;
  readonly author: PersonId | null;
  readonly source_client: ClientId;
  readonly source_clock: number;
}

function toRow({source_client, source_clock, ...rest}: Row): AttributionRow {
  return {...rest, sourceClient: source_client, sourceClock: source_clock};
}
