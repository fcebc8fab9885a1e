/** My news: what concerns me, read once for all my devices, and what changed in a text since I was there. */

import {Hono} from 'hono';
import {z} from 'zod';
import {
  beginning,
  type LabId,
  type MyNewsView,
  newsLimit,
  parseNewsId,
  type PersonId,
  type SinceView,
} from '@samenspel/shared';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Clock} from '../clock.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import type {Seen} from '../history/seen.ts';
import type {Journal} from '../journal/journal.ts';
import {json} from '../json.ts';
import type {NewsStore} from './news.ts';
import type {Since} from './since.ts';
import type {Telling} from './telling.ts';

export interface MyNewsRoutesDeps {
  readonly news: NewsStore;
  readonly telling: Telling;
  readonly since: Since;
  readonly standing: StandingIn;
  readonly seen: Pick<Seen, 'upTo'>;
  readonly journal: Pick<Journal, 'head'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Told on their other devices. */
  readonly tellRead: (personId: PersonId, labs: readonly LabId[]) => void;
}

const reading = json(
  z.object({
    ids: z
      .array(z.string())
      .max(newsLimit)
      .transform((ids) => ids.flatMap((id) => parseNewsId(id) ?? [])),
  }),
);

/** Behind `signedIn`. */
export function myNewsRoutes(deps: MyNewsRoutesDeps) {
  const {news, telling, since, standing, seen, journal, clock, tellRead} = deps;
  return new Hono<SignedIn>()
    .get('/me/news', async (c) => {
      const principal = principalOf(c);
      const rows = await news.of(principal.personId, principal.onlyLab, newsLimit);
      const items = await telling.tell(principal, rows);
      return c.json<MyNewsView>({unread: items.filter(({isRead}) => !isRead).length, items});
    })
    .post('/me/news/read', reading, async (c) => {
      const {personId} = principalOf(c);
      const labs = await news.read(personId, c.req.valid('json').ids, clock.now());
      tellRead(personId, labs);
      return c.body(null, 204);
    })
    .get('/documents/:id/since', async (c) => {
      const principal = principalOf(c);
      const id = c.req.param('id');
      const {documentId} = await requireDocumentRight(standing, principal, id, 'history.read');
      const [upTo, head] = await Promise.all([
        seen.upTo(documentId, principal.personId),
        journal.head(documentId),
      ]);
      const between = {upTo, head: head ?? beginning};
      // To who never was here everything is new, and nothing of it news.
      const isNews = upTo !== beginning && between.head > upTo;
      const summaries = isNews ? await since.tell(documentId, principal.personId, between) : [];
      return c.json<SinceView>({...between, summaries});
    });
}
