/** A document as its readers see it: with names, and with who has it open now. */

import type {DocumentView, PersonId, PersonView, Role} from '@samenspel/shared';
import type {PeopleOf} from '../history/routes.ts';
import type {Labs} from '../labs/labs.ts';
import type {Sync} from '../sync/sync.ts';
import type {DocumentRow, Documents} from './documents.ts';

export interface DocumentViews {
  /** `everyone` is who is or was in its lab; `role` is the reader's. */
  of(row: DocumentRow, everyone: readonly PersonView[], role: Role): DocumentView;
}

export function documentViews(sync: Pick<Sync, 'present' | 'epoch'>): DocumentViews {
  return {
    of({id, labId, title, kind, owner, changedAt, changedBy, archivedAt}, everyone, role) {
      return {
        ...{id, labId, title, kind, changedAt, archivedAt},
        owner: owner && personIn(everyone, owner),
        changedBy: changedBy && personIn(everyone, changedBy),
        present: sync.present(id).flatMap((person) => personIn(everyone, person) ?? []),
        role,
        epoch: sync.epoch,
      };
    },
  };
}

/** For sorting: the latest change comes first. */
export function lastChangeFirst(one: DocumentRow, other: DocumentRow): number {
  return other.changedAt - one.changedAt || one.title.localeCompare(other.title, 'nl');
}

/** The people behind ids, as the lab of a document knows them; who is unknown is left out. */
export function peopleIn(documents: Documents, labs: Labs): PeopleOf {
  return async (documentId, personIds) => {
    const row = await documents.find(documentId);
    const everyone = row ? await labs.everyone(row.labId) : [];
    return personIds.flatMap((id) => personIn(everyone, id) ?? []);
  };
}

function personIn(everyone: readonly PersonView[], id: PersonId): PersonView | null {
  return everyone.find((one) => one.id === id) ?? null;
}
