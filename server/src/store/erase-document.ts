/** Deletes a document for good: everything that points at it goes, and then the document itself. */

import type {DocumentId} from '@samenspel/shared';
import {type Kysely, sql} from 'kysely';
import type {Tables} from './tables.ts';

/** Only ever inside a transaction. Asks the database what there is, so that no table is forgotten. */
export async function eraseDocument(trx: Kysely<Tables>, documentId: DocumentId): Promise<void> {
  const {rows} = await sql<{name: string; column: string}>`
    select tables.name, keys."from" as "column"
    from sqlite_schema as tables, pragma_foreign_key_list(tables.name) as keys
    where tables.type = 'table' and keys."table" = 'document'
  `.execute(trx);
  for (const {name, column} of rows) {
    await sql`delete from ${sql.table(name)} where ${sql.ref(column)} = ${documentId}`.execute(trx);
  }
  await trx.deleteFrom('document').where('id', '=', documentId).execute();
}
