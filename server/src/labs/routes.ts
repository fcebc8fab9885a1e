/** Who I am, which labs I am in, and what is in one of them. */

import {Hono} from 'hono';
import {
  can,
  type LabId,
  type LabSummary,
  type LabView,
  type MeView,
  parseLabId,
} from '@samenspel/shared';
import type {Auth} from '../auth/auth.ts';
import type {Principal} from '../auth/principal.ts';
import {setCookies} from '../auth/routes.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Documents} from '../documents/documents.ts';
import {type DocumentViews, lastChangeFirst} from '../documents/views.ts';
import {AppError} from '../errors.ts';
import type {Labs} from './labs.ts';

export interface LabRoutesDeps {
  readonly auth: Pick<Auth, 'renew'>;
  readonly labs: Labs;
  readonly documents: Documents;
  readonly views: DocumentViews;
}

/** Behind `signedIn`. */
export function labRoutes({auth, labs, documents, views}: LabRoutesDeps) {
  return new Hono<SignedIn>()
    .get('/me', async (c) => {
      const {personId, name} = principalOf(c);
      // Asked at every visit, so this is where a session in use is prolonged.
      setCookies(c, await auth.renew(c.req.raw.headers));
      return c.json<MeView>({id: personId, name, labs: await labs.of(personId)});
    })
    .get('/labs/:labId', async (c) => {
      const lab = await requireLab(labs, principalOf(c), c.req.param('labId'));
      if (!can(lab.role, 'lab.read')) throw new AppError('forbidden', {action: 'lab.read'});
      const [members, rows] = await Promise.all([labs.members(lab.id), documents.ofLab(lab.id)]);
      return c.json<LabView>({
        ...lab,
        members,
        documents: rows.toSorted(lastChangeFirst).map((row) => views.of(row, members, lab.role)),
      });
    });
}

/** @throws AppError 'not_found' when it is absent or none of their business; the two look alike */
export async function requireLab(
  labs: Labs,
  principal: Principal,
  address: string,
): Promise<LabSummary> {
  const labId: LabId | null = parseLabId(address);
  const lab = labId && (await labs.find(labId, principal.personId));
  if (!lab) throw new AppError('not_found');
  return lab;
}
