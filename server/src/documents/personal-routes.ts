/** Deleting one's personal document, after typing its title. */

import {Hono} from 'hono';
import {z} from 'zod';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {json} from '../json.ts';
import type {Wiper} from '../store/wipe.ts';
import type {Sync} from '../sync/sync.ts';
import type {PersonalDocuments} from './personal.ts';
import {requireDocumentRight} from './rights.ts';

export interface PersonalRoutesDeps {
  readonly standing: StandingIn;
  readonly personal: PersonalDocuments;
  readonly sync: Pick<Sync, 'deleted'>;
  readonly wiper: Pick<Wiper, 'soon'>;
}

const confirming = json(z.object({title: z.string().max(400)}));

/** Behind `signedIn`. */
export function personalRoutes({standing, personal, sync, wiper}: PersonalRoutesDeps) {
  return new Hono<SignedIn>().post('/documents/:id/delete', confirming, async (c) => {
    const principal = principalOf(c);
    const {documentId} = await requireDocumentRight(
      ...([standing, principal, c.req.param('id'), 'document.delete'] as const),
    );
    await personal.erase(documentId, principal.personId, c.req.valid('json').title);
    sync.deleted(documentId);
    wiper.soon();
    return c.body(null, 204);
  });
}
