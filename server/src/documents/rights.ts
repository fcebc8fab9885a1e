/** What somebody may do with one document: asked at the start of every route about it. */

import {
  type Action,
  can,
  canIn,
  type DocumentId,
  outlivesLab,
  parseDocumentId,
  type Role,
} from '@samenspel/shared';
import type {Principal, Standing, StandingIn} from '../auth/principal.ts';
import {AppError} from '../errors.ts';

/**
 * The document this address means and how the person stands towards it.
 * @throws AppError 'not_found' when it is absent or none of their business; the two look alike
 * @throws AppError 'forbidden' when their role does not include the action, 'lab_closed' when it did
 */
export async function requireDocumentRight(
  standing: StandingIn,
  principal: Principal,
  address: string,
  action: Action,
): Promise<{readonly documentId: DocumentId; readonly standing: Standing}> {
  const documentId = parseDocumentId(address);
  const found = documentId && (await standing(principal, documentId));
  if (!documentId || !found) throw new AppError('not_found');
  if (!canIn(found, action)) throw new AppError('forbidden', {action});
  requireRight(found, action);
  return {documentId, standing: found};
}

/** How somebody stands in a lab, or towards one of its documents. */
type Place = {readonly role: Role} & (
  {readonly closed: boolean} | {readonly closedAt: number | null}
);

/** @throws AppError 'forbidden' when the role does not include the action, 'lab_closed' when it did */
export function requireRight({role, ...place}: Place, action: Action): void {
  if (!can(role, action)) throw new AppError('forbidden', {action});
  const closed = 'closed' in place ? place.closed : place.closedAt !== null;
  if (closed && !outlivesLab(action)) throw new AppError('lab_closed', {action});
}
