/** What a lab begins its documents with, besides what comes with the product. */

import {type Kysely, sql} from 'kysely';
import type {Tables} from '../tables.ts';

export async function templateTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    sql`create table template (
      id text primary key,
      lab text not null references lab (id),
      name text not null,
      kind text not null,
      created_at integer not null,
      created_by text not null,
      archived_at integer,
      schema_version integer not null,
      content text not null
    ) strict`,
    sql`create index template_lab on template (lab)`,
  ];
  for (const statement of statements) await statement.execute(db);
}
