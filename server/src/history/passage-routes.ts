/** Asks about a passage: whose words these are, since when, and what was taken out of them. */

import {Hono} from 'hono';
import {z} from 'zod';
import {parseSeq, type PassageView, type PersonId} from '@samenspel/shared';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import type {Journal} from '../journal/journal.ts';
import {openKnownLives} from './known-lives.ts';
import {type KnownMomentsDeps, openKnownMoments} from './known-moments.ts';
import type {PeopleOf} from './routes.ts';

export interface PassageRoutesDeps extends KnownMomentsDeps {
  readonly standing: StandingIn;
  readonly journal: Journal;
  readonly people: PeopleOf;
}

const place = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31);
const passage = z.object({
  line: z.string().regex(/^\d{1,10}:\d{1,10}$/),
  from: place,
  until: place,
});

/** Mounted where documents are, behind `signedIn`. */
export function passageRoutes(deps: PassageRoutesDeps) {
  const {standing, journal, people} = deps;
  const moments = openKnownMoments(deps);
  const lives = openKnownLives(deps);
  return new Hono<SignedIn>().get('/:id/passage', async (c) => {
    const {documentId} = await requireDocumentRight(
      standing,
      principalOf(c),
      c.req.param('id'),
      'history.read',
    );
    const {line, from, until} = c.req.query();
    const asked = passage.safeParse({line, from, until});
    if (!asked.success) throw new AppError('bad_request', {fields: ['line', 'from', 'until']});
    // Left out, it is the text as it is now.
    const given = c.req.query('seq');
    const seq = given === undefined ? await journal.head(documentId) : parseSeq(given);
    if (seq === null) throw new AppError('bad_request', {fields: ['seq']});
    // Loaded by the first who asks: the editor's libraries would slow down every start.
    const {passageStory} = await import('./passage-story.ts');
    const story = await passageStory({journal, moments, lives}, documentId, seq, asked.data);
    const ids = [...story.written, ...story.removed].flatMap(({by}) => by ?? []);
    const known = await people(documentId, [...new Set(ids)]);
    const personOf = (id: PersonId | null) => known.find((one) => one.id === id) ?? null;
    return c.json<PassageView>({
      written: story.written.map(({by, ...run}) => ({
        ...{...run, by: personOf(by), ours: by === null},
      })),
      removed: story.removed.map(({by, ...words}) => ({...words, by: personOf(by)})),
    });
  });
}
