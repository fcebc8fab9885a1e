/** How news of my labs is mailed to me, and the way out that needs no signing in. */

import {Hono} from 'hono';
import {z} from 'zod';
import {type MailChoicesView, mailHows} from '@samenspel/shared';
import {requireWhole} from '../auth/me-routes.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Clock} from '../clock.ts';
import {requireRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import {json} from '../json.ts';
import type {Labs} from '../labs/labs.ts';
import {requireLab} from '../labs/require.ts';
import {nextLetterAt} from './mornings.ts';
import type {OffLinks} from './off-link.ts';
import type {Wishes} from './wishes.ts';

export interface NewsMailRoutesDeps {
  readonly labs: Labs;
  readonly wishes: Wishes;
  readonly clock: Pick<Clock, 'now'>;
}

/** Without a session; asked by mail programmes too, which send a form and no Origin of ours. */
export const offPath = '/api/mail/off/:token';

const choosing = json(z.object({how: z.enum(mailHows)}));

/** Behind `signedIn`. */
export function newsMailRoutes({labs, wishes, clock}: NewsMailRoutesDeps) {
  return new Hono<SignedIn>()
    .get('/me/news-mail', async (c) => {
      const principal = requireWhole(principalOf(c));
      const [mine, wished] = await Promise.all([labs.of(principal), wishes.of(principal.personId)]);
      const howOf = new Map(wished.map(({labId, how}) => [labId, how]));
      return c.json<MailChoicesView>({
        labs: mine.map(({id: labId, name: labName}) => ({
          ...{labId, labName},
          how: howOf.get(labId) ?? 'never',
        })),
      });
    })
    .put('/labs/:labId/news-mail', choosing, async (c) => {
      const principal = requireWhole(principalOf(c));
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'lab.read');
      const {how} = c.req.valid('json');
      const at = clock.now();
      const nextAt = how === 'never' || how === 'at_once' ? at : nextLetterAt(how, at);
      await wishes.set(principal.personId, lab.id, how === 'never' ? null : {how, nextAt});
      return c.body(null, 204);
    });
}

/** In front of `signedIn`. */
export function mailOffRoutes({
  wishes,
  offLinks,
}: {
  readonly wishes: Pick<Wishes, 'set'>;
  readonly offLinks: OffLinks;
}) {
  return new Hono().post('/mail/off/:token', async (c) => {
    const found = offLinks.read(c.req.param('token'));
    if (!found) throw new AppError('link_invalid');
    await wishes.set(found.personId, found.labId, null);
    return c.body(null, 204);
  });
}
