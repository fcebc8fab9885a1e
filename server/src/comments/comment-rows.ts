/** What every change of comments does with their rows; only ever inside a transaction. */

import {type Kysely, sql} from 'kysely';
import {
  type CommentId,
  type DocumentId,
  moveThread,
  type PersonId,
  type ThreadId,
  type ThreadMove,
} from '@samenspel/shared';
import {AppError} from '../errors.ts';
import {newCommentId} from '../ids.ts';
import type {Tables} from '../store/tables.ts';
import type {Said, Saying} from './comments.ts';

/** Nobody reads a longer one. */
export const maxComments = 1_000;

export type Trx = Kysely<Tables>;
export type InTransaction = <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;

/** What is in the thread changed, and nobody has to look at it again for that. */
export async function touch(trx: Trx, id: ThreadId): Promise<void> {
  await trx
    .updateTable('thread')
    .set({revision: sql`revision + 1`})
    .where('id', '=', id)
    .execute();
}

/** @throws AppError 'conflict' when this can't be done with the thread as it is now */
export async function moved(
  trx: Trx,
  documentId: DocumentId,
  id: ThreadId,
  move: ThreadMove,
  at: number,
): Promise<void> {
  // Begins with a write: whoever does something else with it waits.
  await touch(trx, id);
  const {state, hidden_at} = await threadIn(trx, documentId, id);
  const next = moveThread({state, hidden: hidden_at !== null}, move);
  if (!next) throw new AppError('conflict');
  await trx
    .updateTable('thread')
    .set({state: next.state, changed_at: at})
    .where('id', '=', id)
    .execute();
}

export interface NewRow extends Saying {
  readonly kind: 'said' | 'handled' | 'reopened';
  readonly at: number;
}

export async function add(
  trx: Trx,
  documentId: DocumentId,
  threadId: ThreadId,
  {by, words, proposal, key, kind, at}: NewRow,
): Promise<Said> {
  const id = newCommentId();
  const {count} = await trx
    .selectFrom('comment')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('thread', '=', threadId)
    .executeTakeFirstOrThrow();
  if (count >= maxComments) throw new AppError('too_many');
  await trx
    .insertInto('comment')
    .values({
      ...{id, document: documentId, thread: threadId, part: count + 1, kind, author: by, at},
      ...{words, edited_at: null, taken_at: null, taken_by: null, send_key: key},
      ...{proposal: proposal?.words ?? null, proposed_for: proposal?.instead ?? null},
    })
    .execute();
  return {threadId, commentId: id, again: false};
}

export async function sentBefore(
  trx: Trx,
  documentId: DocumentId,
  by: PersonId,
  key: string,
): Promise<Said | null> {
  const row = await trx
    .selectFrom('comment')
    .select(['id', 'thread', 'document'])
    .where('author', '=', by)
    .where('send_key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  if (row.document !== documentId) throw new AppError('bad_request', {fields: ['key']});
  return {threadId: row.thread, commentId: row.id, again: true};
}

export async function threadIn(trx: Trx, documentId: DocumentId, id: ThreadId) {
  const row = await trx
    .selectFrom('thread')
    .select(['state', 'hidden_at', 'made'])
    .where('id', '=', id)
    .where('document', '=', documentId)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found');
  return row;
}

export async function commentIn(trx: Trx, documentId: DocumentId, id: CommentId) {
  const row = await trx
    .selectFrom('comment')
    .select(['thread', 'author', 'words'])
    .where('id', '=', id)
    .where('document', '=', documentId)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found');
  return row;
}

/** @throws AppError 'forbidden' for another's */
export async function ownComment(trx: Trx, documentId: DocumentId, id: CommentId, by: PersonId) {
  const row = await commentIn(trx, documentId, id);
  if (row.author !== by) throw new AppError('forbidden', {action: 'comment.write'});
  return row;
}
