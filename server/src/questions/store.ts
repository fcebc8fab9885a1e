/** Questions as rows, and the transactions in which keys are turned. */

import {
  hindrance,
  type KeyAct,
  type KeyHolder,
  type LabId,
  type PersonId,
  personIn,
  type QuestionId,
  sides,
  turnKey,
  unreachable,
  withdrawQuestion,
} from '@samenspel/shared';
import type {Kysely} from 'kysely';
import {AppError} from '../errors.ts';
import {newId} from '../ids.ts';
import {holderOf, holdLab} from '../labs/members.ts';
import {membersOf} from '../labs/store.ts';
import type {Log, LogFacts} from '../log/log.ts';
import type {Tables} from '../store/tables.ts';
import {type Effect, fits, perform} from './acts.ts';
import type {AskedQuestion, LabLink, Questions, Rights} from './questions.ts';
import {fromRow, keyColumns} from './row.ts';

export interface QuestionsDeps {
  readonly db: Kysely<Tables>;
  readonly log: Log;
  readonly now: () => number;
  readonly rights: Rights;
  readonly labLink: LabLink;
}

export function openQuestions({db, log, now, rights, labLink}: QuestionsDeps): Questions {
  /** In the transaction: what was written, and whose rights it changed. */
  async function turnIn(
    trx: Kysely<Tables>,
    question: AskedQuestion,
    holder: KeyHolder,
  ): Promise<{readonly question: AskedQuestion; readonly effect: Effect}> {
    const {labId, act, id} = question;
    const at = now();
    const turned = turnKey(question, holder, at);
    const isDone = turned.state === 'done';
    await trx
      .updateTable('question')
      .set({...keyColumns(turned.keys), ...(isDone ? {outcome: 'done', closed_at: at} : {})})
      .where('id', '=', id)
      .execute();
    const by = {labId, by: holder.person, question: id, ...factsOf(act)};
    await log.append(trx, {...by, kind: 'key_turned'});
    if (!isDone) return {question: {...turned, closedAt: null}, effect: {kind: 'none'}};
    const stage = {trx, log, labId, at};
    // The lab may have changed since it was asked.
    if (!(await fits(stage, act))) throw new AppError('conflict', {questionId: id});
    const effect = await perform(stage, act);
    const words = act.kind === 'change_rules' ? {words: act.rules.text} : {};
    await log.append(trx, {...by, kind: 'act_done', ...words});
    return {question: {...turned, closedAt: at}, effect};
  }

  return {
    async ofLab(labId) {
      const rows = await db
        .selectFrom('question')
        .selectAll()
        .where('lab', '=', labId)
        .orderBy('asked_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    find: (id) => load(db, id),

    ask: (labId, personId, act, reason) =>
      db.transaction().execute(async (trx) => {
        await holdLab(trx, labId);
        const at = now();
        const holder = await holderIn(trx, labId, personId);
        if (!(await fits({trx, log, labId, at}, act))) {
          throw new AppError('bad_request', {fields: ['act']});
        }
        await mustBeNew(trx, labId, act);
        const id = newId() as QuestionId;
        await trx
          .insertInto('question')
          .values({
            ...{id, lab: labId, act: JSON.stringify(act), reason},
            ...{asked_by: personId, asked_at: at},
          })
          .execute();
        const facts = {labId, by: personId, question: id, ...factsOf(act)};
        await log.append(trx, {...facts, kind: 'asked', words: reason});
        const question = await mustLoad(trx, id);
        if (hindrance(question, holder)) return question;
        return (await turnIn(trx, question, holder)).question;
      }),

    async turn(id, personId) {
      const before = await mustLoad(db, id);
      // Before the transaction, which better-auth can't take part in; and not before the first key.
      const link =
        before.act.kind === 'sign_in_link' && mayBeLast(before)
          ? await labLink(before.act.person, before.labId)
          : null;
      const {question, effect} = await db.transaction().execute(async (trx) => {
        await holdLab(trx, before.labId);
        const current = await mustLoad(trx, id);
        const holder = await holderIn(trx, current.labId, personId);
        mustBeFree(current, holder);
        const turned = await turnIn(trx, current, holder);
        // Somebody turned the first key in between: look again.
        if (turned.question.state === 'done' && current.act.kind === 'sign_in_link' && !link) {
          throw new AppError('conflict', {questionId: id});
        }
        return turned;
      });
      tell(rights, effect);
      return {question, link: question.state === 'done' ? link : null};
    },

    async withdraw(id, personId) {
      const {labId} = await mustLoad(db, id);
      return db.transaction().execute(async (trx) => {
        await holdLab(trx, labId);
        const question = await mustLoad(trx, id);
        if (question.state !== 'open') throw new AppError('conflict', {questionId: id});
        const closedAt = now();
        await trx
          .updateTable('question')
          .set({outcome: 'withdrawn', closed_at: closedAt})
          .where('id', '=', id)
          .execute();
        const facts = {labId, by: personId, question: id, ...factsOf(question.act)};
        await log.append(trx, {...facts, kind: 'question_withdrawn'});
        return {...withdrawQuestion(question), closedAt};
      });
    },
  };
}

async function load(db: Kysely<Tables>, id: QuestionId): Promise<AskedQuestion | null> {
  const row = await db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

async function mustLoad(db: Kysely<Tables>, id: QuestionId): Promise<AskedQuestion> {
  const question = await load(db, id);
  if (!question) throw new AppError('not_found');
  return question;
}

/** @throws AppError 'not_found' for who is not in the lab */
async function holderIn(trx: Kysely<Tables>, labId: LabId, personId: PersonId): Promise<KeyHolder> {
  const member = (await membersOf(trx, labId)).find(({id}) => id === personId);
  if (!member) throw new AppError('not_found');
  return holderOf(member);
}

/** @throws AppError 'conflict' when it came too late, 'forbidden' when it is not theirs to turn */
function mustBeFree(question: AskedQuestion, holder: KeyHolder): void {
  const why = hindrance(question, holder);
  switch (why) {
    case null:
      return;
    case 'closed':
    case 'side_has_turned':
      throw new AppError('conflict', {hindrance: why});
    case 'not_a_member':
    case 'not_counting':
    case 'about_yourself':
      throw new AppError('forbidden', {hindrance: why});
    default:
      return unreachable(why);
  }
}

/** The same thing waits for a key once. @throws AppError 'conflict' */
async function mustBeNew(trx: Kysely<Tables>, labId: LabId, act: KeyAct): Promise<void> {
  const same = await trx
    .selectFrom('question')
    .select('id')
    .where('lab', '=', labId)
    .where('outcome', 'is', null)
    .where('act', '=', JSON.stringify(act))
    .executeTakeFirst();
  if (same) throw new AppError('conflict', {questionId: same.id});
}

function mayBeLast({keys}: AskedQuestion): boolean {
  return sides.some((side) => keys[side] !== null);
}

/** What the log tells of an act: ids and words of our own. */
function factsOf(act: KeyAct): LogFacts {
  const about = personIn(act);
  return {
    act: act.kind,
    ...(about === null ? {} : {about}),
    ...('document' in act ? {document: act.document} : {}),
    ...('role' in act ? {role: act.role} : {}),
    ...('side' in act ? {side: act.side} : {}),
  };
}

/** After the transaction: whoever looks must see what is on disk. */
function tell(rights: Rights, effect: Effect): void {
  switch (effect.kind) {
    case 'none':
      return;
    case 'person':
      return rights.personChanged(effect.personId);
    case 'lab':
      return rights.labChanged(effect.documents);
    case 'deleted':
      return rights.documentDeleted(effect.documentId);
    default:
      return unreachable(effect);
  }
}
