/** Tells somebody that there is news, in whichever documents of that lab they have open. */

import type {LabId, PersonId} from '@samenspel/shared';
import type {Documents} from '../documents/documents.ts';
import type {Sync} from '../sync/sync.ts';

export interface TellLiveDeps {
  readonly documents: Pick<Documents, 'ofLab'>;
  readonly sync: Pick<Sync, 'present' | 'notify'>;
}

/** The notice holds nothing: whoever else is there asks for their own news, and finds none. */
export async function tellLive(
  {documents, sync}: TellLiveDeps,
  personId: PersonId,
  labId: LabId,
): Promise<void> {
  for (const {id} of await documents.ofLab(labId, personId)) {
    if (sync.present(id).includes(personId)) sync.notify(id, {kind: 'news'});
  }
}
