/** Tables for what old rows become, and for what makes opening a document quick. */

import {type Kysely, sql} from 'kysely';
import type {Tables} from '../tables.ts';

export async function sealingTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    sql`create table segment (
      document text not null references document (id),
      seq0 integer not null,
      seq1 integer not null,
      t0 integer not null,
      t1 integer not null,
      previous text not null,
      sha256 text not null,
      body blob not null,
      primary key (document, seq1)
    ) strict`,
    sql`create table checkpoint (
      document text not null references document (id),
      seq integer not null,
      at integer not null,
      sha256 text not null,
      state blob not null,
      primary key (document, seq)
    ) strict`,
    sql`create table head (
      document text primary key references document (id),
      seq integer not null,
      sha256 text not null,
      state blob not null
    ) strict`,
    sql`create table pin (
      document text not null references document (id),
      seq integer not null,
      reason text not null,
      primary key (document, seq, reason)
    ) strict, without rowid`,
    // Who seals a document, and until when nobody else may.
    sql`create table sealing (
      document text primary key references document (id),
      until integer not null
    ) strict, without rowid`,
  ];
  for (const statement of statements) await statement.execute(db);
}
