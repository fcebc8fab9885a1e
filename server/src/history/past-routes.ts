/** Looking over a document's whole past: its days, its text in steps, and whose voices are in it. */

import {Hono} from 'hono';
import {z} from 'zod';
import {
  type DocumentId,
  type Film,
  type PackedTimeline,
  packTimeline,
  parseSeq,
  type PersonId,
  type VoiceView,
} from '@samenspel/shared';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Clock} from '../clock.ts';
import type {Documents} from '../documents/documents.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import type {Claims, Journal} from '../journal/journal.ts';
import type {Labs} from '../labs/labs.ts';
import type {FilmRange} from './film.ts';
import type {SchemaVersions} from '../schema/versions.ts';
import {openRecentAnswers} from './recent-answers.ts';
import type {PeopleOf} from './routes.ts';
import {timelineOf} from './timeline.ts';

export interface PastRoutesDeps {
  readonly standing: StandingIn;
  readonly journal: Journal;
  readonly claims: Claims;
  readonly versions: SchemaVersions;
  readonly documents: Pick<Documents, 'find'>;
  readonly labs: Pick<Labs, 'everyone'>;
  readonly people: PeopleOf;
  readonly clock: Pick<Clock, 'now'>;
}

/** A film as it is sent, but for its people as they are now. */
interface FilmFound {
  readonly json: string;
  /** By whom something is in it. */
  readonly people: readonly PersonId[];
}

/** In UTF-16 units of JSON: the whole life of a hundred pages is 3,000,000. */
const maxFilms = 16_000_000;

/** A second of dragging, and then some. */
const maxSteps = 120;
const filming = z.object({steps: z.coerce.number().int().min(1).max(maxSteps).default(60)});

/** Mounted where documents are, behind `signedIn`. */
export function pastRoutes(deps: PastRoutesDeps) {
  const {standing, journal, versions, documents, labs, people, clock} = deps;
  const films = openRecentAnswers<FilmFound | null>({
    ...{clock, maxLength: maxFilms},
    lengthOf: (found) => found?.json.length ?? 0,
  });

  async function film(documentId: DocumentId, range: FilmRange): Promise<FilmFound | null> {
    // Loaded by the first who looks back: the editor's libraries would slow down every start.
    const {filmOf} = await import('./film.ts');
    const found = await filmOf({journal, versions}, documentId, range);
    if (!found) return null;
    const {steps, blocks} = found;
    const json = `"steps":${JSON.stringify(steps)},"blocks":${JSON.stringify(blocks)}`;
    return {json, people: idsIn(steps.flatMap(({by}) => by))};
  }

  return new Hono<SignedIn>()
    .get('/:id/timeline', async (c) => {
      const {documentId} = await requireDocumentRight(
        standing,
        principalOf(c),
        c.req.param('id'),
        'history.read',
      );
      return c.json<PackedTimeline>(packTimeline(timelineOf(await journal.marks(documentId))));
    })
    .get('/:id/film', async (c) => {
      const {documentId} = await requireDocumentRight(
        standing,
        principalOf(c),
        c.req.param('id'),
        'history.read',
      );
      const asked = filming.safeParse(c.req.query());
      const from = parseSeq(c.req.query('from'));
      const until = parseSeq(c.req.query('until'));
      if (!asked.success || from === null || until === null || from < 1 || until < from) {
        throw new AppError('bad_request', {fields: ['from', 'until', 'steps']});
      }
      const range = {from, until, steps: asked.data.steps};
      // What is written goes on a tick that was the last: then its end is another one.
      const key = [documentId, from, until, range.steps, await journal.head(documentId)].join(' ');
      const found = await films.get(key, () => film(documentId, range));
      if (!found) throw new AppError('not_found');
      const known: Film['people'] = await people(documentId, found.people);
      const body = `{${found.json},"people":${JSON.stringify(known)}}`;
      return c.body(body, 200, {'content-type': 'application/json; charset=utf-8'});
    })
    .get('/:id/voice', async (c) => {
      const {documentId} = await requireDocumentRight(
        standing,
        principalOf(c),
        c.req.param('id'),
        'voice.read',
      );
      const row = await documents.find(documentId);
      if (!row) throw new AppError('not_found');
      const sides = new Map((await labs.everyone(row.labId)).map(({id, side}) => [id, side]));
      const {voiceOf} = await import('./voice.ts');
      const voice = await voiceOf(deps, documentId, (id) => sides.get(id) ?? null);
      return c.json<VoiceView>(voice ?? {now: silence, tasks: [], past: []});
    });
}

const silence = {informal: 0, formal: 0, ours: 0};

function idsIn(ids: readonly (PersonId | null)[]): readonly PersonId[] {
  return [...new Set(ids.flatMap((id) => id ?? []))];
}
