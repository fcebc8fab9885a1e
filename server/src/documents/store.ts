/** Documents as rows. */

import type {Kysely} from 'kysely';
import {SCHEMA_VERSION, type DocumentId, type Seq} from '@samenspel/shared';
import {everythingIn} from '../history/provenance/everything.ts';
import {newDocumentId} from '../ids.ts';
import {attributionColumns} from '../store/provenance.ts';
import type {Tables} from '../store/tables.ts';
import type {Documents, NewDocument} from './documents.ts';

export function openDocuments(db: Kysely<Tables>, now: () => number): Documents {
  const rows = db
    .selectFrom('document')
    .select([
      ...(['id', 'lab as labId', 'title', 'kind'] as const),
      ...(['changed_at as changedAt', 'changed_by as changedBy'] as const),
      'archived_at as archivedAt',
    ]);
  return {
    async standing({personId, onlyLab}, documentId) {
      const row = await db
        .selectFrom('document')
        .innerJoin('lab', 'lab.id', 'document.lab')
        .leftJoin('member', (join) =>
          join
            .onRef('member.lab', '=', 'document.lab')
            .on('member.person', '=', personId)
            .on('member.left_at', 'is', null),
        )
        .leftJoin('document_guest as guest', (join) =>
          join.onRef('guest.document', '=', 'document.id').on('guest.person', '=', personId),
        )
        .select([
          'member.role',
          'member.side',
          'document.owner',
          'document.archived_at',
          'lab.closed_at',
        ])
        .select(['guest.role as guestRole', 'guest.side as guestSide'])
        .where('document.id', '=', documentId)
        .where('document.deleted_at', 'is', null)
        .$if(onlyLab !== null, (query) => query.where('document.lab', '=', onlyLab))
        .executeTakeFirst();
      if (!row) return null;
      const archived = row.archived_at !== null;
      const closed = row.closed_at !== null;
      // A personal document is its writer's: being in the lab is no way in.
      if (row.role && row.side && (row.owner === null || row.owner === personId)) {
        return {role: row.role, side: row.side, archived, closed};
      }
      return row.guestRole && row.guestSide
        ? {role: row.guestRole, side: row.guestSide, archived, closed}
        : null;
    },
    ofLab: (labId) => rows.where('lab', '=', labId).execute(),
    find: async (documentId) =>
      (await rows.where('id', '=', documentId).executeTakeFirst()) ?? null,
    create: (document) => db.transaction().execute((trx) => createDocument(trx, document, now())),
    async rename(documentId, title) {
      await db.updateTable('document').set({title}).where('id', '=', documentId).execute();
    },
    async archive(documentId, at) {
      await db
        .updateTable('document')
        .set((row) => ({
          archived_at: at === null ? null : row.fn.coalesce('archived_at', row.val(at)),
        }))
        .where('id', '=', documentId)
        .execute();
    },
  };
}

/** Adds a document with its first entry; only ever inside a transaction. */
export async function createDocument(
  trx: Kysely<Tables>,
  {labId, title, kind, createdBy, text}: NewDocument,
  now: number,
): Promise<DocumentId> {
  const id = newDocumentId();
  await trx
    .insertInto('document')
    .values({
      ...{id, lab: labId, title, kind, created_at: now, created_by: createdBy},
      // Nobody has written in it yet: text that came with the product has no author.
      ...{changed_at: now, changed_by: null, archived_at: null},
      ...{head: (text ? 1 : 0) as Seq, schema_version: SCHEMA_VERSION},
    })
    .execute();
  if (text) {
    await trx
      .insertInto('journal')
      .values({
        ...{document: id, seq: 1 as Seq, at: now, actor: null, client_id: null},
        ...{kind: 'template', bytes: text},
      })
      .execute();
    const rows = everythingIn(text, null).map((one, part) =>
      attributionColumns(id, 1 as Seq, part, one),
    );
    if (rows.length > 0) await trx.insertInto('provenance').values(rows).execute();
  }
  return id;
}
