/** Where news can come from, out of the database. */

import type {Kysely} from 'kysely';
import type {LabId} from '@samenspel/shared';
import type {Tables} from '../store/tables.ts';
import type {NewsPlaces} from './watch.ts';

export function newsPlaces(db: Kysely<Tables>): NewsPlaces {
  return {
    async labOf(documentId) {
      const row = await db
        .selectFrom('document')
        .select('lab')
        .where('id', '=', documentId)
        .executeTakeFirst();
      return row?.lab ?? null;
    },
    async labsThatAsk() {
      const rows = await db
        .selectFrom('question')
        .select('lab')
        .distinct()
        .where('outcome', 'is', null)
        .execute();
      return rows.map(({lab}) => lab);
    },
    documentsInUse: () =>
      db
        .selectFrom('document')
        .innerJoin('lab', 'lab.id', 'document.lab')
        .select(['document.id', 'document.lab as labId', 'document.title'])
        .where('document.owner', 'is', null)
        .where('document.archived_at', 'is', null)
        .where('document.deleted_at', 'is', null)
        .where('lab.closed_at', 'is', null)
        .execute(),
  };
}

/** What a lab is called, also to who is in one of its documents only; null when it is absent. */
export function labNames(db: Kysely<Tables>): (labId: LabId) => Promise<string | null> {
  return async (labId) => {
    const row = await db
      .selectFrom('lab')
      .select('name')
      .where('id', '=', labId)
      .executeTakeFirst();
    return row?.name ?? null;
  };
}
