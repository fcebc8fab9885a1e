/** A lab's own templates as rows. */

import type {LabId} from '@samenspel/shared';
import {maxTemplates} from '@samenspel/shared/templates/size';
import type {JSONContent} from '@tiptap/core';
import type {Kysely} from 'kysely';
import {AppError} from '../errors.ts';
import {newTemplateId} from '../ids.ts';
import type {Log} from '../log/log.ts';
import type {Tables} from '../store/tables.ts';
import type {Templates} from './templates.ts';

export function openTemplates(db: Kysely<Tables>, log: Log, now: () => number): Templates {
  return {
    ...readTemplates(db),

    create: ({labId, by, from, name, kind, schema, content}) =>
      db.transaction().execute(async (trx) => {
        await requireRoom(trx, labId);
        const row = {id: newTemplateId(), labId, name, kind, createdAt: now(), createdBy: by};
        await trx
          .insertInto('template')
          .values({
            ...{id: row.id, lab: labId, name, kind, created_at: row.createdAt, created_by: by},
            ...{archived_at: null, schema_version: schema, content: JSON.stringify(content)},
          })
          .execute();
        const did = from === 'file' ? 'template_brought' : 'template_made';
        await log.append(trx, {labId, kind: did, by, template: row.id, words: name});
        return {...row, archivedAt: null};
      }),

    archive: (id, at, by) =>
      db.transaction().execute(async (trx) => {
        // Twice is once: the first moment stays, and is told once.
        const row = await trx
          .updateTable('template')
          .set({archived_at: at})
          .where('id', '=', id)
          .where('archived_at', at === null ? 'is not' : 'is', null)
          .returning(['lab as labId', 'name'])
          .executeTakeFirst();
        if (!row) return;
        if (at === null) await requireRoom(trx, row.labId, 0);
        const kind = at === null ? 'template_brought_back' : 'template_archived';
        await log.append(trx, {labId: row.labId, kind, by, template: id, words: row.name});
      }),
  };
}

/** @throws AppError 'full' when there is no room for so many more */
async function requireRoom(trx: Kysely<Tables>, labId: LabId, more = 1): Promise<void> {
  const {count} = await trx
    .selectFrom('template')
    .select(({fn}) => fn.countAll<number>().as('count'))
    .where('lab', '=', labId)
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (count + more > maxTemplates) throw new AppError('full', {most: maxTemplates});
}

/** For who only looks. */
export function readTemplates(db: Kysely<Tables>): Pick<Templates, 'ofLab' | 'find' | 'text'> {
  const rows = db
    .selectFrom('template')
    .select(['id', 'lab as labId', 'name', 'kind', 'created_at as createdAt'])
    .select(['created_by as createdBy', 'archived_at as archivedAt']);
  return {
    async ofLab(labId) {
      const found = await rows.where('lab', '=', labId).orderBy('id').execute();
      return found.toSorted((one, other) => one.name.localeCompare(other.name, 'nl'));
    },
    find: async (id) => (await rows.where('id', '=', id).executeTakeFirst()) ?? null,
    async text(id) {
      const row = await db
        .selectFrom('template')
        .select(['name', 'kind', 'schema_version as schema', 'content'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? {...row, content: JSON.parse(row.content) as JSONContent} : null;
    },
  };
}
