/** Sessions from before there were notes go on as they were; one mail address may serve a household. */

import {type Kysely, sql} from 'kysely';
import type {Tables} from '../tables.ts';

export async function joiningTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    sql`insert into session_note (session, label, last_day)
      select id, 'Onbekend apparaat', substr("updatedAt", 1, 10) from session
      where id not in (select session from session_note)`,
    // An address that only one may have would tell whoever gives it that somebody else did.
    sql`create table shared_contact (
      person text primary key,
      address text not null,
      given_at integer not null
    ) strict, without rowid`,
    sql`insert into shared_contact (person, address, given_at)
      select person, address, given_at from contact`,
    sql`drop table contact`,
    sql`alter table shared_contact rename to contact`,
    sql`create index contact_address on contact (address)`,
  ];
  for (const statement of statements) await statement.execute(db);
}
