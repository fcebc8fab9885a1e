/** A new document of an earlier moment of another one. */

import {Hono} from 'hono';
import {z} from 'zod';
import type {DocumentId, Seq} from '@samenspel/shared';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Documents} from '../documents/documents.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import type {Claims, Journal} from '../journal/journal.ts';
import {json} from '../json.ts';
import type {SchemaVersions} from '../schema/versions.ts';
import {documentTitle} from '../words-in.ts';

export interface CopyRoutesDeps {
  readonly standing: StandingIn;
  readonly journal: Pick<Journal, 'head' | 'replay' | 'provenance'>;
  readonly claims: Pick<Claims, 'all'>;
  readonly documents: Pick<Documents, 'find' | 'create'>;
  readonly versions: Pick<SchemaVersions, 'of'>;
}

const copying = json(z.object({title: documentTitle, seq: z.number().int().min(1).nullable()}));

/** Mounted where documents are, behind `signedIn`. */
export function copyRoutes(deps: CopyRoutesDeps) {
  const {standing, documents} = deps;
  return new Hono<SignedIn>().post('/:id/copies', copying, async (c) => {
    const {personId} = principalOf(c);
    const {documentId} = await requireDocumentRight(
      standing,
      principalOf(c),
      c.req.param('id'),
      'document.copy',
    );
    const asked = c.req.valid('json');
    // Loaded at the first copy: the editor's libraries would slow down every start.
    const {copyAt} = await import('./copying.ts');
    const copied = await copyAt(deps, documentId, asked.seq as Seq | null);
    const original = await documents.find(documentId);
    if (!original) throw new AppError('not_found');
    const {labId, kind, owner} = original;
    const id = await documents.create({
      ...{labId, kind, title: asked.title, createdBy: personId, ...copied},
      // What is personal stays so.
      ...(owner === null ? {} : {owner}),
    });
    return c.json<{readonly id: DocumentId}>({id}, 201);
  });
}
