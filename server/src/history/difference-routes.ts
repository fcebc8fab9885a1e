/** What differs between two moments, for a screen and as a page to take along. */

import {type Context, Hono} from 'hono';
import {amsterdamDay, type DifferenceView, parseSeq} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Documents} from '../documents/documents.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import {asFile} from '../export/as-file.ts';
import {slugOf} from '../export/file-name.ts';
import type {Journal} from '../journal/journal.ts';
import type {Differences} from './difference/differences.ts';
import type {DifferencePages} from './difference-pages.ts';
import type {NamedVersions} from './named-versions.ts';
import {openRecentDifferences} from './recent-differences.ts';
import type {PeopleOf} from './routes.ts';

export interface DifferenceRoutesDeps {
  readonly standing: StandingIn;
  readonly journal: Pick<Journal, 'head'>;
  readonly differences: Pick<Differences, 'between'>;
  readonly differencePages: Pick<DifferencePages, 'make'>;
  readonly documents: Pick<Documents, 'find'>;
  readonly namedVersions: Pick<NamedVersions, 'of'>;
  readonly people: PeopleOf;
  readonly clock: Pick<Clock, 'now'>;
}

/** Mounted where documents are, behind `signedIn`. */
export function differenceRoutes(deps: DifferenceRoutesDeps) {
  const {standing, journal, differences, differencePages, documents, namedVersions, people, clock} =
    deps;
  const recent = openRecentDifferences({differences, head: journal.head, clock});

  async function find(c: Context<SignedIn>) {
    const principal = principalOf(c);
    const id = c.req.param('id') ?? '';
    const {documentId} = await requireDocumentRight(standing, principal, id, 'history.read');
    const from = parseSeq(c.req.query('from'));
    // Left out, it is the text as it is now.
    const given = c.req.query('until');
    const until = given === undefined ? await journal.head(documentId) : parseSeq(given);
    if (from === null || until === null) {
      throw new AppError('bad_request', {fields: ['from', 'until']});
    }
    const found = await recent.between(documentId, from, until);
    if (!found) throw new AppError('not_found');
    const known: DifferenceView['people'] = await people(documentId, found.people);
    return {documentId, json: found.json, people: known};
  }

  return new Hono<SignedIn>()
    .get('/:id/difference', async (c) => {
      const {json, people: known} = await find(c);
      // Written out already: reading it to write it again would hold everybody up.
      const body = `{"difference":${json},"people":${JSON.stringify(known)}}`;
      return c.body(body, 200, {'content-type': 'application/json; charset=utf-8'});
    })
    .get('/:id/difference.html', async (c) => {
      const {documentId, ...found} = await find(c);
      const document = await documents.find(documentId);
      if (!document) throw new AppError('not_found');
      const {title} = document;
      const versions = (await namedVersions.of(documentId)).map(({seq, name}) => ({seq, name}));
      const at = clock.now();
      const page = await differencePages.make({...found, title, versions, at});
      const name = `${slugOf(title, 'document')}-verschil-${amsterdamDay(at)}.html`;
      return c.body(page, 200, asFile(name, 'text/html; charset=utf-8'));
    });
}
