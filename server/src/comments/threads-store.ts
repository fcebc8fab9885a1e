/** What is done with threads, as rows; what hides or shows one is told in the lab's log. */

import type {MadeBlock} from '@samenspel/shared';
import {AppError} from '../errors.ts';
import {tellAbout} from '../log/about-document.ts';
import type {Log} from '../log/log.ts';
import {
  add,
  commentIn,
  type InTransaction,
  moved,
  sentBefore,
  threadIn,
  touch,
} from './comment-rows.ts';
import type {HandleThreads} from './comments.ts';

export function handleThreads(
  inTransaction: InTransaction,
  log: Log,
  now: () => number,
): HandleThreads {
  return {
    handle: (documentId, id, {move, by, words, key}) =>
      inTransaction(async (trx) => {
        const before = await sentBefore(trx, documentId, by, key);
        if (before) return before;
        const at = now();
        await moved(trx, documentId, id, move, at);
        const kind = move === 'handle' ? 'handled' : 'reopened';
        return add(trx, documentId, id, {by, words, key, proposal: null, kind, at});
      }),
    hide: (documentId, id, by, reason) =>
      inTransaction(async (trx) => {
        const at = now();
        await moved(trx, documentId, id, 'hide', at);
        await trx
          .updateTable('thread')
          .set({hidden_at: at, hidden_by: by, hide_reason: reason})
          .where('id', '=', id)
          .execute();
        await tellAbout(trx, log, documentId, {kind: 'thread_hidden', by, words: reason});
      }),
    show: (documentId, id, by) =>
      inTransaction(async (trx) => {
        await moved(trx, documentId, id, 'show', now());
        await trx
          .updateTable('thread')
          .set({hidden_at: null, hidden_by: null, hide_reason: ''})
          .where('id', '=', id)
          .execute();
        await tellAbout(trx, log, documentId, {kind: 'thread_shown', by});
      }),
    attach: (documentId, id, anchor) =>
      inTransaction(async (trx) => {
        const {numUpdatedRows} = await trx
          .updateTable('thread')
          .set({anchor})
          .where('id', '=', id)
          .where('document', '=', documentId)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw new AppError('not_found');
      }),
    follow: (documentId, was, is) =>
      inTransaction(async (trx) => {
        await trx
          .updateTable('thread')
          .set({anchor: is})
          .where('document', '=', documentId)
          .where('anchor', '=', was)
          .execute();
      }),
    addMade: (documentId, id, made) =>
      inTransaction(async (trx) => {
        const row = await threadIn(trx, documentId, id);
        const blocks: readonly MadeBlock[] = [...(JSON.parse(row.made) as MadeBlock[]), made];
        await trx
          .updateTable('thread')
          .set({made: JSON.stringify(blocks)})
          .where('id', '=', id)
          .execute();
        await touch(trx, id);
      }),
    take: (documentId, id, by) =>
      inTransaction(async (trx) => {
        const row = await commentIn(trx, documentId, id);
        const {numUpdatedRows} = await trx
          .updateTable('comment')
          .set({taken_at: now(), taken_by: by})
          .where('id', '=', id)
          .where('proposal', 'is not', null)
          .where('taken_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await touch(trx, row.thread);
        return true;
      }),
    giveBack: (documentId, id) =>
      inTransaction(async (trx) => {
        const row = await commentIn(trx, documentId, id);
        await trx
          .updateTable('comment')
          .set({taken_at: null, taken_by: null})
          .where('id', '=', id)
          .execute();
        await touch(trx, row.thread);
      }),
  };
}
