/** Telling a lab what happened with one of its documents; of a personal document nothing is told. */

import type {DocumentId} from '@samenspel/shared';
import type {Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';
import type {Log, NewLogEntry} from './log.ts';

/** In the transaction of the act itself. */
export async function tellAbout(
  trx: Kysely<Tables>,
  log: Pick<Log, 'append'>,
  documentId: DocumentId,
  entry: Omit<NewLogEntry, 'labId' | 'document'>,
): Promise<void> {
  const row = await trx
    .selectFrom('document')
    .select('lab')
    .where('id', '=', documentId)
    .where('owner', 'is', null)
    .executeTakeFirst();
  if (row) await log.append(trx, {...entry, labId: row.lab, document: documentId});
}
