/** Moments with a name, as rows. */

import {type Kysely, sql} from 'kysely';
import {AppError} from '../errors.ts';
import {newVersionId} from '../ids.ts';
import {tellAbout} from '../log/about-document.ts';
import type {Log} from '../log/log.ts';
import type {Tables} from '../store/tables.ts';
import type {NamedVersions} from './named-versions.ts';

/** Named by hand: more would be a list that nobody reads. */
export const maxVersions = 500;

export interface NamedVersionsDeps {
  readonly db: Kysely<Tables>;
  readonly log: Log;
}

export function openNamedVersions({db, log}: NamedVersionsDeps): NamedVersions {
  return {
    async of(documentId) {
      return db
        .selectFrom('version')
        .select(['id', 'seq', 'at', 'name', 'note', 'named_by as by'])
        .where('document', '=', documentId)
        .orderBy('seq')
        .orderBy(sql`rowid`)
        .execute();
    },
    add: (documentId, {seq, at, name, note, by}) =>
      db.transaction().execute(async (trx) => {
        const {count} = await trx
          .selectFrom('version')
          .select((select) => select.fn.countAll<number>().as('count'))
          .where('document', '=', documentId)
          .executeTakeFirstOrThrow();
        if (count >= maxVersions) throw new AppError('too_many');
        const id = newVersionId();
        await trx
          .insertInto('version')
          .values({id, document: documentId, seq, at, name, note, named_by: by})
          .execute();
        await tellAbout(trx, log, documentId, {kind: 'version_named', by, words: name});
        return id;
      }),
    change: (documentId, id, {name, note}, by) =>
      db.transaction().execute(async (trx) => {
        const {numUpdatedRows} = await trx
          .updateTable('version')
          .set({name, note})
          .where('id', '=', id)
          .where('document', '=', documentId)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw new AppError('not_found');
        await tellAbout(trx, log, documentId, {kind: 'version_named', by, words: name});
      }),
    remove: (documentId, id, by) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .deleteFrom('version')
          .where('id', '=', id)
          .where('document', '=', documentId)
          .returning('name')
          .executeTakeFirst();
        if (!row) throw new AppError('not_found');
        await tellAbout(trx, log, documentId, {kind: 'version_removed', by, words: row.name});
      }),
  };
}
