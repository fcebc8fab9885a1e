/** What happened in a lab, for its members to read. */

import {
  type LogPage,
  type LogView,
  type PersonId,
  type PersonView,
  parseSeq,
} from '@samenspel/shared';
import {Hono} from 'hono';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Documents} from '../documents/documents.ts';
import {requireRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import type {Labs} from '../labs/labs.ts';
import {requireLab} from '../labs/require.ts';
import type {Log, LogEntry} from './log.ts';

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

/** An entry with names. */
export function logView(
  entry: LogEntry,
  everyone: readonly PersonView[],
  titles: ReadonlyMap<string, string>,
): LogView {
  const {seq, at, kind, by, about, document, act, side, role, words} = entry;
  const person = (id: PersonId | undefined) => everyone.find((one) => one.id === id) ?? null;
  return {
    ...{seq, at, kind, words},
    by: person(by),
    about: person(about),
    document: document === undefined ? null : {id: document, title: titles.get(document) ?? null},
    act: act ?? null,
    side: side ?? null,
    role: role ?? null,
  };
}
