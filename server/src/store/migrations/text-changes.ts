/** What a comment does to a text, from before its edit is brought in until both are there. */

import {type Kysely, sql} from 'kysely';
import type {Tables} from '../tables.ts';

/** Taking over is forgotten once it is done; what a thread became is known by its key from then on. */
export async function textChangeTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    sql`create table text_change (
      document text not null references document (id),
      client_id integer not null,
      thread text not null,
      comment text,
      anchor text,
      made text,
      person text not null,
      send_key text not null,
      is_done integer not null default 0 check (is_done in (0, 1)),
      primary key (document, client_id),
      unique (person, send_key),
      check ((comment is null) = (made is not null) and (comment is null) = (anchor is null))
    ) strict`,
    sql`create index text_change_underway on text_change (document, thread) where is_done = 0`,
  ];
  for (const statement of statements) await statement.execute(db);
}
