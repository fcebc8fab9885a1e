/** Documents as rows. */

import type {Kysely} from 'kysely';
import {
  SCHEMA_VERSION,
  type DocumentId,
  type PersonId,
  type Role,
  type Seq,
} from '@samenspel/shared';
import {everythingIn} from '../history/provenance/everything.ts';
import {newDocumentId} from '../ids.ts';
import {tellAbout} from '../log/about-document.ts';
import type {Log} from '../log/log.ts';
import {attributionColumns} from '../store/provenance.ts';
import type {Tables} from '../store/tables.ts';
import type {Documents, NewDocument} from './documents.ts';
import {documentsElsewhere} from './elsewhere.ts';

export function openDocuments(db: Kysely<Tables>, log: Log, now: () => number): Documents {
  const rows = db
    .selectFrom('document')
    .select([
      ...(['document.id', 'document.lab as labId', 'title', 'kind', 'owner'] as const),
      ...(['changed_at as changedAt', 'changed_by as changedBy'] as const),
      'archived_at as archivedAt',
    ])
    .where('deleted_at', 'is', null);
  return {
    async standing({personId, onlyLab}, documentId) {
      const row = await db
        .selectFrom('document')
        .innerJoin('lab', 'lab.id', 'document.lab')
        .leftJoin('member', (join) =>
          join.onRef('member.lab', '=', 'document.lab').on('member.person', '=', personId),
        )
        .leftJoin('document_guest as guest', (join) =>
          join
            .onRef('guest.document', '=', 'document.id')
            .on('guest.person', '=', personId)
            .on('guest.left_at', 'is', null),
        )
        .select([
          'member.role',
          'member.side',
          'member.left_at',
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
      // A personal document is its writer's, also after they left: being in the lab is no way in.
      if (row.owner === personId && row.side) {
        return {role: 'member', side: row.side, whose: 'mine', archived, closed};
      }
      if (row.owner === null && row.role && row.side && row.left_at === null) {
        return {role: row.role, side: row.side, whose: 'lab', archived, closed};
      }
      const whose = row.owner === null ? 'lab' : 'anothers';
      return row.guestRole && row.guestSide
        ? {role: row.guestRole, side: row.guestSide, whose, archived, closed}
        : null;
    },
    async ofLab(labId, reader) {
      const seen = await rows
        .leftJoin('document_guest as guest', (join) =>
          join
            .onRef('guest.document', '=', 'document.id')
            .on('guest.person', '=', reader)
            .on('guest.left_at', 'is', null),
        )
        .select('guest.role as guestRole')
        .where('document.lab', '=', labId)
        .where((row) =>
          row.or([
            row('owner', 'is', null),
            row('owner', '=', reader),
            row('guest.person', 'is not', null),
          ]),
        )
        .execute();
      return seen.map(({guestRole, ...row}) => ({
        ...row,
        ownRole: ownRole(row, reader, guestRole),
      }));
    },
    elsewhere: ({personId, onlyLab}) => documentsElsewhere(db, personId, onlyLab),
    find: async (documentId) =>
      (await rows.where('document.id', '=', documentId).executeTakeFirst()) ?? null,
    create: (document) =>
      db.transaction().execute(async (trx) => {
        const id = await createDocument(trx, document, now());
        const {createdBy: by, title: words} = document;
        await tellAbout(trx, log, id, {
          kind: 'document_created',
          words,
          ...(by === null ? {} : {by}),
        });
        return id;
      }),
    rename: (documentId, title, by) =>
      db.transaction().execute(async (trx) => {
        const {numUpdatedRows} = await trx
          .updateTable('document')
          .set({title})
          .where('id', '=', documentId)
          .where('title', '<>', title)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows > 0n)
          await tellAbout(trx, log, documentId, {kind: 'document_renamed', by, words: title});
      }),
    archive: (documentId, at, by) =>
      db.transaction().execute(async (trx) => {
        // Twice is once: the first moment stays, and is told once.
        const {numUpdatedRows} = await trx
          .updateTable('document')
          .set({archived_at: at})
          .where('id', '=', documentId)
          .where('archived_at', at === null ? 'is not' : 'is', null)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return;
        const kind = at === null ? 'document_brought_back' : 'document_archived';
        await tellAbout(trx, log, documentId, {kind, by});
      }),
  };
}

/** In the lab's documents one has the role that one has in the lab, whoever invited to it. */
function ownRole(
  {owner}: {readonly owner: PersonId | null},
  reader: PersonId,
  guestRole: Role | null,
): Role | null {
  if (owner === null) return null;
  return owner === reader ? 'member' : guestRole;
}

/** Adds a document with its first entry; only ever inside a transaction. */
export async function createDocument(
  trx: Kysely<Tables>,
  {labId, title, kind, createdBy, text, attributions, owner}: NewDocument,
  now: number,
): Promise<DocumentId> {
  const id = newDocumentId();
  await trx
    .insertInto('document')
    .values({
      ...{id, lab: labId, title, kind, created_at: now, created_by: createdBy},
      owner: owner ?? null,
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
    const rows = [...everythingIn(text, null), ...(attributions ?? [])].map((one, part) =>
      attributionColumns(id, 1 as Seq, part, one),
    );
    if (rows.length > 0) await trx.insertInto('provenance').values(rows).execute();
  }
  return id;
}
