/** News as rows. */

import {type Kysely, type Selectable, sql} from 'kysely';
import type {PersonId} from '@samenspel/shared';
import {newNewsId} from '../ids.ts';
import type {Tables} from '../store/tables.ts';
import {type NewsFacts, type NewsRow, type NewsStore, subjectOf} from './news.ts';

export function openNewsStore(db: Kysely<Tables>): NewsStore {
  return {
    async add(news) {
      const told = new Set<PersonId>();
      if (news.length === 0) return [];
      await db.transaction().execute(async (trx) => {
        for (const {person, labId, documentId, facts, at} of news) {
          const {numInsertedOrUpdatedRows} = await trx
            .insertInto('news')
            .values({
              ...{id: newNewsId(), person, lab: labId, document: documentId, kind: facts.kind},
              ...{subject: subjectOf(facts), facts: JSON.stringify(facts), at},
              ...{read_at: null, letter: null},
            })
            .onConflict((conflict) => conflict.columns(['person', 'subject']).doNothing())
            .executeTakeFirst();
          if ((numInsertedOrUpdatedRows ?? 0n) > 0n) told.add(person);
        }
      });
      return [...told];
    },
    async of(personId, onlyLab, limit) {
      const rows = await db
        .selectFrom('news')
        .selectAll()
        .where('person', '=', personId)
        .$if(onlyLab !== null, (query) => query.where('lab', '=', onlyLab))
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toRow);
    },
    async inLetter(personId, letter) {
      const rows = await db
        .selectFrom('news')
        .selectAll()
        .where('person', '=', personId)
        .where('letter', '=', letter)
        .where('read_at', 'is', null)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map(toRow);
    },
    async read(personId, ids, at) {
      if (ids.length === 0) return [];
      const rows = await db
        .updateTable('news')
        .set({read_at: at})
        .where('person', '=', personId)
        .where('id', 'in', ids)
        .where('read_at', 'is', null)
        .returning('lab')
        .execute();
      return [...new Set(rows.map(({lab}) => lab))];
    },
    about: (documentId, threadId) =>
      db
        .selectFrom('news')
        .select(['person', 'lab as labId'])
        .distinct()
        .where('document', '=', documentId)
        .where(sql`facts ->> 'thread'`, '=', threadId)
        .orderBy('person')
        .execute(),
    async forgetBefore(at) {
      await db.deleteFrom('news').where('at', '<', at).execute();
    },
  };
}

function toRow(row: Selectable<Tables['news']>): NewsRow {
  const {id, person, lab, document, at} = row;
  const facts = JSON.parse(row.facts) as NewsFacts;
  return {id, person, labId: lab, documentId: document, facts, at, isRead: row.read_at !== null};
}
