/** Who was invited to one document and not to its lab. They come by an invitation, and go here. */

import type {DocumentId, PersonId, Role, Side} from '@samenspel/shared';
import type {Kysely} from 'kysely';
import type {Log} from '../log/log.ts';
import type {Tables} from '../store/tables.ts';

export interface Guest {
  readonly id: PersonId;
  readonly name: string;
  readonly side: Side;
  readonly role: Role;
  readonly invitedBy: PersonId;
  readonly joinedAt: number;
}

export interface Guests {
  /** In order of arrival; [] if none. */
  of(documentId: DocumentId): Promise<readonly Guest[]>;
  /** Ends it, and says so in the lab's log unless the document is personal; false when they are none. */
  remove(documentId: DocumentId, guest: PersonId, by: PersonId): Promise<boolean>;
}

export function openGuests(db: Kysely<Tables>, log: Log): Guests {
  return {
    of: (documentId) =>
      db
        .selectFrom('document_guest as guest')
        .innerJoin('user', 'user.id', 'guest.person')
        .select(['user.id', 'user.name', 'guest.side', 'guest.role'])
        .select(['guest.invited_by as invitedBy', 'guest.joined_at as joinedAt'])
        .where('guest.document', '=', documentId)
        .orderBy('guest.joined_at')
        .orderBy('user.name')
        .execute(),

    remove: (document, guest, by) =>
      db.transaction().execute(async (trx) => {
        const {numDeletedRows} = await trx
          .deleteFrom('document_guest')
          .where('document', '=', document)
          .where('person', '=', guest)
          .executeTakeFirstOrThrow();
        if (numDeletedRows === 0n) return false;
        const lab = await trx
          .selectFrom('document')
          .select('lab as labId')
          .where('id', '=', document)
          .where('owner', 'is', null)
          .executeTakeFirst();
        if (!lab) return true;
        await (guest === by
          ? log.append(trx, {...lab, kind: 'left', by, document})
          : log.append(trx, {...lab, kind: 'guest_removed', by, about: guest, document}));
        return true;
      }),
  };
}
