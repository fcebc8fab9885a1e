/** Being forgotten, after typing one's name. */

import {Hono} from 'hono';
import {z} from 'zod';
import type {ForgottenView} from '@samenspel/shared';
import type {Auth} from '../auth/auth.ts';
import {setCookies} from '../auth/routes.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {json} from '../json.ts';
import type {Wiper} from '../store/wipe.ts';
import type {Sync} from '../sync/sync.ts';
import type {Forgetting} from './forget.ts';

export interface ForgetRoutesDeps {
  readonly auth: Pick<Auth, 'signOut'>;
  readonly forgetting: Forgetting;
  readonly sync: Pick<Sync, 'signedOut' | 'recheckPerson' | 'deleted'>;
  readonly wiper: Pick<Wiper, 'soon'>;
}

const confirming = json(z.object({name: z.string().max(200)}));

/** Behind `signedIn`. */
export function forgetRoutes({auth, forgetting, sync, wiper}: ForgetRoutesDeps) {
  return new Hono<SignedIn>().post('/me/forget', confirming, async (c) => {
    const principal = principalOf(c);
    const {sessions, documents} = await forgetting.forget(principal, c.req.valid('json').name);
    for (const sessionId of sessions) sync.signedOut(sessionId);
    for (const documentId of documents) sync.deleted(documentId);
    sync.recheckPerson(principal.personId);
    wiper.soon();
    setCookies(c, await auth.signOut(c.req.raw.headers));
    return c.json<ForgottenView>({irreversible: true, inBackupsUntilTheyAge: true});
  });
}
