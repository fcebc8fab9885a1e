/**
 * Forgetting a person: they leave every lab, and their name, their address and what was only theirs go.
 * What they wrote with others stays, by "iemand". It can't be undone.
 */

import {
  type DocumentId,
  forgottenName,
  type KeyAct,
  type LabId,
  type PersonId,
  type QuestionId,
} from '@samenspel/shared';
import {type Kysely, sql} from 'kysely';
import type {Asker} from '../auth/principal.ts';
import {forgetPersonalGuests} from '../documents/guests.ts';
import {erasePersonal, isTyped} from '../documents/personal.ts';
import {AppError} from '../errors.ts';
import {newId} from '../ids.ts';
import {takeOut, tellDeserted} from '../labs/members.ts';
import type {Log} from '../log/log.ts';
import type {Tables} from '../store/tables.ts';

/** What has to be told at once to who is connected. */
export interface Forgotten {
  readonly sessions: readonly string[];
  readonly documents: readonly DocumentId[];
}

export interface Forgetting {
  /**
   * @param name what they typed to say that they mean it
   * @throws AppError 'bad_request' when it is not their name
   * @throws AppError 'forbidden' when their session opens one lab, and they are in others
   */
  forget(asker: Asker, name: string): Promise<Forgotten>;
}

export interface ForgettingDeps {
  readonly db: Kysely<Tables>;
  readonly log: Log;
  readonly now: () => number;
}

export function openForgetting({db, log, now}: ForgettingDeps): Forgetting {
  return {
    forget: ({personId, onlyLab}, name) =>
      db.transaction().execute(async (trx) => {
        const at = now();
        // Begins with a write, so that nobody joins a lab or writes a document under this name meanwhile.
        const person = await trx
          .updateTable('user')
          .set({updatedAt: new Date(at).toISOString()})
          .where('id', '=', personId)
          .returning(['name', 'email'])
          .executeTakeFirstOrThrow();
        if (!isTyped(name, person.name)) throw new AppError('bad_request', {fields: ['name']});
        if (onlyLab !== null && (await isElsewhere(trx, personId, onlyLab))) {
          throw new AppError('one_lab_only');
        }
        await leaveLabs(trx, log, personId, at);
        await closeQuestions(trx, log, personId, at);
        const documents = await erasePersonals(trx, log, personId);
        await log.forgetWords(trx, {by: personId});
        await log.forgetWords(trx, {about: personId});
        await closeInvitations(trx, personId, at);
        await removeMail(trx, personId);
        await forgetHiding(trx, personId);
        const sessions = await removeSessions(trx, personId, person.email);
        await endVisits(trx, personId, at);
        await trx.deleteFrom('seen').where('person', '=', personId).execute();
        await trx.deleteFrom('news').where('person', '=', personId).execute();
        await trx.deleteFrom('news_mail').where('person', '=', personId).execute();
        await trx
          .updateTable('user')
          .set({name: forgottenName, email: `${personId}@people.invalid`, image: null})
          .where('id', '=', personId)
          .execute();
        return {sessions, documents};
      }),
  };
}

/** Two members of one lab can let somebody in there; that must not end what they are elsewhere. */
async function isElsewhere(
  trx: Kysely<Tables>,
  personId: PersonId,
  onlyLab: LabId,
): Promise<boolean> {
  const member = trx
    .selectFrom('member')
    .select('lab')
    .where('person', '=', personId)
    .where('lab', '<>', onlyLab);
  const guest = trx
    .selectFrom('document_guest')
    .innerJoin('document', 'document.id', 'document_guest.document')
    .select('document.lab')
    .where('document_guest.person', '=', personId)
    .where('document.lab', '<>', onlyLab);
  return (await member.union(guest).execute()).length > 0;
}

async function leaveLabs(
  trx: Kysely<Tables>,
  log: Log,
  personId: PersonId,
  at: number,
): Promise<void> {
  const memberships = await trx
    .selectFrom('member')
    .select('lab as labId')
    .where('person', '=', personId)
    .where('left_at', 'is', null)
    .execute();
  for (const {labId} of memberships) {
    await takeOut(trx, {log, labId, personId, at});
    await log.append(trx, {labId, kind: 'forgotten', by: personId});
    await tellDeserted(trx, log, labId);
  }
}

/** Nothing waits for a key that they asked, or that is about them; and no reason speaks of them. */
async function closeQuestions(
  trx: Kysely<Tables>,
  log: Log,
  personId: PersonId,
  at: number,
): Promise<void> {
  const theirs = sql<boolean>`(asked_by = ${personId} or act ->> 'person' = ${personId})`;
  const closed = await trx
    .updateTable('question')
    .set({closed_at: at, outcome: 'withdrawn'})
    .where('outcome', 'is', null)
    .where(theirs)
    .returning(['id', 'lab as labId', 'act', 'asked_by'])
    .execute();
  for (const {id, labId, act, asked_by} of closed) {
    const {kind} = JSON.parse(act) as KeyAct;
    const by = asked_by === personId ? {by: personId} : {};
    const question = id as QuestionId;
    await log.append(trx, {labId, kind: 'question_withdrawn', question, act: kind, ...by});
  }
  await trx.updateTable('question').set({reason: ''}).where(theirs).execute();
}

async function erasePersonals(
  trx: Kysely<Tables>,
  log: Log,
  personId: PersonId,
): Promise<readonly DocumentId[]> {
  const rows = await trx
    .selectFrom('document')
    .select('id')
    .where('owner', '=', personId)
    .execute();
  for (const {id} of rows) await erasePersonal(trx, log, id);
  return rows.map(({id}) => id);
}

/** The rows stay, because logs point at them; what was in the links opens nothing any more. */
async function closeInvitations(
  trx: Kysely<Tables>,
  personId: PersonId,
  at: number,
): Promise<void> {
  const rows = await trx
    .selectFrom('invitation')
    .select('id')
    .where('created_by', '=', personId)
    .execute();
  for (const {id} of rows) {
    await trx
      .updateTable('invitation')
      .set((row) => ({
        token_hash: `forgotten-${newId()}`,
        withdrawn_at: row.fn.coalesce('withdrawn_at', row.val(at)),
      }))
      .where('id', '=', id)
      .execute();
  }
}

/** Their place stays, without their name, because logs point at it. */
async function endVisits(trx: Kysely<Tables>, personId: PersonId, at: number): Promise<void> {
  await trx
    .updateTable('document_guest')
    .set({left_at: at})
    .where('person', '=', personId)
    .where('left_at', 'is', null)
    .execute();
  await forgetPersonalGuests(trx);
}

/** Why they hid a thread is forgotten, as every reason of theirs is. That it is hidden stays. */
async function forgetHiding(trx: Kysely<Tables>, personId: PersonId): Promise<void> {
  await trx
    .updateTable('thread')
    .set({hide_reason: ''})
    .where('hidden_by', '=', personId)
    .execute();
}

async function removeMail(trx: Kysely<Tables>, personId: PersonId): Promise<void> {
  const address = trx.selectFrom('contact').select('address').where('person', '=', personId);
  await trx
    .deleteFrom('mail')
    .where((row) => row.or([row('person', '=', personId), row('address', 'in', address)]))
    .execute();
  await trx.deleteFrom('contact').where('person', '=', personId).execute();
}

async function removeSessions(
  trx: Kysely<Tables>,
  personId: PersonId,
  email: string,
): Promise<readonly string[]> {
  const sessions = await trx
    .deleteFrom('session')
    .where('userId', '=', personId)
    .returning('id')
    .execute();
  const ids = sessions.map(({id}) => id);
  if (ids.length > 0) {
    await trx.deleteFrom('session_note').where('session', 'in', ids).execute();
  }
  // Sign-in links that were made and not used.
  await trx
    .deleteFrom('verification')
    .where(sql<boolean>`json_valid(value) and value ->> 'email' = ${email}`)
    .execute();
  return ids;
}
