/** What somebody may do with one document: asked at the start of every route about it. */

import {type Action, can, type DocumentId, parseDocumentId} from '@samenspel/shared';
import type {Principal, StandingIn} from '../auth/principal.ts';
import {AppError} from '../errors.ts';

export type Standing = NonNullable<Awaited<ReturnType<StandingIn>>>;

/**
 * The document this address means and how the person stands towards it.
 * @throws AppError 'not_found' when it is absent or none of their business; the two look alike
 * @throws AppError 'forbidden' when their role does not include the action
 */
export async function requireDocumentRight(
  standing: StandingIn,
  principal: Principal,
  address: string,
  action: Action,
): Promise<{readonly documentId: DocumentId; readonly standing: Standing}> {
  const documentId = parseDocumentId(address);
  const found = documentId && (await standing(principal.personId, documentId));
  if (!documentId || !found) throw new AppError('not_found');
  if (!can(found.role, action)) throw new AppError('forbidden', {action});
  return {documentId, standing: found};
}
