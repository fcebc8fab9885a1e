/** Who reads along in one document, and ending that; inviting to it is an invitation like any other. */

import {Hono} from 'hono';
import {type GuestView, parsePersonId} from '@samenspel/shared';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {AppError} from '../errors.ts';
import type {Labs} from '../labs/labs.ts';
import type {Sync} from '../sync/sync.ts';
import type {Documents} from './documents.ts';
import type {Guests} from './guests.ts';
import {requireDocumentRight} from './rights.ts';

export interface GuestRoutesDeps {
  readonly labs: Labs;
  readonly documents: Documents;
  readonly guests: Guests;
  readonly sync: Pick<Sync, 'recheck'>;
}

/** Behind `signedIn`. */
export function guestRoutes({labs, documents, guests, sync}: GuestRoutesDeps) {
  const {standing} = documents;
  return new Hono<SignedIn>()
    .get('/documents/:id/guests', async (c) => {
      const principal = principalOf(c);
      const id = c.req.param('id');
      const {documentId} = await requireDocumentRight(standing, principal, id, 'guest.read');
      const row = await documents.find(documentId);
      if (!row) throw new AppError('not_found');
      const everyone = await labs.everyone(row.labId);
      const found = await guests.of(documentId);
      return c.json<{guests: readonly GuestView[]}>({
        guests: found.map(({invitedBy, ...guest}) => ({
          ...guest,
          invitedBy: everyone.find((one) => one.id === invitedBy) ?? null,
        })),
      });
    })
    .delete('/documents/:id/guests/:personId', async (c) => {
      const principal = principalOf(c);
      const guest = parsePersonId(c.req.param('personId'));
      // Whoever was let in may always go.
      const action = guest === principal.personId ? 'document.read' : 'guest.remove';
      const id = c.req.param('id');
      const {documentId} = await requireDocumentRight(standing, principal, id, action);
      if (!guest || !(await guests.remove(documentId, guest, principal.personId))) {
        throw new AppError('not_found');
      }
      sync.recheck(documentId);
      return c.body(null, 204);
    });
}
