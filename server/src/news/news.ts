/** The port to news: what concerns each person, kept until it is old, and read once for all devices. */

import {
  type BlockId,
  type CommentId,
  type DocumentId,
  type LabId,
  type NewsId,
  type PersonId,
  type PlanDate,
  type QuestionId,
  type ThreadId,
  unreachable,
} from '@samenspel/shared';

/** Ids only: what is told is looked up when it is told, if it is still there and still theirs to see. */
export type NewsFacts =
  | {
      readonly kind: 'mention' | 'reply';
      readonly thread: ThreadId;
      readonly comment: CommentId;
      readonly by: PersonId;
    }
  | {readonly kind: 'key'; readonly question: QuestionId}
  | {
      readonly kind: 'due';
      readonly block: BlockId;
      readonly until: PlanDate;
      readonly isLate: boolean;
    };

export interface NewNews {
  /** Whom it concerns. */
  readonly person: PersonId;
  readonly labId: LabId;
  /** null for what is about no document. */
  readonly documentId: DocumentId | null;
  readonly facts: NewsFacts;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface NewsRow extends NewNews {
  readonly id: NewsId;
  readonly isRead: boolean;
}

export interface Told {
  readonly person: PersonId;
  readonly labId: LabId;
}

export interface NewsStore {
  /** What is news to somebody already is not added again; whom there is something new for, each once. */
  add(news: readonly NewNews[]): Promise<readonly PersonId[]>;
  /** Newest first. @param onlyLab the one lab that their session opens; null for all */
  of(personId: PersonId, onlyLab: LabId | null, limit: number): Promise<readonly NewsRow[]>;
  /** Unread ones that this letter is to tell, oldest first; [] if none, or all are read by now. */
  inLetter(personId: PersonId, letter: string): Promise<readonly NewsRow[]>;
  /** Those of these that are theirs are read; twice is once. In which labs something was unread. */
  read(personId: PersonId, ids: readonly NewsId[], at: number): Promise<readonly LabId[]>;
  /** Who was told of something in this thread, each once, and in which lab. */
  about(documentId: DocumentId, threadId: ThreadId): Promise<readonly Told[]>;
  /** Forgets what is older. */
  forgetBefore(at: number): Promise<void>;
}

/** The same of one kind about the same thing is told once. */
export function subjectOf(facts: NewsFacts): string {
  switch (facts.kind) {
    case 'mention':
    case 'reply':
      return `said ${facts.comment}`;
    case 'key':
      return `key ${facts.question}`;
    case 'due':
      return `due ${facts.block} ${facts.until} ${facts.isLate ? 'late' : 'soon'}`;
    default:
      return unreachable(facts);
  }
}
