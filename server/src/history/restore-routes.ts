/** Putting back an earlier moment, a block or a passage of it; and saying beforehand what that does. */

import {type Context, Hono} from 'hono';
import {z} from 'zod';
import {
  type BlockId,
  parseSeq,
  peopleInDifference,
  type PersonId,
  type PersonView,
  type RestoredView,
  type RestorePreview,
  type RestoreScopeView,
  type Seq,
} from '@samenspel/shared';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import {json} from '../json.ts';
import type {Preview, Restoring} from './restoring.ts';
import type {PeopleOf} from './routes.ts';

export interface RestoreRoutesDeps {
  readonly standing: StandingIn;
  readonly restoring: () => Promise<Restoring>;
  readonly people: PeopleOf;
}

const line = z.string().regex(/^\d{1,10}:\d{1,10}$/);
const place = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31);
const scope = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('everything')}),
  z.object({kind: z.literal('block'), id: z.string().min(1).max(64)}),
  z.object({kind: z.literal('passage'), line, from: place, until: place}),
]);
const restoration = json(z.object({seq: z.number().int().min(1), scope}));

/** Mounted where documents are, behind `signedIn`. */
export function restoreRoutes({standing, restoring, people}: RestoreRoutesDeps) {
  return new Hono<SignedIn>()
    .get('/:id/restore', async (c) => {
      const {documentId} = await requireDocumentRight(
        standing,
        principalOf(c),
        c.req.param('id'),
        'document.write',
      );
      const {kind = 'everything', id, line: inLine, from, until} = c.req.query();
      const asked = scope.safeParse({kind, id, line: inLine, from, until});
      if (!asked.success) throw new AppError('bad_request', {fields: ['scope']});
      const seq = seqIn(c);
      const preview = await (await restoring()).preview(documentId, seq, scopeOf(asked.data));
      try {
        return c.json(await viewOf(preview, (ids) => people(documentId, ids)));
      } finally {
        preview.now.destroy();
        preview.after.destroy();
      }
    })
    .post('/:id/restore', restoration, async (c) => {
      const principal = principalOf(c);
      const {documentId} = await requireDocumentRight(
        standing,
        principal,
        c.req.param('id'),
        'document.write',
      );
      const {seq, scope: asked} = c.req.valid('json');
      const outcome = await (
        await restoring()
      ).restore(documentId, seq as Seq, scopeOf(asked), principal.personId);
      return c.json<RestoredView>(outcome);
    });
}

function seqIn(c: Context): Seq {
  const seq = parseSeq(c.req.query('seq'));
  if (seq === null) throw new AppError('bad_request', {fields: ['seq']});
  return seq;
}

function scopeOf(asked: z.infer<typeof scope>): RestoreScopeView {
  return asked.kind === 'block' ? {kind: 'block', id: asked.id as BlockId} : asked;
}

async function viewOf(
  preview: Preview,
  people: (ids: readonly PersonId[]) => Promise<readonly PersonView[]>,
): Promise<RestorePreview> {
  const {now, after, head, leaving, attributions, copied, owners} = preview;
  // Loaded by the first who looks: it is much, and few starts need it.
  const [{differenceBetween}, {noActs}] = await Promise.all([
    import('./difference/difference.ts'),
    import('./difference/acts.ts'),
  ]);
  const next = (head + 1) as Seq;
  const difference = differenceBetween({
    earlier: {seq: head, at: preview.at, doc: now},
    later: {seq: next, at: preview.at, doc: after},
    attributions: [...attributions, ...copied.map((row) => ({...row, seq: next}))],
    owners,
    entries: () => [],
    acts: noActs,
  });
  const authors = leaving.flatMap((one) => one.authors.flatMap((author) => author ?? []));
  const known = await people([...new Set([...authors, ...peopleInDifference(difference)])]);
  return {
    difference,
    people: known,
    leaving: leaving.map(({text, authors: by, blockId}) => ({
      text,
      by: by.flatMap((author) => known.find(({id}) => id === author) ?? []),
      blockId: blockId as BlockId | null,
    })),
  };
}
