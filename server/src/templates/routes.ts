/** A lab's own templates: made of a document or brought from a file, taken along, put away and brought back. */

import {Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {z} from 'zod';
import {
  type Action,
  type LabId,
  parseTemplateId,
  type PersonView,
  SCHEMA_VERSION,
  type TemplateView,
} from '@samenspel/shared';
import {
  maxTemplateFileBytes,
  readTemplateFile,
  templateName,
  writeTemplateFile,
} from '@samenspel/shared/templates/file';
import type {Principal} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Clock} from '../clock.ts';
import type {Documents} from '../documents/documents.ts';
import {requireDocumentRight, requireRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import {slugOf} from '../export/file-name.ts';
import type {Journal} from '../journal/journal.ts';
import {json} from '../json.ts';
import type {Labs} from '../labs/labs.ts';
import {requireLab} from '../labs/require.ts';
import type {SchemaVersions} from '../schema/versions.ts';
import type {TemplateRow, Templates} from './templates.ts';

export interface TemplateRoutesDeps {
  readonly labs: Labs;
  readonly documents: Documents;
  readonly templates: Templates;
  readonly journal: Pick<Journal, 'latest'>;
  readonly versions: Pick<SchemaVersions, 'of'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** These may be longer than what is asked otherwise: a template comes in them. */
export const templateFilesPath = '/api/labs/:labId/templates';

const naming = json(z.object({name: templateName}));
const bringing = json(z.unknown().transform(readTemplateFile));

/** Behind `signedIn`. */
export function templateRoutes(deps: TemplateRoutesDeps) {
  const {labs, documents, templates, journal, versions, clock} = deps;
  const {standing} = documents;

  async function require(principal: Principal, address: string, action: Action) {
    const id = parseTemplateId(address);
    const row = id && (await templates.find(id));
    if (!row) throw new AppError('not_found');
    requireRight(await requireLab(labs, principal, row.labId), action);
    return row;
  }

  async function setArchived(principal: Principal, address: string, at: number | null) {
    const {id, labId} = await require(principal, address, 'template.archive');
    await templates.archive(id, at, principal.personId);
    return shown(labId, await require(principal, address, 'template.read'));
  }

  async function shown(labId: LabId, row: TemplateRow): Promise<TemplateView> {
    return viewOf(row, await labs.everyone(labId));
  }

  return new Hono<SignedIn>()
    .get('/labs/:labId/templates', async (c) => {
      const lab = await requireLab(labs, principalOf(c), c.req.param('labId'));
      requireRight(lab, 'template.read');
      const [rows, everyone] = await Promise.all([templates.ofLab(lab.id), labs.everyone(lab.id)]);
      return c.json({templates: rows.map((row) => viewOf(row, everyone))});
    })
    .post(
      '/labs/:labId/templates',
      bodyLimit({maxSize: maxTemplateFileBytes, onError: tooLarge}),
      bringing,
      async (c) => {
        const principal = principalOf(c);
        const lab = await requireLab(labs, principal, c.req.param('labId'));
        requireRight(lab, 'template.create');
        const file = c.req.valid('json');
        if (file.state !== 'read') throw new AppError('bad_request', {fields: [file.state]});
        const {name, kind, schema, content} = file.template;
        // Loaded with the first template: the editor's schema would slow down every start.
        const {templateText} = await import('./text.ts');
        const row = await templates.create({
          ...{labId: lab.id, by: principal.personId, from: 'file', name, kind},
          ...{schema: SCHEMA_VERSION, content: templateText(content, schema)},
        });
        return c.json(await shown(lab.id, row), 201);
      },
    )
    .post('/documents/:id/template', naming, async (c) => {
      const principal = principalOf(c);
      const {documentId} = await requireDocumentRight(
        ...([standing, principal, c.req.param('id'), 'template.create'] as const),
      );
      const document = await documents.find(documentId);
      const latest = await journal.latest(documentId);
      const version = await versions.of(documentId);
      if (!document || !latest || version === null) throw new AppError('not_found');
      const {textOf} = await import('../history/moment.ts');
      const {templateText} = await import('./text.ts');
      const content = templateText(textOf(latest.updates, latest.state), version);
      const row = await templates.create({
        ...{labId: document.labId, by: principal.personId, from: 'document'},
        ...{...c.req.valid('json'), kind: document.kind, schema: SCHEMA_VERSION, content},
      });
      return c.json(await shown(document.labId, row), 201);
    })
    .get('/templates/:id/file', async (c) => {
      const {id, name} = await require(principalOf(c), c.req.param('id'), 'template.read');
      const text = await templates.text(id);
      if (!text) throw new AppError('not_found');
      // Always a file: nothing that people wrote is shown as a page of ours.
      return c.body(writeTemplateFile(text), 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="sjabloon-${slugOf(name, 'document')}.json"`,
      });
    })
    .post('/templates/:id/archive', async (c) =>
      c.json(await setArchived(principalOf(c), c.req.param('id'), clock.now())),
    )
    .post('/templates/:id/bring-back', async (c) =>
      c.json(await setArchived(principalOf(c), c.req.param('id'), null)),
    );
}

function viewOf(
  {id, name, kind, createdAt, createdBy, archivedAt}: TemplateRow,
  everyone: readonly PersonView[],
): TemplateView {
  const by = everyone.find((one) => one.id === createdBy) ?? null;
  return {id, name, kind, createdAt, archivedAt, createdBy: by};
}

function tooLarge(): never {
  throw new AppError('too_large', {maxBytes: maxTemplateFileBytes});
}
