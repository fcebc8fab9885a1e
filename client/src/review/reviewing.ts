/** Whether somebody only looks back in a document: then no editor is fetched for them. */

import type {DocumentId, LabId, MeView} from '@samenspel/shared';
import {useDocument} from '../documents/document.ts';
import {useMe} from '../sign-in/me.ts';

/** Whether I look back at this lab's work. */
export function isReviewerOf(me: MeView | null | undefined, labId: LabId): boolean {
  return me?.labs.find(({id}) => id === labId)?.role === 'reviewer';
}

/** null while that is being asked. */
export function useIsReviewing(documentId: DocumentId): boolean | null {
  const me = useMe().data;
  const document = useDocument(documentId);
  const roles = [...(me?.labs ?? []), ...(me?.documents ?? [])].map(({role}) => role);
  // Whoever reviews nothing at all needs not wait for an answer; nor does who reviews everything.
  if (!roles.includes('reviewer')) return false;
  if (roles.every((role) => role === 'reviewer')) return true;
  if (document.data) return document.data.role === 'reviewer';
  return document.isError ? false : null;
}
