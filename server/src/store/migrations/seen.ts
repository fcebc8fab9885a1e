/** How far each person has seen each document. */

import {type Kysely, sql} from 'kysely';
import type {Tables} from '../tables.ts';

export async function seenTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    sql`create table seen (
      person text not null references user (id),
      document text not null references document (id),
      seq integer not null,
      primary key (person, document)
    ) strict, without rowid`,
    sql`create index seen_document on seen (document)`,
  ];
  for (const statement of statements) await statement.execute(db);
}
