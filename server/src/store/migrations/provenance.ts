/** Who really wrote what, and what was removed lately. */

import {type Kysely, sql} from 'kysely';
import {everythingIn} from '../../history/provenance/everything.ts';
import {attributionColumns} from '../provenance.ts';
import type {Tables} from '../tables.ts';

export async function provenanceTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    // Without rowid, a document's rows lie together in the order in which they hold.
    sql`create table provenance (
      document text not null references document (id),
      seq integer not null,
      part integer not null,
      client integer not null,
      clock integer not null,
      length integer not null,
      author text,
      source_client integer not null,
      source_clock integer not null,
      primary key (document, seq, part)
    ) strict, without rowid`,
    // Only as much as is remembered: the journal keeps everything.
    sql`create table removed (
      document text not null references document (id),
      seq integer not null,
      runs blob not null,
      primary key (document, seq)
    ) strict, without rowid`,
  ];
  for (const statement of statements) await statement.execute(db);
  const nobodys = await db
    .selectFrom('journal')
    .select(['document', 'seq', 'bytes'])
    .where('actor', 'is', null)
    .execute();
  for (const {document, seq, bytes} of nobodys) {
    const rows = everythingIn(bytes, null).map((one, part) =>
      attributionColumns(document, seq, part, one),
    );
    if (rows.length > 0) await db.insertInto('provenance').values(rows).execute();
  }
}
