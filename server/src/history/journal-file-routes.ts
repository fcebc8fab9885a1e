/** A document's journal as a file, for who may look back and wants to do so with another program. */

import {Hono} from 'hono';
import {amsterdamDay} from '@samenspel/shared';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Clock} from '../clock.ts';
import type {Documents} from '../documents/documents.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import {asFile} from '../export/as-file.ts';
import type {Exports} from '../export/exports.ts';
import {slugOf} from '../export/file-name.ts';

export interface JournalFileRoutesDeps {
  readonly standing: StandingIn;
  readonly documents: Pick<Documents, 'find'>;
  readonly exports: Pick<Exports, 'start'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Mounted where documents are, behind `signedIn`. */
export function journalFileRoutes({standing, documents, exports, clock}: JournalFileRoutesDeps) {
  return new Hono<SignedIn>().get('/:id/journal.jsonl', async (c) => {
    const principal = principalOf(c);
    const {documentId} = await requireDocumentRight(
      standing,
      principal,
      c.req.param('id'),
      'history.read',
    );
    const document = await documents.find(documentId);
    if (!document) throw new AppError('not_found');
    const at = clock.now();
    const {personId} = principal;
    const {id, labId} = document;
    const body = await exports.start({kind: 'journal', documentId: id, labId, personId, at});
    const name = `${slugOf(document.title, 'document')}-journaal-${amsterdamDay(at)}.jsonl`;
    return c.body(body, 200, asFile(name, 'application/jsonl; charset=utf-8'));
  });
}
