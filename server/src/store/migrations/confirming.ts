/** An address is confirmed before anything is mailed to it; a guest who left keeps a name in the log. */

import {type Kysely, sql} from 'kysely';
import type {Tables} from '../tables.ts';

export async function confirmingTables(db: Kysely<Tables>): Promise<void> {
  const statements = [
    sql`alter table contact add column confirmed_at integer`,
    sql`alter table contact add column proof_hash text`,
    sql`alter table contact add column proof_until integer`,
    // Who gave one before there was anything to confirm would be shut out.
    sql`update contact set confirmed_at = given_at`,
    sql`create index contact_proof on contact (proof_hash)`,
    sql`alter table document_guest add column left_at integer`,
  ];
  for (const statement of statements) await statement.execute(db);
}
