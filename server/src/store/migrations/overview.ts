/** What a document's text comes to, kept beside it; and a lab's own words for where money comes from. */

import {type Kysely, sql} from 'kysely';
import type {Tables} from '../tables.ts';

export async function overviewTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    sql`create table plan_model (
      document text primary key references document (id),
      seq integer not null,
      reading integer not null,
      body text not null
    ) strict, without rowid`,
    sql`create table fund_source (
      id text primary key,
      lab text not null references lab (id),
      name text not null,
      added_at integer not null
    ) strict`,
    sql`create index fund_source_lab on fund_source (lab)`,
  ];
  for (const statement of statements) await statement.execute(db);
}
