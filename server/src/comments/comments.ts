/** The port to comments: threads, and what is said in them. */

import type {
  ClientId,
  CommentId,
  CommentKind,
  DocumentId,
  MadeBlock,
  PersonId,
  ReactionKind,
  ThreadId,
  ThreadState,
} from '@samenspel/shared';
import type {AnchorText} from './anchors/anchor.ts';

/** All of a thread but what is said in it. Times are epoch milliseconds. */
export interface ThreadRow {
  readonly id: ThreadId;
  readonly anchor: AnchorText;
  readonly startedAt: number;
  readonly changedAt: number;
  readonly revision: number;
  readonly state: ThreadState;
  readonly hidden: {readonly by: PersonId; readonly at: number; readonly reason: string} | null;
  readonly made: readonly MadeBlock[];
}

/** A thread as a line in a list. */
export interface ThreadSummary extends ThreadRow {
  readonly startedBy: PersonId;
  /** How its first comment begins; null once it is withdrawn. */
  readonly begins: string | null;
  /** Comments that are not withdrawn. */
  readonly count: number;
  /** Everybody who wrote in it, in order of appearance. */
  readonly authors: readonly PersonId[];
  /** It names the reader. */
  readonly namesReader: boolean;
  /** A proposal waits to be taken over. */
  readonly proposes: boolean;
  /** Somebody reacted to another's comment. */
  readonly reactedTo: boolean;
}

export interface CommentRow {
  readonly id: CommentId;
  readonly threadId: ThreadId;
  readonly kind: CommentKind;
  readonly author: PersonId;
  readonly at: number;
  readonly editedAt: number | null;
  /** null once they are withdrawn. */
  readonly words: string | null;
  readonly proposal: Proposal | null;
}

export interface Proposal {
  readonly words: string;
  /** What it was to take the place of. */
  readonly instead: string;
  readonly taken: {readonly by: PersonId; readonly at: number} | null;
}

export interface Reaction {
  readonly commentId: CommentId;
  readonly person: PersonId;
  readonly kind: ReactionKind;
}

export interface ThreadBody {
  readonly thread: ThreadRow;
  /** In the order in which they came. */
  readonly comments: readonly CommentRow[];
  readonly reactions: readonly Reaction[];
}

export interface Saying {
  readonly by: PersonId;
  readonly words: string;
  readonly proposal: Pick<Proposal, 'words' | 'instead'> | null;
  /** The same one from the same person twice is one comment. */
  readonly key: string;
}

export interface Said {
  readonly threadId: ThreadId;
  readonly commentId: CommentId;
  /** It was there already: sent twice. */
  readonly again: boolean;
}

export interface ReadComments {
  /** All threads of a document, or those of these that are, oldest first. */
  lines(
    documentId: DocumentId,
    reader: PersonId,
    ids?: readonly ThreadId[],
  ): Promise<readonly ThreadSummary[]>;
  /** Those of these threads that are the document's, in the order asked. */
  bodies(documentId: DocumentId, ids: readonly ThreadId[]): Promise<readonly ThreadBody[]>;
  /** null when it is not the document's. */
  comment(documentId: DocumentId, id: CommentId): Promise<CommentRow | null>;
  /** null when it is not the document's. */
  thread(documentId: DocumentId, id: ThreadId): Promise<ThreadRow | null>;
}

/** @throws AppError 'not_found' for what is not the document's, in all of these */
export interface WriteComments {
  /** What this person sent under this key before; null when nothing. */
  sent(documentId: DocumentId, by: PersonId, key: string): Promise<Said | null>;
  /** @throws AppError 'too_many' when the document has as many threads as anybody could look through */
  begin(documentId: DocumentId, anchor: AnchorText, saying: Saying): Promise<Said>;
  /** @throws AppError 'conflict' when the thread is hidden, 'too_many' when it is endless */
  say(documentId: DocumentId, threadId: ThreadId, saying: Saying): Promise<Said>;
  /** Resolves with the words from before. @throws AppError 'forbidden' for another's, 'conflict' for a withdrawn one */
  change(documentId: DocumentId, id: CommentId, by: PersonId, words: string): Promise<string>;
  /** Its words are gone for good. Twice is once. @throws AppError 'forbidden' for another's */
  withdraw(documentId: DocumentId, id: CommentId, by: PersonId): Promise<void>;
  /** Twice is once. @throws AppError 'conflict' for a withdrawn comment */
  react(
    documentId: DocumentId,
    id: CommentId,
    reaction: {readonly kind: ReactionKind; readonly by: PersonId; readonly on: boolean},
  ): Promise<void>;
}

/** @throws AppError 'not_found' for what is not the document's, in all of these */
export interface HandleThreads {
  /** @throws AppError 'conflict' when it is that already, or hidden */
  handle(
    documentId: DocumentId,
    id: ThreadId,
    done: {
      readonly move: 'handle' | 'reopen';
      readonly by: PersonId;
      readonly words: string;
      readonly key: string;
    },
  ): Promise<Said>;
  /** Told in the lab's log; of a personal document nothing is. @throws AppError 'conflict' when it is that already */
  hide(documentId: DocumentId, id: ThreadId, by: PersonId, reason: string): Promise<void>;
  /** The same. */
  show(documentId: DocumentId, id: ThreadId, by: PersonId): Promise<void>;
  attach(documentId: DocumentId, id: ThreadId, anchor: AnchorText): Promise<void>;
  /** Better known by now; nothing that anybody said or did. Nothing happens when `was` is no longer true. */
  follow(documentId: DocumentId, was: AnchorText, is: AnchorText): Promise<void>;
}

/**
 * A change of a text that a comment asks for, as rows know of it: begun before the edit is brought in, and
 * finished once it is on disk.
 */
export interface TextChange {
  readonly documentId: DocumentId;
  readonly threadId: ThreadId;
  /** The edit's, and no other's. */
  readonly clientId: ClientId;
}

export interface ChangeTexts {
  /** From now on it shows as taken over. False when somebody was earlier, or it proposes nothing (any more). */
  take(change: TextChange, taking: TakingOver): Promise<boolean>;
  /** @throws AppError 'not_found' when there is no such thread */
  turn(change: TextChange, turning: TurningInto): Promise<void>;
  /** What this person asked for under this key; null when nothing. @throws AppError 'bad_request' when it was for another thread */
  made(threadId: ThreadId, by: PersonId, key: string): Promise<MadeBlock | null>;
  /** The edit is on disk. Twice is once. */
  finish(change: TextChange): Promise<void>;
  /** The edit won't come: nothing tells of it any more. */
  undo(change: TextChange): Promise<void>;
  /** Neither finished nor undone: of one thread, or all of them. */
  underway(threadId?: ThreadId): Promise<readonly TextChange[]>;
}

export interface TakingOver {
  readonly commentId: CommentId;
  readonly by: PersonId;
  /** Where the thread is once the edit is there. */
  readonly anchor: AnchorText;
}

export interface TurningInto {
  readonly made: MadeBlock;
  readonly by: PersonId;
  readonly key: string;
}

export interface Comments extends ReadComments, WriteComments, HandleThreads, ChangeTexts {}
