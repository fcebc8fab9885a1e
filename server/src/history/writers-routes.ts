/** Who wrote a text, up to now or to a moment of it: the names that stand on its first page on paper. */

import {Hono} from 'hono';
import {type DocumentPeopleView, parseSeq, type PersonId} from '@samenspel/shared';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import type {EntryMark, Journal} from '../journal/journal.ts';
import type {PeopleOf} from './routes.ts';

export interface WritersRoutesDeps {
  readonly standing: StandingIn;
  readonly journal: Pick<Journal, 'marks'>;
  readonly people: PeopleOf;
}

/** Mounted where documents are, behind `signedIn`. */
export function writersRoutes({standing, journal, people}: WritersRoutesDeps) {
  return new Hono<SignedIn>().get('/:id/writers', async (c) => {
    const {documentId} = await requireDocumentRight(
      standing,
      principalOf(c),
      c.req.param('id'),
      'history.read',
    );
    const until = parseSeq(c.req.query('until')) ?? Infinity;
    const ids = writersIn(await journal.marks(documentId), until);
    return c.json<DocumentPeopleView>({people: await people(documentId, ids)});
  });
}

/** Each once, in order of appearance. Who put something back wrote nothing of it. */
function writersIn(marks: readonly EntryMark[], until: number): readonly PersonId[] {
  const wrote = marks.filter(
    ({kind, seq, first}) => kind === 'edit' && (first?.seq ?? seq) <= until,
  );
  return [...new Set(wrote.flatMap(({actor}) => actor ?? []))];
}
