/**
 * What a comment does to a text changes two things: the text, and what is told beside it. It becomes both
 * or neither, also when the power fails in between: what is about to be done is written down first, by an
 * id that the edit alone has, and whether that stands in the journal decides what is made of it.
 */

import type {
  CommentId,
  DocumentId,
  MadeBlock,
  MadeKind,
  PersonId,
  ThreadId,
} from '@samenspel/shared';
import {AppError} from '../errors.ts';
import {newBlockId} from '../ids.ts';
import type {Journal} from '../journal/journal.ts';
import {openTurns} from '../turns.ts';
import type {Comments, TextChange, ThreadRow} from './comments.ts';
import type {PreparedEdit, TextActs} from './text-acts.ts';

export interface TextChanges {
  /**
   * Puts a proposal in the place of the words that it was proposed for; by the same person twice is once.
   * @throws AppError 'conflict' with `reason` 'taken', 'gone' or 'changed', or as `TextActs`
   */
  takeOver(documentId: DocumentId, commentId: CommentId, by: PersonId): Promise<ThreadId>;
  /** Makes a block of a thread; under the same key twice it is the same block. Throws as `TextActs`. */
  turnInto(documentId: DocumentId, threadId: ThreadId, turning: Asked): Promise<MadeBlock>;
  /** Finishes or undoes what was underway when the server stopped; what can't be told now stays as it is. */
  settleAll(onError: (documentId: DocumentId, error: unknown) => void): Promise<void>;
}

interface Asked {
  readonly kind: MadeKind;
  readonly title: string;
  readonly by: PersonId;
  readonly key: string;
}

export interface TextChangesDeps {
  readonly comments: Comments;
  readonly textActs: () => Promise<TextActs>;
  readonly journal: Pick<Journal, 'marks'>;
}

export function openTextChanges({comments, textActs, journal}: TextChangesDeps): TextChanges {
  const inTurn = openTurns<ThreadId>();

  /** Whether it is there. */
  async function settle(change: TextChange): Promise<boolean> {
    const marks = await journal.marks(change.documentId);
    const isThere = marks.some(({clientId}) => clientId === change.clientId);
    await (isThere ? comments.finish(change) : comments.undo(change));
    return isThere;
  }

  /** Nobody else is at it: what is underway was left by a failure. */
  async function settleThread(threadId: ThreadId): Promise<void> {
    for (const change of await comments.underway(threadId)) await settle(change);
  }

  async function bring(change: TextChange, edit: PreparedEdit): Promise<void> {
    try {
      await edit.bring();
    } catch (error) {
      // It may have come to the disk all the same.
      if (await settle(change)) return;
      throw error;
    }
    await comments.finish(change);
  }

  async function threadOf(documentId: DocumentId, id: ThreadId): Promise<ThreadRow> {
    const thread = await comments.thread(documentId, id);
    if (!thread) throw new AppError('not_found');
    return thread;
  }

  async function commentOf(documentId: DocumentId, id: CommentId) {
    const comment = await comments.comment(documentId, id);
    if (!comment) throw new AppError('not_found');
    return comment;
  }

  return {
    async takeOver(documentId, commentId, by) {
      const {threadId} = await commentOf(documentId, commentId);
      await inTurn(threadId, async () => {
        await settleThread(threadId);
        const {proposal, author} = await commentOf(documentId, commentId);
        if (proposal?.taken?.by === by) return;
        const {anchor, hidden} = await threadOf(documentId, threadId);
        if (!proposal || proposal.taken || hidden)
          throw new AppError('conflict', {reason: 'taken'});
        const {words, instead} = proposal;
        const taking = {anchor, words, instead, proposer: author, by};
        const edit = await (await textActs()).takeOver(documentId, taking);
        const change = {documentId, threadId, clientId: edit.clientId};
        if (!(await comments.take(change, {commentId, by, anchor: edit.anchor}))) {
          throw new AppError('conflict', {reason: 'taken'});
        }
        await bring(change, edit);
      });
      return threadId;
    },
    turnInto: (documentId, threadId, {kind, title, by, key}) =>
      inTurn(threadId, async () => {
        const {anchor} = await threadOf(documentId, threadId);
        await settleThread(threadId);
        const before = await comments.made(threadId, by, key);
        if (before) return before;
        const made: MadeBlock = {block: newBlockId(), kind};
        const edit = await (await textActs()).turnInto(documentId, {...made, anchor, title, by});
        const change = {documentId, threadId, clientId: edit.clientId};
        await comments.turn(change, {made, by, key});
        await bring(change, edit);
        return made;
      }),
    async settleAll(onError) {
      for (const change of await comments.underway()) {
        await settle(change).catch((error: unknown) => onError(change.documentId, error));
      }
    },
  };
}
