/** A document as its readers see it: with names, and with who has it open now. */

import type {DocumentView, MemberView, PersonView, Role} from '@samenspel/shared';
import type {Sync} from '../sync/sync.ts';
import type {DocumentRow} from './documents.ts';

export interface DocumentViews {
  /** `members` are those of its lab; `role` is the reader's. */
  of(row: DocumentRow, members: readonly MemberView[], role: Role): DocumentView;
}

export function documentViews(sync: Pick<Sync, 'present'>): DocumentViews {
  return {
    of(row, members, role) {
      const person = (id: string): PersonView | null => {
        const found = members.find((member) => member.id === id);
        return found ? {id: found.id, name: found.name, side: found.side} : null;
      };
      return {
        ...row,
        changedBy: row.changedBy && person(row.changedBy),
        present: sync.present(row.id).flatMap((id) => person(id) ?? []),
        role,
      };
    },
  };
}

/** For sorting: the latest change comes first. */
export function lastChangeFirst(one: DocumentRow, other: DocumentRow): number {
  return other.changedAt - one.changedAt || one.title.localeCompare(other.title, 'nl');
}
