/** What comments do to a text, as rows. */

import type {MadeBlock, ThreadId} from '@samenspel/shared';
import {AppError} from '../errors.ts';
import {commentIn, type InTransaction, threadIn, touch, type Trx} from './comment-rows.ts';
import type {ChangeTexts, TextChange} from './comments.ts';

export function changeTexts(db: Trx, inTransaction: InTransaction, now: () => number): ChangeTexts {
  return {
    take: (change, {commentId, by, anchor}) =>
      inTransaction(async (trx) => {
        const {thread} = await commentIn(trx, change.documentId, commentId);
        const {numUpdatedRows} = await trx
          .updateTable('comment')
          .set({taken_at: now(), taken_by: by})
          .where('id', '=', commentId)
          .where('proposal', 'is not', null)
          .where('taken_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await trx
          .insertInto('text_change')
          .values({...columns(change), comment: commentId, anchor, person: by, send_key: commentId})
          .execute();
        await touch(trx, thread);
        return true;
      }),
    turn: (change, {made, by, key}) =>
      inTransaction(async (trx) => {
        await threadIn(trx, change.documentId, change.threadId);
        await trx
          .insertInto('text_change')
          .values({...columns(change), made: JSON.stringify(made), person: by, send_key: key})
          .execute();
      }),
    async made(threadId, by, key) {
      const row = await db
        .selectFrom('text_change')
        .select(['thread', 'made'])
        .where('person', '=', by)
        .where('send_key', '=', key)
        .executeTakeFirst();
      if (!row) return null;
      if (row.thread !== threadId || row.made === null) {
        throw new AppError('bad_request', {fields: ['key']});
      }
      return JSON.parse(row.made) as MadeBlock;
    },
    finish: (change) =>
      inTransaction(async (trx) => {
        const row = await underwayIn(trx, change);
        if (!row) return;
        if (row.comment !== null && row.anchor !== null) {
          const {anchor} = row;
          await trx.updateTable('thread').set({anchor}).where('id', '=', row.thread).execute();
          await forget(trx, change);
        }
        if (row.made !== null) {
          const {made} = await threadIn(trx, change.documentId, row.thread);
          const blocks = [...(JSON.parse(made) as MadeBlock[]), JSON.parse(row.made) as MadeBlock];
          await trx
            .updateTable('thread')
            .set({made: JSON.stringify(blocks)})
            .where('id', '=', row.thread)
            .execute();
          await trx
            .updateTable('text_change')
            .set({is_done: 1})
            .where('document', '=', change.documentId)
            .where('client_id', '=', change.clientId)
            .execute();
        }
        await touch(trx, row.thread);
      }),
    undo: (change) =>
      inTransaction(async (trx) => {
        const row = await underwayIn(trx, change);
        if (!row) return;
        if (row.comment !== null) {
          await trx
            .updateTable('comment')
            .set({taken_at: null, taken_by: null})
            .where('id', '=', row.comment)
            .execute();
        }
        await forget(trx, change);
        await touch(trx, row.thread);
      }),
    underway: (threadId) =>
      db
        .selectFrom('text_change')
        .select(['document as documentId', 'thread as threadId', 'client_id as clientId'])
        .where('is_done', '=', 0)
        .$if(threadId !== undefined, (query) => query.where('thread', '=', threadId as ThreadId))
        .execute(),
  };
}

function columns({documentId, threadId, clientId}: TextChange) {
  return {document: documentId, thread: threadId, client_id: clientId};
}

function underwayIn(trx: Trx, {documentId, clientId}: TextChange) {
  return trx
    .selectFrom('text_change')
    .select(['thread', 'comment', 'anchor', 'made'])
    .where('document', '=', documentId)
    .where('client_id', '=', clientId)
    .where('is_done', '=', 0)
    .executeTakeFirst();
}

async function forget(trx: Trx, {documentId, clientId}: TextChange): Promise<void> {
  await trx
    .deleteFrom('text_change')
    .where('document', '=', documentId)
    .where('client_id', '=', clientId)
    .execute();
}
