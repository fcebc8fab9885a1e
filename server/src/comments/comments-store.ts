/** Comments as rows. */

import type {Kysely} from 'kysely';
import {AppError} from '../errors.ts';
import {newThreadId} from '../ids.ts';
import type {Log} from '../log/log.ts';
import type {Tables} from '../store/tables.ts';
import {
  add,
  commentIn,
  type InTransaction,
  moved,
  ownComment,
  sentBefore,
  touch,
  type Trx,
} from './comment-rows.ts';
import type {Comments, WriteComments} from './comments.ts';
import {readComments} from './comments-read.ts';
import {changeTexts} from './text-changes-store.ts';
import {handleThreads} from './threads-store.ts';

/** A list of more is one that nobody reads; and whoever asks for it must not wait for ever. */
export const maxThreads = 10_000;

export interface CommentsDeps {
  readonly db: Kysely<Tables>;
  readonly log: Log;
  readonly now: () => number;
}

export function openComments({db, log, now}: CommentsDeps): Comments {
  const inTransaction: InTransaction = (work) => db.transaction().execute(work);
  return {
    ...readComments(db),
    ...writing(db, inTransaction, now),
    ...handleThreads(inTransaction, log, now),
    ...changeTexts(db, inTransaction, now),
  };
}

function writing(db: Trx, inTransaction: InTransaction, now: () => number): WriteComments {
  return {
    sent: (documentId, by, key) => sentBefore(db, documentId, by, key),
    begin: (documentId, anchor, saying) =>
      inTransaction(async (trx) => {
        const before = await sentBefore(trx, documentId, saying.by, saying.key);
        if (before) return before;
        const {count} = await trx
          .selectFrom('thread')
          .select((select) => select.fn.countAll<number>().as('count'))
          .where('document', '=', documentId)
          .executeTakeFirstOrThrow();
        if (count >= maxThreads) throw new AppError('too_many');
        const id = newThreadId();
        const at = now();
        await trx
          .insertInto('thread')
          .values({
            ...{id, document: documentId, anchor, state: 'open'},
            ...{started_at: at, changed_at: at},
          })
          .execute();
        return add(trx, documentId, id, {...saying, kind: 'said', at});
      }),
    say: (documentId, threadId, saying) =>
      inTransaction(async (trx) => {
        const before = await sentBefore(trx, documentId, saying.by, saying.key);
        if (before) return before;
        const at = now();
        await moved(trx, documentId, threadId, 'say', at);
        return add(trx, documentId, threadId, {...saying, kind: 'said', at});
      }),
    change: (documentId, id, by, words) =>
      inTransaction(async (trx) => {
        const row = await ownComment(trx, documentId, id, by);
        if (row.words === null) throw new AppError('conflict');
        if (row.words === words) return words;
        await trx
          .updateTable('comment')
          .set({words, edited_at: now()})
          .where('id', '=', id)
          .execute();
        await touch(trx, row.thread);
        return row.words;
      }),
    withdraw: (documentId, id, by) =>
      inTransaction(async (trx) => {
        const row = await ownComment(trx, documentId, id, by);
        if (row.words === null) return;
        await trx
          .updateTable('comment')
          .set({words: null, proposal: null, proposed_for: null, edited_at: null})
          .where('id', '=', id)
          .execute();
        await trx
          .deleteFrom('reaction')
          .where('document', '=', documentId)
          .where('comment', '=', id)
          .execute();
        await touch(trx, row.thread);
      }),
    react: (documentId, id, {kind, by, on}) =>
      inTransaction(async (trx) => {
        const row = await commentIn(trx, documentId, id);
        if (row.words === null) throw new AppError('conflict');
        const reaction = {document: documentId, comment: id, person: by, kind};
        if (on) {
          await trx
            .insertInto('reaction')
            .values({...reaction, at: now()})
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        } else {
          await trx
            .deleteFrom('reaction')
            .where('document', '=', documentId)
            .where('comment', '=', id)
            .where('person', '=', by)
            .where('kind', '=', kind)
            .execute();
        }
        await touch(trx, row.thread);
      }),
  };
}
