/** The pages that look back: a document's moments, and its text at any of them. */

import {Hono} from 'hono';
import {z} from 'zod';
import {
  beginning,
  type DocumentId,
  type MomentView,
  parseSeq,
  peopleNamedIn,
  type PersonId,
  type PersonView,
  type MomentTextView,
} from '@samenspel/shared';
import {migrated} from '@samenspel/shared/schema/migrations';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import type {Journal} from '../journal/journal.ts';
import type {SchemaVersions} from '../schema/versions.ts';
import {beginningOf} from './beginning.ts';
import {type Moment, moments} from './moments.ts';

export interface HistoryRoutesDeps {
  readonly standing: StandingIn;
  readonly journal: Pick<Journal, 'marks' | 'replay'>;
  readonly people: PeopleOf;
  readonly versions: SchemaVersions;
}

/** The people behind these ids as the document's lab knows them; who is unknown is left out. */
export type PeopleOf = (
  documentId: DocumentId,
  personIds: readonly PersonId[],
) => Promise<readonly PersonView[]>;

/** Only the beginning of a text, of about so many characters; all of it when left out. */
const partial = z.object({characters: z.coerce.number().int().min(1).default(Infinity)});

/** Mounted where documents are, behind `signedIn`. */
export function historyRoutes({standing, journal, people, versions}: HistoryRoutesDeps) {
  return new Hono<SignedIn>()
    .get('/:id/moments', async (c) => {
      const {documentId} = await requireDocumentRight(
        standing,
        principalOf(c),
        c.req.param('id'),
        'history.read',
      );
      // Of a part of its life, where that is asked for: a day of many.
      const from = parseSeq(c.req.query('from')) ?? beginning;
      const until = parseSeq(c.req.query('until')) ?? Infinity;
      const found = moments(await journal.marks(documentId)).filter(
        ({seq}) => seq >= from && seq <= until,
      );
      const ids = [...new Set(found.flatMap((moment) => moment.actors))];
      const byId = new Map((await people(documentId, ids)).map((one) => [one.id, one]));
      return c.json({moments: found.toReversed().map((moment) => viewOf(moment, byId))});
    })
    .get('/:id/moments/:seq', async (c) => {
      const {documentId} = await requireDocumentRight(
        standing,
        principalOf(c),
        c.req.param('id'),
        'history.read',
      );
      const seq = parseSeq(c.req.param('seq'));
      const part = partial.safeParse(c.req.query());
      if (!part.success) throw new AppError('bad_request', {fields: ['characters']});
      // Loaded by the first who looks back: the editor's libraries would slow down every start.
      const {momentAt} = await import('./moment.ts');
      const moment = seq === null ? null : await momentAt(journal, documentId, seq, {lines: true});
      if (!moment) throw new AppError('not_found');
      const version = await versions.of(documentId, moment.seq);
      const whole = version === null ? moment.content : migrated(moment.content, version);
      const {content, hasMore} = beginningOf(whole, part.data.characters);
      // By their names of now: a document holds only who they are.
      const named = await people(documentId, peopleNamedIn(content));
      const blocks = moment.blocks.slice(0, content.content?.length ?? 0);
      return c.json<MomentTextView>({...moment, content, blocks, hasMore, people: named});
    });
}

function viewOf(moment: Moment, people: ReadonlyMap<PersonId, PersonView>): MomentView {
  const {seq, from, until, kind, actors} = moment;
  return {seq, from, until, kind, people: actors.flatMap((id) => people.get(id) ?? [])};
}
