/** How the database came to its present shape: in order, only ever added to, all or nothing. */

import {type Kysely, sql} from 'kysely';
import {commentTables} from './migrations/comments.ts';
import {confirmingTables} from './migrations/confirming.ts';
import {joiningTables} from './migrations/joining.ts';
import {labLifeTables} from './migrations/lab-life.ts';
import {newsTables} from './migrations/news.ts';
import {overviewTables} from './migrations/overview.ts';
import {provenanceTables} from './migrations/provenance.ts';
import {schemaVersionTables} from './migrations/schema-versions.ts';
import {sealingTables} from './migrations/sealing.ts';
import {templateTables} from './migrations/templates.ts';
import {seenTables} from './migrations/seen.ts';
import {textChangeTables} from './migrations/text-changes.ts';
import {versionTables} from './migrations/versions.ts';
import type {Tables} from './tables.ts';

export interface Migration {
  readonly name: string;
  up(db: Kysely<Tables>): Promise<void>;
}

/** Number 1 comes first. What stands here has run somewhere: add, never change. */
export const migrations: readonly Migration[] = [
  {name: 'people and their sessions', up: signInTables},
  {name: 'labs, documents and the journal', up: labTables},
  {name: 'invitations, questions, log and mail', up: labLifeTables},
  {name: 'provenance', up: provenanceTables},
  {name: 'segments, checkpoints, heads and pins', up: sealingTables},
  {name: 'a note for every session, addresses that people share', up: joiningTables},
  {name: 'addresses that are confirmed, guests who left', up: confirmingTables},
  {name: 'plan models and fund sources', up: overviewTables},
  {name: 'a lab’s own templates', up: templateTables},
  {name: 'which schema older text was written in', up: schemaVersionTables},
  {name: 'moments with a name', up: versionTables},
  {name: 'how far people have seen documents', up: seenTables},
  {name: 'comments', up: commentTables},
  {name: 'news, and how it is mailed', up: newsTables},
  {name: 'what comments do to a text', up: textChangeTables},
];

async function signInTables(db: Kysely<Tables>): Promise<void> {
  // Loaded only when needed: it is heavy, and a start that has nothing to migrate does without.
  const [{getMigrations}, {signInOptions}] = await Promise.all([
    import('better-auth/db/migration'),
    import('../auth/options.ts'),
  ]);
  const {runMigrations} = await getMigrations(signInOptions(db));
  await runMigrations();
}

async function labTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    sql`create table lab (
      id text primary key,
      name text not null,
      neighbourhood text not null,
      origin text not null check (origin in ('example', 'seed', 'founded')),
      created_at integer not null
    ) strict`,
    sql`create table member (
      lab text not null references lab (id),
      person text not null references user (id),
      side text not null check (side in ('informal', 'formal')),
      role text not null check (role in ('member', 'commenter', 'reviewer')),
      joined_at integer not null,
      primary key (lab, person)
    ) strict`,
    sql`create index member_person on member (person)`,
    sql`create table document (
      id text primary key,
      lab text not null references lab (id),
      title text not null,
      kind text not null,
      created_at integer not null,
      created_by text,
      changed_at integer not null,
      changed_by text,
      archived_at integer,
      head integer not null default 0,
      schema_version integer not null
    ) strict`,
    sql`create index document_lab on document (lab)`,
    sql`create table claim (
      document text not null references document (id),
      client_id integer not null,
      person text not null,
      claimed_at integer not null,
      primary key (document, client_id)
    ) strict, without rowid`,
    // Without rowid, a document's entries lie together in the order in which they are replayed.
    sql`create table journal (
      document text not null references document (id),
      seq integer not null,
      at integer not null,
      actor text,
      client_id integer,
      kind text not null,
      bytes blob not null,
      primary key (document, seq)
    ) strict, without rowid`,
    sql`create index journal_at on journal (document, at)`,
    sql`create table meta (key text primary key, value text not null) strict, without rowid`,
    sql`insert into meta (key, value) values ('epoch', '1')`,
  ];
  for (const statement of statements) await statement.execute(db);
}
