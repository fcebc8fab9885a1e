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

export function openGuests(db: Kysely<Tables>, log: Log, now: () => number): Guests {
  return {
    of: (documentId) =>
      db
        .selectFrom('document_guest as guest')
        .innerJoin('user', 'user.id', 'guest.person')
        .select(['user.id', 'user.name', 'guest.side', 'guest.role'])
        .select(['guest.invited_by as invitedBy', 'guest.joined_at as joinedAt'])
        .where('guest.document', '=', documentId)
        .where('guest.left_at', 'is', null)
        .orderBy('guest.joined_at')
        .orderBy('user.name')
        .execute(),

    remove: (document, guest, by) =>
      db.transaction().execute(async (trx) => {
        const {numUpdatedRows} = await trx
          .updateTable('document_guest')
          .set({left_at: now()})
          .where('document', '=', document)
          .where('person', '=', guest)
          .where('left_at', 'is', null)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return false;
        const lab = await trx
          .selectFrom('document')
          .select('lab as labId')
          .where('id', '=', document)
          .where('owner', 'is', null)
          .executeTakeFirst();
        if (!lab) {
          await forgetPersonalGuests(trx);
          return true;
        }
        await (guest === by
          ? log.append(trx, {...lab, kind: 'left', by, document})
          : log.append(trx, {...lab, kind: 'guest_removed', by, about: guest, document}));
        return true;
      }),
  };
}

/** Who left keeps a name in the lab's log; of a personal document there is none, so nothing stays. */
export async function forgetPersonalGuests(trx: Kysely<Tables>): Promise<void> {
  await trx
    .deleteFrom('document_guest')
    .where('left_at', 'is not', null)
    .where('document', 'in', (documents) =>
      documents.selectFrom('document').select('id').where('owner', 'is not', null),
    )
    .execute();
}
