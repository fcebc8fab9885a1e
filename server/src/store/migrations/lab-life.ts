/** What a lab needs beyond its members and documents: invitations, questions, a log, mail. */

import {type Kysely, sql} from 'kysely';
import type {Tables} from '../tables.ts';

export async function labLifeTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    // Who was there before there was anything to confirm counts.
    sql`alter table member add column confirmed_at integer`,
    sql`alter table member add column confirmed_by text`,
    sql`alter table member add column left_at integer`,
    sql`update member set confirmed_at = joined_at`,
    sql`alter table lab add column closed_at integer`,
    sql`alter table lab add column rules text not null default '{}'`,
    sql`alter table document add column owner text`,
    sql`alter table document add column deleted_at integer`,
    sql`create table document_guest (
      document text not null references document (id),
      person text not null,
      role text not null check (role in ('member', 'commenter', 'reviewer')),
      side text not null check (side in ('informal', 'formal')),
      invited_by text not null,
      joined_at integer not null,
      primary key (document, person)
    ) strict, without rowid`,
    sql`create index document_guest_person on document_guest (person)`,
    sql`create table invitation (
      id text primary key,
      lab text not null references lab (id),
      document text references document (id),
      role text not null,
      side text not null,
      token_hash text not null unique,
      created_by text not null,
      created_at integer not null,
      expires_at integer not null,
      max_uses integer,
      uses integer not null default 0,
      withdrawn_at integer,
      withdrawn_by text
    ) strict`,
    sql`create index invitation_lab on invitation (lab)`,
    sql`create table question (
      id text primary key,
      lab text not null references lab (id),
      act text not null,
      asked_by text not null,
      asked_at integer not null,
      reason text not null,
      informal_by text,
      informal_at integer,
      formal_by text,
      formal_at integer,
      closed_at integer,
      outcome text check (outcome in ('done', 'withdrawn'))
    ) strict`,
    sql`create index question_lab on question (lab)`,
    sql`create table log (
      lab text not null references lab (id),
      seq integer not null,
      at integer not null,
      kind text not null,
      facts text not null,
      digest text not null,
      previous text not null,
      hash text not null,
      primary key (lab, seq)
    ) strict, without rowid`,
    // Words stand apart from the chain: they can be forgotten, their salted digest stays.
    sql`create table log_words (
      lab text not null,
      seq integer not null,
      salt text not null,
      words text not null,
      primary key (lab, seq)
    ) strict, without rowid`,
    // The last entry of each lab, sealed with a secret that is not in here: a cut tail shows.
    sql`create table log_head (
      lab text primary key,
      seq integer not null,
      hash text not null,
      seal text not null
    ) strict, without rowid`,
    sql`create table session_note (
      session text primary key,
      label text not null,
      last_day text not null,
      only_lab text
    ) strict, without rowid`,
    sql`create table contact (
      person text primary key,
      address text not null unique,
      given_at integer not null
    ) strict, without rowid`,
    sql`create table mail (
      id text primary key,
      person text,
      lab text,
      kind text not null,
      address text not null,
      facts text not null,
      created_at integer not null,
      next_at integer not null,
      attempts integer not null default 0,
      claimed_at integer
    ) strict`,
    sql`create index mail_next on mail (next_at)`,
  ];
  for (const statement of statements) await statement.execute(db);
}
