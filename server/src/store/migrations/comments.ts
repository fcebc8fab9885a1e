/** Threads beside documents, what is said in them, and who agrees or says thanks. */

import {type Kysely, sql} from 'kysely';
import type {Tables} from '../tables.ts';

/** Each table points at the document and not at another one, so that a document takes all of it along. */
export async function commentTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    sql`create table thread (
      id text primary key,
      document text not null references document (id),
      anchor text not null,
      started_at integer not null,
      changed_at integer not null,
      revision integer not null default 1,
      state text not null check (state in ('open', 'handled')),
      hidden_at integer,
      hidden_by text,
      hide_reason text not null default '',
      made text not null default '[]'
    ) strict`,
    sql`create index thread_document on thread (document, started_at)`,
    sql`create table comment (
      id text primary key,
      document text not null references document (id),
      thread text not null,
      part integer not null,
      kind text not null check (kind in ('said', 'handled', 'reopened')),
      author text not null,
      at integer not null,
      edited_at integer,
      words text,
      proposal text,
      proposed_for text,
      taken_at integer,
      taken_by text,
      send_key text not null,
      unique (thread, part),
      unique (author, send_key)
    ) strict`,
    sql`create index comment_document on comment (document, thread, part)`,
    sql`create table reaction (
      document text not null references document (id),
      comment text not null,
      person text not null,
      kind text not null check (kind in ('agree', 'thanks')),
      at integer not null,
      primary key (document, comment, kind, person)
    ) strict, without rowid`,
    sql`create index reaction_person on reaction (person)`,
  ];
  for (const statement of statements) await statement.execute(db);
}
