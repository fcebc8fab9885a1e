/** A document as its readers see it: with names, and with who has it open now. */

import type {DocumentView, MemberView, PersonId, PersonView, Role} from '@samenspel/shared';
import type {PeopleOf} from '../history/routes.ts';
import type {Labs} from '../labs/labs.ts';
import type {Sync} from '../sync/sync.ts';
import type {DocumentRow, Documents} from './documents.ts';

export interface DocumentViews {
  /** `members` are those of its lab; `role` is the reader's. */
  of(row: DocumentRow, members: readonly MemberView[], role: Role): DocumentView;
}

export function documentViews(sync: Pick<Sync, 'present' | 'epoch'>): DocumentViews {
  return {
    of(row, members, role) {
      return {
        ...row,
        changedBy: row.changedBy && personIn(members, row.changedBy),
        present: sync.present(row.id).flatMap((id) => personIn(members, id) ?? []),
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
    const members = row ? await labs.members(row.labId) : [];
    return personIds.flatMap((id) => personIn(members, id) ?? []);
  };
}

function personIn(members: readonly MemberView[], id: PersonId): PersonView | null {
  const found = members.find((member) => member.id === id);
  return found ? {id: found.id, name: found.name, side: found.side} : null;
}
