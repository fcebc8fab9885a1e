/** How far people have seen documents, as rows: a position each, and nothing of when. */

import type {Kysely} from 'kysely';
import {beginning} from '@samenspel/shared';
import {AppError} from '../errors.ts';
import type {Tables} from '../store/tables.ts';
import type {Seen} from './seen.ts';

export function openSeen(db: Kysely<Tables>): Seen {
  return {
    async upTo(documentId, personId) {
      const row = await db
        .selectFrom('seen')
        .select('seq')
        .where('document', '=', documentId)
        .where('person', '=', personId)
        .executeTakeFirst();
      return row?.seq ?? beginning;
    },
    async all(personId) {
      const rows = await db
        .selectFrom('seen')
        .select(['document', 'seq'])
        .where('person', '=', personId)
        .execute();
      return new Map(rows.map(({document, seq}) => [document, seq]));
    },
    see: (documentId, personId, seq) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('document')
          .select('head')
          .where('id', '=', documentId)
          .executeTakeFirst();
        if (!row || seq > row.head) throw new AppError('not_found');
        await trx
          .insertInto('seen')
          .values({document: documentId, person: personId, seq})
          .onConflict((conflict) =>
            conflict.columns(['document', 'person']).doUpdateSet({seq}).where('seen.seq', '<', seq),
          )
          .execute();
      }),
  };
}
