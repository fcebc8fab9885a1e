/** Giving a moment a name, and looking at the names there are. */

import {Hono} from 'hono';
import {z} from 'zod';
import {
  type Action,
  type DocumentId,
  parseSeq,
  parseVersionId,
  type Seq,
  type VersionView,
} from '@samenspel/shared';
import type {Principal, StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import type {Journal} from '../journal/journal.ts';
import {json} from '../json.ts';
import type {Sync} from '../sync/sync.ts';
import {versionName} from '../words-in.ts';
import type {NamedVersions} from './named-versions.ts';
import type {PeopleOf} from './routes.ts';

export interface NamedVersionRoutesDeps {
  readonly standing: StandingIn;
  readonly journal: Pick<Journal, 'head' | 'pin' | 'replay'>;
  readonly namedVersions: NamedVersions;
  readonly people: PeopleOf;
  readonly sync: Pick<Sync, 'notify'>;
}

const words = {
  name: versionName,
  note: z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().max(2_000))
    .default(''),
};
const naming = json(z.object({...words, seq: z.number().int().min(1).nullable()}));
const changing = json(z.object(words));

/** Mounted where documents are, behind `signedIn`. */
export function namedVersionRoutes(deps: NamedVersionRoutesDeps) {
  const {standing, namedVersions, sync} = deps;
  const require = (principal: Principal, address: string, action: Action) =>
    requireDocumentRight(standing, principal, address, action);

  return new Hono<SignedIn>()
    .get('/:id/versions', async (c) => {
      const {documentId} = await require(principalOf(c), c.req.param('id'), 'history.read');
      return c.json({versions: await viewsOf(deps, documentId)});
    })
    .post('/:id/versions', naming, async (c) => {
      const {personId: by, ...principal} = principalOf(c);
      const {documentId} = await require({...principal, personId: by}, c.req.param(
        'id',
      ), 'version.name');
      const {name, note, seq} = c.req.valid('json');
      const pinned = await pin(deps, documentId, seq);
      const id = await namedVersions.add(documentId, {...pinned, name, note, by});
      sync.notify(documentId, {kind: 'versions'});
      const made = (await viewsOf(deps, documentId)).find((one) => one.id === id);
      if (!made) throw new AppError('not_found');
      return c.json(made, 201);
    })
    .patch('/:id/versions/:versionId', changing, async (c) => {
      const principal = principalOf(c);
      const {documentId} = await require(principal, c.req.param('id'), 'version.name');
      const id = versionIn(c.req.param('versionId'));
      await namedVersions.change(documentId, id, c.req.valid('json'), principal.personId);
      sync.notify(documentId, {kind: 'versions'});
      return c.body(null, 204);
    })
    .delete('/:id/versions/:versionId', async (c) => {
      const principal = principalOf(c);
      const {documentId} = await require(principal, c.req.param('id'), 'version.name');
      const id = versionIn(c.req.param('versionId'));
      await namedVersions.remove(documentId, id, principal.personId);
      sync.notify(documentId, {kind: 'versions'});
      return c.body(null, 204);
    });
}

function versionIn(address: string) {
  const id = parseVersionId(address);
  if (!id) throw new AppError('not_found');
  return id;
}

/** Keeps the moment exactly; null is now. */
async function pin(
  {journal}: NamedVersionRoutesDeps,
  documentId: DocumentId,
  asked: number | null,
): Promise<{readonly seq: Seq; readonly at: number}> {
  const wanted = asked === null ? await journal.head(documentId) : parseSeq(asked);
  const seq = wanted && (await journal.pin(documentId, wanted, 'version'));
  const moment = seq && (await journal.replay(documentId, seq));
  if (!seq || !moment) throw new AppError('not_found');
  return {seq, at: moment.at};
}

async function viewsOf(
  {namedVersions, people}: NamedVersionRoutesDeps,
  documentId: DocumentId,
): Promise<readonly VersionView[]> {
  const found = await namedVersions.of(documentId);
  const known = await people(documentId, [...new Set(found.map(({by}) => by))]);
  return found.map(({by, ...version}) => ({
    ...version,
    by: known.find(({id}) => id === by) ?? null,
  }));
}
