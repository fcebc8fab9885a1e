/** What somebody may open without being in its lab: they were invited to it, or it is theirs. */

import type {LabId, LooseDocumentView, PersonId} from '@samenspel/shared';
import type {Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';

/** By title. @param onlyLab the one lab that their session opens; null for all */
export async function documentsElsewhere(
  db: Kysely<Tables>,
  personId: PersonId,
  onlyLab: LabId | null,
): Promise<readonly LooseDocumentView[]> {
  const rows = await db
    .selectFrom('document')
    .innerJoin('lab', 'lab.id', 'document.lab')
    .leftJoin('document_guest as guest', (join) =>
      join
        .onRef('guest.document', '=', 'document.id')
        .on('guest.person', '=', personId)
        .on('guest.left_at', 'is', null),
    )
    .leftJoin('member', (join) =>
      join.onRef('member.lab', '=', 'document.lab').on('member.person', '=', personId),
    )
    .select(['document.id', 'document.title', 'document.kind', 'document.owner'])
    .select(['lab.name as labName', 'member.side', 'guest.side as guestSide', 'guest.role'])
    .where('document.deleted_at', 'is', null)
    .where((row) =>
      row.or([row('document.owner', '=', personId), row('guest.person', 'is not', null)]),
    )
    .where((row) =>
      row.or([row('member.person', 'is', null), row('member.left_at', 'is not', null)]),
    )
    .$if(onlyLab !== null, (query) => query.where('document.lab', '=', onlyLab))
    .orderBy('document.title')
    .execute();
  return rows.flatMap(({owner, side, guestSide, role, ...view}): readonly LooseDocumentView[] => {
    if (owner === personId && side) return [{...view, side, role: 'member'}];
    return guestSide && role ? [{...view, side: guestSide, role}] : [];
  });
}
