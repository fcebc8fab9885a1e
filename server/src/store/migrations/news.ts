/** What concerns each person, and how they want it mailed. */

import {type Kysely, sql} from 'kysely';
import type {Tables} from '../tables.ts';

/** It points at the document that it is about, so that a document takes it along. */
export async function newsTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    sql`create table news (
      id text primary key,
      person text not null references user (id),
      lab text not null references lab (id),
      document text references document (id),
      kind text not null check (kind in ('mention', 'reply', 'key', 'due')),
      subject text not null,
      facts text not null,
      at integer not null,
      read_at integer,
      letter text,
      unique (person, subject)
    ) strict`,
    sql`create index news_person on news (person, at)`,
    sql`create index news_document on news (document)`,
    sql`create table news_mail (
      person text not null references user (id),
      lab text not null references lab (id),
      how text not null check (how in ('at_once', 'daily', 'weekly')),
      next_at integer not null,
      primary key (person, lab)
    ) strict, without rowid`,
    sql`create index news_mail_next on news_mail (next_at)`,
  ];
  for (const statement of statements) await statement.execute(db);
}
