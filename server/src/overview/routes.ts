/** What all documents of a lab come to. Of personal documents nothing, not even of one's own. */

import {Hono} from 'hono';
import type {LabOverviewView, PersonId, Plan} from '@samenspel/shared';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Documents} from '../documents/documents.ts';
import {requireRight} from '../documents/rights.ts';
import {lastChangeFirst} from '../documents/views.ts';
import type {Labs} from '../labs/labs.ts';
import {requireLab} from '../labs/require.ts';
import type {Logger} from '../logger.ts';
import type {Plans} from './plans.ts';

export interface OverviewRoutesDeps {
  readonly labs: Labs;
  readonly documents: Documents;
  readonly plans: Plans;
  readonly logger: Logger;
}

/** Behind `signedIn`. */
export function overviewRoutes({labs, documents, plans, logger}: OverviewRoutesDeps) {
  return new Hono<SignedIn>().get('/labs/:labId/overview', async (c) => {
    const principal = principalOf(c);
    const lab = await requireLab(labs, principal, c.req.param('labId'));
    requireRight(lab, 'lab.read');
    const rows = (await documents.ofLab(lab.id, principal.personId))
      .filter(({owner, archivedAt}) => owner === null && archivedAt === null)
      .toSorted(lastChangeFirst);
    const found: LabOverviewView['documents'][number][] = [];
    // One at a time: a lab's texts all at once could be more than fits.
    for (const {id, title, kind} of rows) {
      try {
        const plan = await plans.of(id);
        if (plan) found.push({id, title, kind, plan});
      } catch (err) {
        // One that is damaged is named, and keeps nobody from the others.
        logger.error({documentId: id, err}, 'the plan of a document could not be read');
        found.push({id, title, kind, plan: null});
      }
    }
    const named = new Set(found.flatMap(({plan}) => (plan ? peopleIn(plan) : [])));
    const everyone = named.size > 0 ? await labs.everyone(lab.id) : [];
    return c.json<LabOverviewView>({
      documents: found,
      people: everyone.filter(({id}) => named.has(id)),
    });
  });
}

/** Whom a plan says who carries, promises or expects something. */
function peopleIn({goals, actions, agreements}: Plan): readonly PersonId[] {
  return [...goals, ...actions, ...agreements].flatMap(({carriers}) =>
    carriers.flatMap(({person}) => person ?? []),
  );
}
