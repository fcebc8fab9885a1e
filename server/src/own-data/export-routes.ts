/** Taking along what is kept about oneself, and a copy of a lab. */

import {Hono} from 'hono';
import {amsterdamDay} from '@samenspel/shared';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Clock} from '../clock.ts';
import {requireRight} from '../documents/rights.ts';
import {asFile} from '../export/as-file.ts';
import type {Exports} from '../export/exports.ts';
import {slugOf} from '../export/file-name.ts';
import type {Labs} from '../labs/labs.ts';
import {requireLab} from '../labs/require.ts';

export interface ExportRoutesDeps {
  readonly exports: Exports;
  readonly labs: Labs;
  readonly clock: Pick<Clock, 'now'>;
}

/** Behind `signedIn`. */
export function exportRoutes({exports, labs, clock}: ExportRoutesDeps) {
  return new Hono<SignedIn>()
    .get('/me/export.json', async (c) => {
      const {personId, onlyLab} = principalOf(c);
      const at = clock.now();
      const body = await exports.start({kind: 'person', shape: 'json', personId, onlyLab, at});
      const name = `mijn-gegevens-${amsterdamDay(at)}.json`;
      return c.body(body, 200, asFile(name, 'application/json; charset=utf-8'));
    })
    .get('/me/export.html', async (c) => {
      const {personId, onlyLab} = principalOf(c);
      const at = clock.now();
      const body = await exports.start({kind: 'person', shape: 'html', personId, onlyLab, at});
      const name = `mijn-gegevens-${amsterdamDay(at)}.html`;
      return c.body(body, 200, asFile(name, 'text/html; charset=utf-8'));
    })
    .get('/labs/:labId/export', async (c) => {
      const principal = principalOf(c);
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'lab.export');
      const at = clock.now();
      const {personId} = principal;
      const body = await exports.start({kind: 'lab', labId: lab.id, personId, at});
      const name = `${slugOf(lab.name, 'lab')}-${amsterdamDay(at)}.zip`;
      return c.body(body, 200, asFile(name, 'application/zip'));
    });
}
