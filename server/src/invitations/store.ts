/** Invitations as rows, and what becomes of who accepts one. */

import type {Kysely} from 'kysely';
import type {DocumentId, InvitationView, LabId, PersonId} from '@samenspel/shared';
import type {Contacts} from '../auth/contacts.ts';
import {createPerson} from '../auth/people.ts';
import type {Principal} from '../auth/principal.ts';
import {AppError} from '../errors.ts';
import {newId} from '../ids.ts';
import {holdLab} from '../labs/members.ts';
import {addMember} from '../labs/store.ts';
import type {Log} from '../log/log.ts';
import type {Mailer} from '../mail/mail.ts';
import {seal} from '../mail/seal.ts';
import type {Tables} from '../store/tables.ts';
import {hashOfToken, newToken} from '../token.ts';
import {findInvitation, type Found, isOpen} from './find.ts';
import type {Guest, Invitations} from './invitations.ts';

export interface InvitationsDeps {
  readonly db: Kysely<Tables>;
  readonly log: Log;
  readonly mailer: Mailer;
  readonly contacts: Pick<Contacts, 'give'>;
  /** The folder's. */
  readonly secret: string;
  readonly now: () => number;
}

/** What a lab can still oversee; older ones are over anyway. */
const listed = 200;

export function openInvitations(deps: InvitationsDeps): Invitations {
  const {db, log, mailer, contacts, secret, now} = deps;
  return {
    async of({labId, documentId}, reader) {
      const rows = await visible(db, reader)
        .leftJoin('user as inviter', 'inviter.id', 'invitation.created_by')
        .leftJoin('member', (join) =>
          join
            .onRef('member.lab', '=', 'invitation.lab')
            .onRef('member.person', '=', 'invitation.created_by'),
        )
        .selectAll('invitation')
        .select(['document.title', 'inviter.name', 'member.side as inviterSide'])
        .where('invitation.lab', '=', labId)
        .$if(documentId !== null, (query) => query.where('invitation.document', '=', documentId))
        .orderBy('invitation.created_at', 'desc')
        .orderBy('invitation.id')
        .limit(listed)
        .execute();
      return rows.map((row): InvitationView => ({
        ...{id: row.id, role: row.role, side: row.side, uses: row.uses},
        use: row.max_uses === null ? 'meeting' : 'once',
        document: row.document && {id: row.document, title: row.title ?? ''},
        createdBy:
          row.name !== null && row.inviterSide !== null
            ? {id: row.created_by, name: row.name, side: row.inviterSide}
            : null,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        state: stateOf(row, now()),
      }));
    },

    async create({labId, by, role, side, document, expiresAt, maxUses, address}) {
      const id = newId();
      const token = newToken();
      await db.transaction().execute(async (trx) => {
        await holdLab(trx, labId);
        const personal = document !== null && (await mayInviteTo(trx, labId, document, by));
        await trx
          .insertInto('invitation')
          .values({
            ...{id, lab: labId, document, role, side, token_hash: hashOfToken(token)},
            ...{created_by: by, created_at: now(), expires_at: expiresAt, max_uses: maxUses},
            ...{uses: 0, withdrawn_at: null, withdrawn_by: null},
          })
          .execute();
        if (!personal) {
          const what = document === null ? {} : {document};
          await log.append(trx, {labId, kind: 'invited', by, invitation: id, side, role, ...what});
        }
        if (address === null) return;
        const facts = {invitation: id, token: seal(secret, token)};
        await mailer.add(trx, {kind: 'invitation', address, person: by, lab: labId, facts});
      });
      if (address !== null) mailer.wake();
      return {id, token};
    },

    async placeOf(id, reader) {
      const row = await visible(db, reader)
        .select(['invitation.lab as labId', 'invitation.document as documentId'])
        .where('invitation.id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },

    withdraw: (id, by) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .updateTable('invitation')
          .set({withdrawn_at: now(), withdrawn_by: by})
          .where('id', '=', id)
          .where('withdrawn_at', 'is', null)
          .returning(['lab', 'document', 'side', 'role'])
          .executeTakeFirst();
        if (!row || (await isPersonal(trx, row.document))) return;
        const {lab: labId, side, role, document} = row;
        const what = document === null ? {} : {document};
        await log.append(trx, {
          ...{labId, kind: 'invitation_withdrawn', by, invitation: id, side, role},
          ...what,
        });
      }),

    async look(token, principal) {
      const found = await findInvitation(db, {hash: hashOfToken(token)});
      if (!found) throw new AppError('link_invalid');
      if (!isOpen(found, now()) && !(principal && (await isInside(db, found, principal)))) {
        throw new AppError('link_invalid');
      }
      const {labName, neighbourhood, role, side, documentTitle} = found;
      return {
        labName,
        neighbourhood,
        role,
        side,
        ...(documentTitle === null ? {} : {documentTitle}),
      };
    },

    async accept(token, guest) {
      const arrival = await db.transaction().execute(async (trx) => {
        const hash = hashOfToken(token);
        // Begins with a write, so that of two who use it at once the second sees the first.
        await trx
          .updateTable('invitation')
          .set((row) => ({uses: row.ref('uses')}))
          .where('token_hash', '=', hash)
          .execute();
        const found = await findInvitation(trx, {hash});
        if (!found) throw new AppError('link_invalid');
        const {labId, documentId} = found;
        const {principal} = guest;
        const open = isOpen(found, now());
        if (principal && (await isInside(trx, found, principal))) {
          return {labId, documentId, newcomer: null};
        }
        if (!open) throw new AppError('link_invalid');
        if (principal && isForeign(principal, labId)) {
          throw new AppError('one_lab_only');
        }
        const person = principal?.personId ?? (await newPerson(trx, guest));
        await enter(trx, found, person);
        await trx
          .updateTable('invitation')
          .set((row) => ({uses: row('uses', '+', 1)}))
          .where('id', '=', found.id)
          .execute();
        return {labId, documentId, newcomer: principal ? null : person};
      });
      mailer.wake();
      return arrival;
    },
  };

  async function newPerson(trx: Kysely<Tables>, {name, address}: Guest): Promise<PersonId> {
    if (name === null) throw new AppError('bad_request', {fields: ['name']});
    const person = await createPerson(trx, name, now());
    if (address !== null) await contacts.give(trx, person, address);
    return person;
  }

  async function enter(trx: Kysely<Tables>, found: Found, person: PersonId): Promise<void> {
    const {labId, documentId, role, id} = found;
    let {side} = found;
    if (documentId === null) {
      // Going and coming back is no way to the other side.
      side = (await sideBefore(trx, labId, person)) ?? side;
      await addMember(trx, labId, person, {side, role, counts: false}, now());
    } else {
      const visit = {
        ...{role, side, invited_by: found.createdBy},
        ...{joined_at: now(), left_at: null},
      };
      await trx
        .insertInto('document_guest')
        .values({document: documentId, person, ...visit})
        .onConflict((conflict) => conflict.columns(['document', 'person']).doUpdateSet(visit))
        .execute();
    }
    if (await isPersonal(trx, documentId)) return;
    const what = documentId === null ? {} : {document: documentId};
    await log.append(trx, {labId, kind: 'joined', by: person, invitation: id, side, role, ...what});
  }
}

/** Those that this person may know of. */
function visible(db: Kysely<Tables>, reader: PersonId) {
  return db
    .selectFrom('invitation')
    .leftJoin('document', 'document.id', 'invitation.document')
    .where((row) =>
      row.or([row('document.owner', 'is', null), row('document.owner', '=', reader)]),
    );
}

function stateOf(
  row: {
    readonly withdrawn_at: number | null;
    readonly expires_at: number;
    readonly max_uses: number | null;
    readonly uses: number;
  },
  now: number,
): InvitationView['state'] {
  if (row.withdrawn_at !== null) return 'withdrawn';
  if (row.max_uses !== null && row.uses >= row.max_uses) return 'used';
  return row.expires_at <= now ? 'expired' : 'open';
}

/** Whether it is personal; @throws AppError 'not_found' when it is not this lab's, or another's */
async function mayInviteTo(
  trx: Kysely<Tables>,
  labId: LabId,
  document: DocumentId,
  by: PersonId,
): Promise<boolean> {
  const row = await trx
    .selectFrom('document')
    .select('owner')
    .where('id', '=', document)
    .where('lab', '=', labId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row || (row.owner !== null && row.owner !== by)) throw new AppError('not_found');
  return row.owner !== null;
}

async function isPersonal(trx: Kysely<Tables>, document: DocumentId | null): Promise<boolean> {
  if (document === null) return false;
  const row = await trx
    .selectFrom('document')
    .select('owner')
    .where('id', '=', document)
    .executeTakeFirst();
  return row !== undefined && row.owner !== null;
}

/** A session of one lab is no way into another. */
function isForeign({onlyLab}: Principal, labId: LabId): boolean {
  return onlyLab !== null && onlyLab !== labId;
}

/** Whether this person can already see what they are invited to. */
async function isInside(
  db: Kysely<Tables>,
  {labId, documentId, personal}: Found,
  principal: Principal,
): Promise<boolean> {
  if (isForeign(principal, labId)) return false;
  const {personId} = principal;
  const member = await db
    .selectFrom('member')
    .select('person')
    .where('lab', '=', labId)
    .where('person', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  if (member && !personal) return true;
  if (documentId === null) return false;
  const guest = await db
    .selectFrom('document_guest')
    .select('person')
    .where('document', '=', documentId)
    .where('person', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return guest !== undefined;
}

async function sideBefore(trx: Kysely<Tables>, labId: LabId, person: PersonId) {
  const row = await trx
    .selectFrom('member')
    .select('side')
    .where('lab', '=', labId)
    .where('person', '=', person)
    .executeTakeFirst();
  return row?.side ?? null;
}
