/** Until which entry a document's text was written in an older schema, so that its history can be read. */

import {type Kysely, sql} from 'kysely';
import type {Tables} from '../tables.ts';

export async function schemaVersionTables(db: Kysely<Tables>): Promise<void> {
  await sql`create table older_schema (
    document text not null references document (id),
    until integer not null,
    version integer not null,
    primary key (document, until)
  ) strict, without rowid`.execute(db);
}
