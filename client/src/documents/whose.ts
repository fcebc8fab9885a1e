/** Whose document it is, for me: the lab's, or personal, and then mine or somebody else's. */

import {type Action, canIn, type DocumentView, type PersonId, type Whose} from '@samenspel/shared';

export function whose({owner}: DocumentView, me: PersonId | undefined): Whose {
  if (owner === null) return 'lab';
  return owner.id === me ? 'mine' : 'anothers';
}

/** Whether I may do this with this document, as far as its role and its writer go. */
export function mayIn(document: DocumentView, me: PersonId | undefined, action: Action): boolean {
  return canIn({role: document.role, whose: whose(document, me)}, action);
}
