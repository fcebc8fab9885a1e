/** Making, naming, putting away and bringing back documents; their text goes over the wire. */

import {Hono} from 'hono';
import {z} from 'zod';
import {
  type Action,
  documentKinds,
  type DocumentId,
  type DocumentView,
  type LabId,
  parseTemplateId,
  type PersonId,
  type Role,
} from '@samenspel/shared';
import type {Principal} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import {json} from '../json.ts';
import type {Labs} from '../labs/labs.ts';
import {requireLab} from '../labs/require.ts';
import type {Sync} from '../sync/sync.ts';
import type {Templates} from '../templates/templates.ts';
import type {Documents} from './documents.ts';
import {requireDocumentRight, requireRight} from './rights.ts';
import type {DocumentViews} from './views.ts';

export interface DocumentRoutesDeps {
  readonly labs: Labs;
  readonly documents: Documents;
  readonly templates: Templates;
  readonly views: DocumentViews;
  readonly sync: Pick<Sync, 'notify' | 'recheck'>;
  readonly clock: Clock;
}

const title = z
  .string()
  .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(200));

/** A kind of document, or a template of the lab's own. */
const template = z.union([z.enum(documentKinds), z.object({own: z.string()})]);
const creation = json(z.object({title: title.optional(), template}));
const renaming = json(z.object({title}));

/** Behind `signedIn`. */
export function documentRoutes(deps: DocumentRoutesDeps) {
  const {labs, documents, templates, sync, clock} = deps;
  const require = (principal: Principal, address: string, action: Action) =>
    requireDocumentRight(documents.standing, principal, address, action);

  return new Hono<SignedIn>()
    .post('/labs/:labId/documents', creation, async (c) => {
      const principal = principalOf(c);
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'document.create');
      const asked = c.req.valid('json');
      // Loaded at the first new document: the editor's schema would slow down every start.
      const {newText, ownText} = await import('./templates.ts');
      const text =
        typeof asked.template === 'string'
          ? newText(asked.template)
          : ownText(await ownTemplate(templates, lab.id, asked.template.own));
      const documentId = await documents.create({
        ...text,
        title: asked.title ?? text.title,
        labId: lab.id,
        createdBy: principal.personId,
        // Nobody but its writer and whom they invite knows of it.
        ...(text.kind === 'route' ? {owner: principal.personId} : {}),
      });
      return c.json(await view(deps, documentId, lab.role), 201);
    })
    .get('/documents/:id', async (c) => {
      const {documentId, standing} = await require(principalOf(c), c.req.param(
        'id',
      ), 'document.read');
      return c.json(await view(deps, documentId, standing.role));
    })
    .patch('/documents/:id', renaming, async (c) => {
      const principal = principalOf(c);
      const {documentId, standing} = await require(principal, c.req.param('id'), 'document.rename');
      await documents.rename(documentId, c.req.valid('json').title, principal.personId);
      sync.notify(documentId, {kind: 'renamed'});
      return c.json(await view(deps, documentId, standing.role));
    })
    .post('/documents/:id/archive', async (c) => {
      const principal = principalOf(c);
      const {documentId, standing} = await require(principal, c.req.param(
        'id',
      ), 'document.archive');
      await setArchived(deps, documentId, clock.now(), principal.personId);
      return c.json(await view(deps, documentId, standing.role));
    })
    .post('/documents/:id/bring-back', async (c) => {
      const principal = principalOf(c);
      const {documentId, standing} = await require(principal, c.req.param(
        'id',
      ), 'document.archive');
      await setArchived(deps, documentId, null, principal.personId);
      return c.json(await view(deps, documentId, standing.role));
    });
}

/** @throws AppError 'not_found' when it is not this lab's, or was put away */
async function ownTemplate(templates: Templates, labId: LabId, address: string) {
  const id = parseTemplateId(address);
  const row = id && (await templates.find(id));
  const text = row?.labId === labId && row.archivedAt === null && (await templates.text(row.id));
  if (!text) throw new AppError('not_found');
  return text;
}

async function setArchived(
  {documents, sync}: DocumentRoutesDeps,
  documentId: DocumentId,
  at: number | null,
  by: PersonId,
): Promise<void> {
  await documents.archive(documentId, at, by);
  // Who has it open becomes a reader, or a writer again.
  sync.recheck(documentId);
  sync.notify(documentId, {kind: 'archived'});
}

async function view(
  {documents, labs, views}: DocumentRoutesDeps,
  documentId: DocumentId,
  role: Role,
): Promise<DocumentView> {
  const row = await documents.find(documentId);
  if (!row) throw new AppError('not_found');
  return views.of(row, await labs.everyone(row.labId), role);
}
