/** What every act on comments has in common: who may, how often, and whom to tell afterwards. */

import {
  type Action,
  type CommentId,
  type DocumentId,
  mentionsIn,
  type PersonId,
  type ThreadId,
} from '@samenspel/shared';
import type {Principal, Standing, StandingIn} from '../auth/principal.ts';
import {openLimiter} from '../auth/limiter.ts';
import type {Clock} from '../clock.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import type {Logger} from '../logger.ts';
import type {Sync} from '../sync/sync.ts';
import type {Comments, Said} from './comments.ts';
import type {CommentHappening, OnComment, OnTakenBack} from './happening.ts';
import {type ReadersDeps, readersOf} from './readers.ts';
import {withReaders} from './words.ts';

export interface DiscussionDeps extends ReadersDeps {
  readonly standing: StandingIn;
  readonly comments: Comments;
  readonly sync: Pick<Sync, 'notify'>;
  readonly onComment: readonly OnComment[];
  readonly onTakenBack: OnTakenBack;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Pick<Logger, 'error'>;
}

export interface Discussion {
  /** Who acts, and where. @throws AppError as `requireDocumentRight`, 'too_many' for who acts without end */
  acts(
    principal: Principal,
    address: string,
    action: Action,
  ): Promise<{readonly documentId: DocumentId; readonly standing: Standing; readonly by: PersonId}>;
  /** The words, in which only those are named who may read them. */
  clean(documentId: DocumentId, words: string): Promise<string>;
  /** Something in this thread changed: whoever has the document open looks again. */
  changed(documentId: DocumentId, threadId: ThreadId): void;
  /** What was said changed: that too, and who was told of it looks again. */
  takenBack(documentId: DocumentId, threadId: ThreadId): void;
  /** Something was said: that too, and who is named or wrote in it before is told. */
  said(documentId: DocumentId, said: Said, what: What): Promise<void>;
}

interface What {
  readonly kind: CommentHappening['kind'];
  readonly by: PersonId;
  readonly words: string;
  /** What stood there before, when it is changed: who was named already is not told again. */
  readonly before?: string;
}

/** A meeting writes fast; a program that goes on like this has gone wrong. */
const maxActs = 300;
const windowMs = 10 * 60_000;

export function openDiscussion(deps: DiscussionDeps): Discussion {
  const {standing, comments, sync, onComment, onTakenBack, clock, logger} = deps;
  const acts = openLimiter(clock, {max: maxActs, windowMs});

  function changed(documentId: DocumentId, threadId: ThreadId): void {
    sync.notify(documentId, {kind: 'comments', thread: threadId});
  }

  function takenBack(documentId: DocumentId, threadId: ThreadId): void {
    changed(documentId, threadId);
    onTakenBack(documentId, threadId).catch((err: unknown) =>
      logger.error({err, documentId}, 'what was taken back could not be told'),
    );
  }

  async function voicesIn(
    documentId: DocumentId,
    threadId: ThreadId,
    upTo: CommentId,
  ): Promise<readonly PersonId[]> {
    const [body] = await comments.bodies(documentId, [threadId]);
    const all = body?.comments ?? [];
    const before = all.slice(
      0,
      all.findIndex(({id}) => id === upTo),
    );
    return [...new Set(before.map(({author}) => author))];
  }

  return {
    changed,
    takenBack,
    async acts(principal, address, action) {
      const found = await requireDocumentRight(standing, principal, address, action);
      const by = principal.personId;
      if (!acts.room(by)) throw new AppError('too_many');
      acts.count(by);
      return {...found, by};
    },
    async clean(documentId, words) {
      const {now, ever, isPersonal} = await readersOf(deps, documentId);
      return withReaders(words, now, isPersonal ? now : ever);
    },
    async said(documentId, {threadId, commentId, again}, {kind, by, words, before = ''}) {
      if (again) return;
      changed(documentId, threadId);
      const known = new Set(mentionsIn(before));
      const happening: CommentHappening = {
        ...{documentId, threadId, commentId, kind, by, at: clock.now()},
        mentions: mentionsIn(words).filter((id) => id !== by && !known.has(id)),
        voices: (await voicesIn(documentId, threadId, commentId)).filter((id) => id !== by),
      };
      for (const tell of onComment) {
        await tell(happening).catch((err: unknown) =>
          logger.error({err, documentId}, 'a comment could not be told on'),
        );
      }
    },
  };
}
