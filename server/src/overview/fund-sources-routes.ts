/** The lab's own words for where money comes from: every member adds and removes them. */

import {Hono} from 'hono';
import {z} from 'zod';
import type {FundSourceView} from '@samenspel/shared';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {requireRight} from '../documents/rights.ts';
import {json} from '../json.ts';
import type {Labs} from '../labs/labs.ts';
import {requireLab} from '../labs/require.ts';
import {fundSourceName} from '../words-in.ts';
import type {FundSources} from './fund-sources.ts';

export interface FundSourceRoutesDeps {
  readonly labs: Labs;
  readonly fundSources: FundSources;
}

const adding = json(z.object({name: fundSourceName}));

/** Behind `signedIn`. */
export function fundSourceRoutes({labs, fundSources}: FundSourceRoutesDeps) {
  return new Hono<SignedIn>()
    .get('/labs/:labId/fund-sources', async (c) => {
      const lab = await requireLab(labs, principalOf(c), c.req.param('labId'));
      requireRight(lab, 'lab.read');
      return c.json<{readonly sources: readonly FundSourceView[]}>({
        sources: await fundSources.ofLab(lab.id),
      });
    })
    .post('/labs/:labId/fund-sources', adding, async (c) => {
      const principal = principalOf(c);
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'fund_source.change');
      const {name} = c.req.valid('json');
      return c.json<FundSourceView>(await fundSources.add(lab.id, name, principal.personId), 201);
    })
    .delete('/labs/:labId/fund-sources/:id', async (c) => {
      const principal = principalOf(c);
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'fund_source.change');
      await fundSources.remove(lab.id, c.req.param('id'), principal.personId);
      return c.body(null, 204);
    });
}
