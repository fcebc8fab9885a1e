/** Reading threads and taking part in them. Whoever comments needs no right to edit, and gets none. */

import {type Context, Hono} from 'hono';
import {
  canIn,
  type DocumentId,
  type MentionableView,
  type SaidView,
  type ThreadBodiesView,
  type ThreadsView,
} from '@samenspel/shared';
import type {Principal, Standing} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import type {Wiper} from '../store/wipe.ts';
import {
  beginning,
  changing,
  commentIn,
  reactionIn,
  replying,
  threadIn,
  threadsIn,
} from './asked.ts';
import type {Proposal, Said} from './comments.ts';
import type {Discussion, DiscussionDeps} from './discussion.ts';
import type {Made} from './anchors/placing.ts';
import type {Places} from './places.ts';
import {readersOf} from './readers.ts';
import {lineOf, type Reader, threadView} from './views.ts';

export interface CommentRoutesDeps extends DiscussionDeps {
  readonly discussion: Discussion;
  readonly places: Places;
  readonly wiper: Pick<Wiper, 'soon'>;
}

/** Mounted where documents are, behind `signedIn`. */
export function commentRoutes(deps: CommentRoutesDeps) {
  const {standing, comments, discussion, places, wiper} = deps;

  return new Hono<SignedIn>()
    .get('/:id/threads', async (c) => {
      const principal = principalOf(c);
      const found = await requireDocumentRight(
        ...([standing, principal, c.req.param('id'), 'comment.read'] as const),
      );
      const {documentId} = found;
      // After a notice somebody asks for that one thread: thousands are a lot to draw up for everybody.
      const asked = c.req.query('ids');
      const ids = asked === undefined ? undefined : threadsIn(asked);
      const [lines, {ever}] = await Promise.all([
        comments.lines(documentId, principal.personId, ids),
        readersOf(deps, documentId),
      ]);
      const {seq, found: where} = await places.of(
        documentId,
        lines.map(({anchor}) => anchor),
      );
      const reader = readerOf(principal, found.standing);
      return c.json<ThreadsView>({
        seq,
        threads: lines.flatMap((line) => {
          const place = where.get(line.anchor);
          return place ? [lineOf(line, place, ever, reader)] : [];
        }),
      });
    })
    .get('/:id/threads/bodies', async (c) => {
      const principal = principalOf(c);
      const found = await requireDocumentRight(
        ...([standing, principal, c.req.param('id'), 'comment.read'] as const),
      );
      const ids = threadsIn(c.req.query('ids'));
      const [bodies, {ever}] = await Promise.all([
        comments.bodies(found.documentId, ids),
        readersOf(deps, found.documentId),
      ]);
      const reader = readerOf(principal, found.standing);
      return c.json<ThreadBodiesView>({
        threads: bodies.map((body) => threadView(body, ever, reader)),
      });
    })
    .get('/:id/mentionable', async (c) => {
      const {documentId} = await requireDocumentRight(
        ...([standing, principalOf(c), c.req.param('id'), 'comment.write'] as const),
      );
      const {now} = await readersOf(deps, documentId);
      return c.json<MentionableView>({people: now});
    })
    .post('/:id/threads', beginning, async (c) => {
      const {documentId, by} = await discussion.acts(
        ...([principalOf(c), c.req.param('id'), 'comment.write'] as const),
      );
      const {anchor, proposal, key, ...said} = c.req.valid('json');
      const before = await comments.sent(documentId, by, key);
      if (before) return c.json(saidView(before), 200);
      const words = await discussion.clean(documentId, said.words);
      const made = await places.anchor(documentId, anchor);
      const saying = {by, words, key, proposal: proposalFor(made, proposal)};
      const done = await comments.begin(documentId, made.anchor, saying);
      await discussion.said(documentId, done, {kind: 'said', by, words});
      return c.json(saidView(done), done.again ? 200 : 201);
    })
    .post('/:id/threads/:threadId/comments', replying, async (c) => {
      const {documentId, by} = await discussion.acts(
        ...([principalOf(c), c.req.param('id'), 'comment.write'] as const),
      );
      const threadId = threadIn(c.req.param('threadId'));
      const {proposal, key, ...said} = c.req.valid('json');
      const before = await comments.sent(documentId, by, key);
      if (before) return c.json(saidView(before), 200);
      const thread = await comments.thread(documentId, threadId);
      if (!thread) throw new AppError('not_found');
      const words = await discussion.clean(documentId, said.words);
      const instead = proposal === null ? null : await places.anchor(documentId, thread.anchor);
      const saying = {by, words, key, proposal: instead && proposalFor(instead, proposal)};
      const done = await comments.say(documentId, threadId, saying);
      await discussion.said(documentId, done, {kind: 'said', by, words});
      return c.json(saidView(done), done.again ? 200 : 201);
    })
    .patch('/:id/comments/:commentId', changing, async (c) => {
      const {documentId, by} = await discussion.acts(
        ...([principalOf(c), c.req.param('id'), 'comment.write'] as const),
      );
      const commentId = commentIn(c.req.param('commentId'));
      const {threadId, proposal} = await commentOf(documentId, commentId);
      const words = await discussion.clean(documentId, c.req.valid('json').words);
      if (words === '' && !proposal) throw new AppError('bad_request', {fields: ['words']});
      const before = await comments.change(documentId, commentId, by, words);
      wiper.soon();
      discussion.takenBack(documentId, threadId);
      const changed = {threadId, commentId, again: false};
      await discussion.said(documentId, changed, {kind: 'changed', by, words, before});
      return c.body(null, 204);
    })
    .delete('/:id/comments/:commentId', async (c) => {
      const {documentId, by} = await discussion.acts(
        ...([principalOf(c), c.req.param('id'), 'comment.write'] as const),
      );
      const commentId = commentIn(c.req.param('commentId'));
      const {threadId} = await commentOf(documentId, commentId);
      await comments.withdraw(documentId, commentId, by);
      wiper.soon();
      discussion.takenBack(documentId, threadId);
      return c.body(null, 204);
    })
    .put('/:id/comments/:commentId/reactions/:kind', (c) => react(c, true))
    .delete('/:id/comments/:commentId/reactions/:kind', (c) => react(c, false));

  async function react(c: Context<SignedIn>, on: boolean) {
    const {documentId, by} = await discussion.acts(
      ...([principalOf(c), c.req.param('id') ?? '', 'comment.write'] as const),
    );
    const commentId = commentIn(c.req.param('commentId') ?? '');
    const kind = reactionIn(c.req.param('kind') ?? '');
    const {threadId} = await commentOf(documentId, commentId);
    await comments.react(documentId, commentId, {kind, by, on});
    discussion.changed(documentId, threadId);
    return c.body(null, 204);
  }

  async function commentOf(documentId: DocumentId, commentId: ReturnType<typeof commentIn>) {
    const comment = await comments.comment(documentId, commentId);
    if (!comment) throw new AppError('not_found');
    return comment;
  }
}

export function saidView({threadId, commentId}: Said): SaidView {
  return {threadId, commentId};
}

/** @throws AppError 'conflict' when there are no words in one line that it could take the place of */
function proposalFor(
  {words}: Made,
  proposal: string | null,
): Pick<Proposal, 'words' | 'instead'> | null {
  if (proposal === null) return null;
  if (words === null) throw new AppError('conflict', {reason: 'no_words'});
  return {words: proposal, instead: words};
}

function readerOf({personId}: Principal, standing: Standing): Reader {
  return {id: personId, mayHide: canIn(standing, 'comment.hide')};
}
