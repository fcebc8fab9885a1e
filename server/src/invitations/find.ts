/** One invitation with all that decides whether it still opens anything. */

import type {Kysely} from 'kysely';
import type {DocumentId, LabId, PersonId, Role, Side} from '@samenspel/shared';
import type {Tables} from '../store/tables.ts';

export interface Found {
  readonly id: string;
  readonly labId: LabId;
  readonly labName: string;
  readonly neighbourhood: string;
  readonly role: Role;
  readonly side: Side;
  /** null for the whole lab. */
  readonly documentId: DocumentId | null;
  readonly documentTitle: string | null;
  /** It is to a personal document. */
  readonly personal: boolean;
  readonly createdBy: PersonId;
  readonly inviterName: string;
  readonly expiresAt: number;
  /** What is true whatever the time: not taken back, not used up, and whoever asked still may. */
  readonly valid: boolean;
}

/** null when there is none. */
export async function findInvitation(
  db: Kysely<Tables>,
  by: {readonly hash: string} | {readonly id: string},
): Promise<Found | null> {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('lab', 'lab.id', 'invitation.lab')
    .innerJoin('user as inviter', 'inviter.id', 'invitation.created_by')
    .leftJoin('document', 'document.id', 'invitation.document')
    // Who was taken out of a lab leaves no door open behind them; what is personal stays theirs.
    .leftJoin('member', (join) =>
      join
        .onRef('member.lab', '=', 'invitation.lab')
        .onRef('member.person', '=', 'invitation.created_by')
        .on('member.role', '=', 'member')
        .on('member.left_at', 'is', null),
    )
    .selectAll('invitation')
    .select(['lab.name as labName', 'lab.neighbourhood', 'lab.closed_at as closedAt'])
    .select(['document.title', 'document.owner', 'document.deleted_at as deletedAt'])
    .select(['inviter.name as inviterName', 'member.person as stillMember'])
    .$if('hash' in by, (query) =>
      query.where('invitation.token_hash', '=', 'hash' in by ? by.hash : ''),
    )
    .$if('id' in by, (query) => query.where('invitation.id', '=', 'id' in by ? by.id : ''))
    .executeTakeFirst();
  if (!row) return null;
  const usedUp = row.max_uses !== null && row.uses >= row.max_uses;
  return {
    ...{id: row.id, labId: row.lab, labName: row.labName, neighbourhood: row.neighbourhood},
    ...{role: row.role, side: row.side, documentId: row.document, documentTitle: row.title},
    ...{createdBy: row.created_by, inviterName: row.inviterName, expiresAt: row.expires_at},
    personal: row.owner !== null,
    valid:
      row.withdrawn_at === null &&
      !usedUp &&
      row.closedAt === null &&
      row.deletedAt === null &&
      (row.owner === null ? row.stillMember !== null : row.owner === row.created_by),
  };
}

/** Whether it lets somebody in now. */
export function isOpen({valid, expiresAt}: Found, now: number): boolean {
  return valid && expiresAt > now;
}
