/** What whoever tells people news is told about comments, once it is on disk. */

import type {CommentId, CommentKind, DocumentId, PersonId, ThreadId} from '@samenspel/shared';

/** Something was said: ids only, so that what is told later is looked up then, if it is still there. */
export interface CommentHappening {
  readonly documentId: DocumentId;
  readonly threadId: ThreadId;
  readonly commentId: CommentId;
  /** changed: its words were, and now name people whom they did not name before. */
  readonly kind: CommentKind | 'changed';
  readonly by: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Who is named, and may read the document; without who said it. */
  readonly mentions: readonly PersonId[];
  /** Who wrote in the thread before, in order of appearance; without who said it. */
  readonly voices: readonly PersonId[];
}

/** Never holds up or fails what was said. */
export type OnComment = (happening: CommentHappening) => Promise<void>;

/** Words are gone, others, or not to be seen any more; or to be seen again. Whoever was told looks again. */
export type OnTakenBack = (documentId: DocumentId, threadId: ThreadId) => Promise<void>;
