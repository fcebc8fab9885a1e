/** Moments of a document that somebody gave a name. */

import {type Kysely, sql} from 'kysely';
import type {Tables} from '../tables.ts';

export async function versionTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    sql`create table version (
      id text primary key,
      document text not null references document (id),
      seq integer not null,
      at integer not null,
      name text not null,
      note text not null,
      named_by text not null
    ) strict`,
    sql`create index version_document on version (document, seq)`,
  ];
  for (const statement of statements) await statement.execute(db);
}
