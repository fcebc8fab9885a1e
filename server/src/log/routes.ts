/** What happened in a lab, for its members to read. */

import {type LogPage, parseSeq} from '@samenspel/shared';
import {Hono} from 'hono';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Documents} from '../documents/documents.ts';
import {requireRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import type {Labs} from '../labs/labs.ts';
import {requireLab} from '../labs/require.ts';
import type {Log} from './log.ts';
import {logView} from './views.ts';

export interface LogRoutesDeps {
  readonly labs: Labs;
  readonly documents: Documents;
  readonly log: Log;
}

const pageSize = 50;

/** Behind `signedIn`. */
export function logRoutes({labs, documents, log}: LogRoutesDeps) {
  return new Hono<SignedIn>().get('/labs/:labId/log', async (c) => {
    const principal = principalOf(c);
    const lab = await requireLab(labs, principal, c.req.param('labId'));
    requireRight(lab, 'log.read');
    const asked = c.req.query('before');
    const before = asked === undefined ? null : parseSeq(asked);
    if (asked !== undefined && before === null) {
      throw new AppError('bad_request', {fields: ['before']});
    }
    const [entries, everyone, rows] = await Promise.all([
      log.page(lab.id, before, pageSize),
      labs.everyone(lab.id),
      documents.ofLab(lab.id, principal.personId),
    ]);
    const titles = new Map(rows.map(({id, title}) => [id, title]));
    const last = entries.at(-1);
    return c.json<LogPage>({
      entries: entries.map((entry) => logView(entry, everyone, titles)),
      before: last && last.seq > 1 ? last.seq : null,
    });
  });
}
