/** What differs between two moments, as it is drawn on a screen. */

import {type Context, Hono} from 'hono';
import {type DifferenceView, type DocumentId, parseSeq} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import type {Journal} from '../journal/journal.ts';
import type {DifferenceFound, Differences} from './difference/differences.ts';
import {openRecentDifferences} from './recent-differences.ts';
import type {PeopleOf} from './routes.ts';

export interface DifferenceRoutesDeps {
  readonly standing: StandingIn;
  readonly journal: Pick<Journal, 'head'>;
  readonly differences: Pick<Differences, 'between'>;
  readonly people: PeopleOf;
  readonly clock: Pick<Clock, 'now'>;
}

/** Mounted where documents are, behind `signedIn`. */
export function differenceRoutes({
  standing,
  journal,
  differences,
  people,
  clock,
}: DifferenceRoutesDeps) {
  const recent = openRecentDifferences({differences, head: journal.head, clock});

  async function find(c: Context, documentId: DocumentId): Promise<DifferenceFound> {
    const from = parseSeq(c.req.query('from'));
    // Left out, it is the text as it is now.
    const given = c.req.query('until');
    const until = given === undefined ? await journal.head(documentId) : parseSeq(given);
    if (from === null || until === null) {
      throw new AppError('bad_request', {fields: ['from', 'until']});
    }
    const found = await recent.between(documentId, from, until);
    if (!found) throw new AppError('not_found');
    return found;
  }

  return new Hono<SignedIn>().get('/:id/difference', async (c) => {
    const {documentId} = await requireDocumentRight(
      standing,
      principalOf(c),
      c.req.param('id'),
      'history.read',
    );
    const {json, people: ids} = await find(c, documentId);
    const known: DifferenceView['people'] = await people(documentId, ids);
    // Written out already: reading it to write it again would hold everybody up.
    const body = `{"difference":${json},"people":${JSON.stringify(known)}}`;
    return c.body(body, 200, {'content-type': 'application/json; charset=utf-8'});
  });
}
