/** Comments as rows. */

import {type Kysely, sql} from 'kysely';
import {
  type CommentId,
  type DocumentId,
  type LogKind,
  type MadeBlock,
  moveThread,
  type PersonId,
  type ThreadId,
  type ThreadMove,
} from '@samenspel/shared';
import {AppError} from '../errors.ts';
import {newCommentId, newThreadId} from '../ids.ts';
import type {Log} from '../log/log.ts';
import type {Tables} from '../store/tables.ts';
import type {Comments, HandleThreads, Said, Saying, WriteComments} from './comments.ts';
import {readComments} from './comments-read.ts';

/** A list of more is one that nobody reads; and whoever asks for it must not wait for ever. */
export const maxThreads = 10_000;
export const maxComments = 1_000;

export interface CommentsDeps {
  readonly db: Kysely<Tables>;
  readonly log: Log;
  readonly now: () => number;
}

type Trx = Kysely<Tables>;

export function openComments({db, log, now}: CommentsDeps): Comments {
  const inTransaction = <T>(work: (trx: Trx) => Promise<T>) => db.transaction().execute(work);
  return {
    ...readComments(db),
    ...writing(db, inTransaction, now),
    ...handling(inTransaction, log, now),
  };
}

type InTransaction = <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;

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

function handling(inTransaction: InTransaction, log: Log, now: () => number): HandleThreads {
  /** In the transaction of the act itself; of a personal document nothing is told. */
  async function tell(
    trx: Trx,
    documentId: DocumentId,
    entry: {readonly kind: LogKind; readonly by: PersonId; readonly words?: string},
  ): Promise<void> {
    const row = await trx
      .selectFrom('document')
      .select('lab')
      .where('id', '=', documentId)
      .where('owner', 'is', null)
      .executeTakeFirst();
    if (row) await log.append(trx, {labId: row.lab, document: documentId, ...entry});
  }

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
        await tell(trx, documentId, {kind: 'thread_hidden', by, words: reason});
      }),
    show: (documentId, id, by) =>
      inTransaction(async (trx) => {
        await moved(trx, documentId, id, 'show', now());
        await trx
          .updateTable('thread')
          .set({hidden_at: null, hidden_by: null, hide_reason: ''})
          .where('id', '=', id)
          .execute();
        await tell(trx, documentId, {kind: 'thread_shown', by});
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

/** What is in the thread changed, and nobody has to look at it again for that. */
async function touch(trx: Trx, id: ThreadId): Promise<void> {
  await trx
    .updateTable('thread')
    .set({revision: sql`revision + 1`})
    .where('id', '=', id)
    .execute();
}

/** @throws AppError 'conflict' when this can't be done with the thread as it is now */
async function moved(
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

interface NewRow extends Saying {
  readonly kind: 'said' | 'handled' | 'reopened';
  readonly at: number;
}

async function add(
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

async function sentBefore(
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

async function threadIn(trx: Trx, documentId: DocumentId, id: ThreadId) {
  const row = await trx
    .selectFrom('thread')
    .select(['state', 'hidden_at', 'made'])
    .where('id', '=', id)
    .where('document', '=', documentId)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found');
  return row;
}

async function commentIn(trx: Trx, documentId: DocumentId, id: CommentId) {
  const row = await trx
    .selectFrom('comment')
    .select(['thread', 'author', 'words'])
    .where('id', '=', id)
    .where('document', '=', documentId)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found');
  return row;
}

async function ownComment(trx: Trx, documentId: DocumentId, id: CommentId, by: PersonId) {
  const row = await commentIn(trx, documentId, id);
  if (row.author !== by) throw new AppError('forbidden', {action: 'comment.write'});
  return row;
}
