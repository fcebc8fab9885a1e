/** Looking over a document's whole past: its days, its text in steps, and whose voices are in it. */

import {Hono} from 'hono';
import {z} from 'zod';
import {
  type Film,
  parseSeq,
  type PersonId,
  type TimelineView,
  type VoiceView,
} from '@samenspel/shared';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Documents} from '../documents/documents.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import type {Claims, Journal} from '../journal/journal.ts';
import type {Labs} from '../labs/labs.ts';
import type {PeopleOf} from './routes.ts';
import {timelineOf} from './timeline.ts';

export interface PastRoutesDeps {
  readonly standing: StandingIn;
  readonly journal: Journal;
  readonly claims: Claims;
  readonly documents: Pick<Documents, 'find'>;
  readonly labs: Pick<Labs, 'everyone'>;
  readonly people: PeopleOf;
}

/** A second of dragging, and then some. */
const maxSteps = 120;
const filming = z.object({steps: z.coerce.number().int().min(1).max(maxSteps).default(60)});

/** Mounted where documents are, behind `signedIn`. */
export function pastRoutes(deps: PastRoutesDeps) {
  const {standing, journal, documents, labs, people} = deps;
  return new Hono<SignedIn>()
    .get('/:id/timeline', async (c) => {
      const {documentId} = await requireDocumentRight(
        standing,
        principalOf(c),
        c.req.param('id'),
        'history.read',
      );
      const {restores, ...timeline} = timelineOf(await journal.marks(documentId));
      const known = await people(documentId, idsIn(restores.map(({by}) => by)));
      return c.json<TimelineView>({
        ...timeline,
        restores: restores.map(({by, ...one}) => ({
          ...one,
          by: known.find(({id}) => id === by) ?? null,
        })),
      });
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
      // Loaded by the first who looks back: the editor's libraries would slow down every start.
      const {filmOf} = await import('./film.ts');
      const {steps} = asked.data;
      const film = await filmOf({journal}, documentId, {from, until, steps});
      if (!film) throw new AppError('not_found');
      const known = await people(documentId, idsIn(film.steps.flatMap(({by}) => by)));
      return c.json<Film>({...film, people: known});
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
