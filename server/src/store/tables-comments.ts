/** The tables of comments, as Kysely sees them. Times are epoch milliseconds. */

import type {
  ClientId,
  CommentId,
  CommentKind,
  DocumentId,
  PersonId,
  ReactionKind,
  ThreadId,
  ThreadState,
} from '@samenspel/shared';
import type {Generated} from 'kysely';
import type {AnchorText} from '../comments/anchors/anchor.ts';

export interface CommentTables {
  thread: {
    id: ThreadId;
    document: DocumentId;
    anchor: AnchorText;
    started_at: number;
    changed_at: number;
    /** Goes up with every change of what is said or done in it. */
    revision: Generated<number>;
    state: ThreadState;
    /** null while everybody sees it. */
    hidden_at: Generated<number | null>;
    hidden_by: Generated<PersonId | null>;
    hide_reason: Generated<string>;
    /** JSON: a list of MadeBlock. */
    made: Generated<string>;
  };
  comment: {
    id: CommentId;
    document: DocumentId;
    thread: ThreadId;
    /** 1 began the thread. */
    part: number;
    kind: CommentKind;
    author: PersonId;
    at: number;
    edited_at: number | null;
    /** null once they are withdrawn. */
    words: string | null;
    proposal: string | null;
    /** The words in the text that the proposal was made for. */
    proposed_for: string | null;
    taken_at: number | null;
    taken_by: PersonId | null;
    /** Made by who sent it: the same key twice is one comment. */
    send_key: string;
  };
  reaction: {
    document: DocumentId;
    comment: CommentId;
    person: PersonId;
    kind: ReactionKind;
    at: number;
  };
  text_change: {
    document: DocumentId;
    /** By which the edit is known in the journal. */
    client_id: ClientId;
    thread: ThreadId;
    /** Whose proposal is taken over; null when the thread becomes a block. */
    comment: CommentId | null;
    /** Where the thread is once the proposal stands there. */
    anchor: AnchorText | null;
    /** JSON: a MadeBlock. */
    made: string | null;
    person: PersonId;
    /** Made by who asked: the same key twice is one block. */
    send_key: string;
    /** 1 once text and thread both tell of it. */
    is_done: Generated<number>;
  };
}
