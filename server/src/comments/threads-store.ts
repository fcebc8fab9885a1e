/** What is done with threads, as rows; what hides or shows one is told in the lab's log. */

import {AppError} from '../errors.ts';
import {tellAbout} from '../log/about-document.ts';
import type {Log} from '../log/log.ts';
import {add, type InTransaction, moved, sentBefore} from './comment-rows.ts';
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
  };
}
