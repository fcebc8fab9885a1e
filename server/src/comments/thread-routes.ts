/** What is done with a thread: handled, reopened, hidden, attached anew, made into something. */

import {type Context, Hono} from 'hono';
import type {DocumentId, MadeBlock, SaidView} from '@samenspel/shared';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {AppError} from '../errors.ts';
import type {Wiper} from '../store/wipe.ts';
import {attaching, commentIn, handling, hiding, reopening, threadIn, turning} from './asked.ts';
import type {Comments} from './comments.ts';
import type {Discussion} from './discussion.ts';
import type {Places} from './places.ts';
import {saidView} from './routes.ts';
import type {TextChanges} from './text-changes.ts';

export interface ThreadRoutesDeps {
  readonly comments: Comments;
  readonly discussion: Discussion;
  readonly places: Places;
  readonly textChanges: TextChanges;
  readonly wiper: Pick<Wiper, 'soon'>;
}

/** Mounted where documents are, behind `signedIn`. */
export function threadRoutes({comments, discussion, places, textChanges, wiper}: ThreadRoutesDeps) {
  return new Hono<SignedIn>()
    .post('/:id/threads/:threadId/handle', handling, (c) => move(c, 'handle', c.req.valid('json')))
    .post('/:id/threads/:threadId/reopen', reopening, (c) => move(c, 'reopen', c.req.valid('json')))
    .post('/:id/threads/:threadId/hide', hiding, async (c) => {
      const {documentId, by} = await discussion.acts(
        ...([principalOf(c), c.req.param('id'), 'comment.hide'] as const),
      );
      const id = threadIn(c.req.param('threadId'));
      await comments.hide(documentId, id, by, c.req.valid('json').reason);
      discussion.takenBack(documentId, id);
      return c.body(null, 204);
    })
    .post('/:id/threads/:threadId/show', async (c) => {
      const {documentId, by} = await discussion.acts(
        ...([principalOf(c), c.req.param('id'), 'comment.hide'] as const),
      );
      const id = threadIn(c.req.param('threadId'));
      await comments.show(documentId, id, by);
      wiper.soon();
      discussion.takenBack(documentId, id);
      return c.body(null, 204);
    })
    .post('/:id/threads/:threadId/attach', attaching, async (c) => {
      const {documentId} = await discussion.acts(
        ...([principalOf(c), c.req.param('id'), 'comment.write'] as const),
      );
      const id = threadIn(c.req.param('threadId'));
      await threadOf(documentId, id);
      const {anchor, found} = await places.anchor(documentId, c.req.valid('json').anchor);
      if (found.place.at === 'gone') throw new AppError('conflict', {reason: 'gone'});
      await comments.attach(documentId, id, anchor);
      discussion.changed(documentId, id);
      return c.body(null, 204);
    })
    .post('/:id/threads/:threadId/turn-into', turning, async (c) => {
      const {documentId, standing, by} = await discussion.acts(
        ...([principalOf(c), c.req.param('id'), 'document.write'] as const),
      );
      if (standing.archived) throw new AppError('conflict', {reason: 'archived'});
      const id = threadIn(c.req.param('threadId'));
      const made = await textChanges.turnInto(documentId, id, {...c.req.valid('json'), by});
      discussion.changed(documentId, id);
      return c.json<MadeBlock>(made, 201);
    })
    .post('/:id/comments/:commentId/take-over', async (c) => {
      const {documentId, standing, by} = await discussion.acts(
        ...([principalOf(c), c.req.param('id'), 'document.write'] as const),
      );
      if (standing.archived) throw new AppError('conflict', {reason: 'archived'});
      const id = commentIn(c.req.param('commentId'));
      discussion.changed(documentId, await textChanges.takeOver(documentId, id, by));
      return c.body(null, 204);
    });

  async function move(
    c: Context<SignedIn>,
    what: 'handle' | 'reopen',
    {words: written, key}: {readonly words: string; readonly key: string},
  ) {
    const {documentId, by} = await discussion.acts(
      ...([principalOf(c), c.req.param('id') ?? '', 'comment.write'] as const),
    );
    const id = threadIn(c.req.param('threadId') ?? '');
    const words = await discussion.clean(documentId, written);
    const said = await comments.handle(documentId, id, {move: what, by, words, key});
    const kind = what === 'handle' ? 'handled' : 'reopened';
    await discussion.said(documentId, said, {kind, by, words});
    return c.json<SaidView>(saidView(said), said.again ? 200 : 201);
  }

  async function threadOf(documentId: DocumentId, id: ReturnType<typeof threadIn>) {
    const thread = await comments.thread(documentId, id);
    if (!thread) throw new AppError('not_found');
    return thread;
  }
}
