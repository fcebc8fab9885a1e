/** Being one of a lab: vouched for by somebody of one's own side, and free to go. */

import {type LabId, mayConfirm, type PersonId, type KeyHolder} from '@samenspel/shared';
import type {Kysely} from 'kysely';
import {AppError} from '../errors.ts';
import type {Log} from '../log/log.ts';
import {lapseKeys} from '../questions/keys.ts';
import type {Tables} from '../store/tables.ts';
import type {Member} from './labs.ts';
import {membersOf} from './store.ts';

export interface Members {
  /**
   * `witness` says that `newcomer` is one of their side; from then on they count.
   * @throws AppError 'not_found' when one of them is not in the lab
   * @throws AppError 'conflict' when they count already, 'forbidden' when it is not the witness's to say
   */
  confirm(labId: LabId, witness: PersonId, newcomer: PersonId): Promise<void>;
  /** Nothing keeps them. Does nothing when they are not in it. */
  leave(labId: LabId, personId: PersonId): Promise<void>;
}

export interface MembersDeps {
  readonly db: Kysely<Tables>;
  readonly log: Log;
  readonly now: () => number;
}

export function openMembers({db, log, now}: MembersDeps): Members {
  return {
    confirm: (labId, witness, newcomer) =>
      db.transaction().execute(async (trx) => {
        await holdLab(trx, labId);
        const holders = (await membersOf(trx, labId)).map(holderOf);
        const [one, other] = [witness, newcomer].map((id) =>
          holders.find(({person}) => person === id),
        );
        if (!one || !other) throw new AppError('not_found');
        if (other.counts) throw new AppError('conflict');
        if (!mayConfirm(one, other, holders)) {
          throw new AppError('forbidden', {action: 'member.confirm'});
        }
        await trx
          .updateTable('member')
          .set({confirmed_at: now(), confirmed_by: witness})
          .where('lab', '=', labId)
          .where('person', '=', newcomer)
          .execute();
        const kind = one.side === other.side ? 'confirmed' : 'confirmed_by_other_side';
        await log.append(trx, {labId, kind, by: witness, about: newcomer, side: other.side});
      }),
    leave: (labId, personId) =>
      db.transaction().execute(async (trx) => {
        await holdLab(trx, labId);
        if (!(await takeOut(trx, {log, labId, personId, at: now()}))) return;
        await log.append(trx, {labId, kind: 'left', by: personId});
        await tellDeserted(trx, log, labId);
      }),
  };
}

/** A member as far as keys are concerned. */
export function holderOf({id, side, role, counts}: Member): KeyHolder {
  return {person: id, side, role, counts};
}

/**
 * Begins with a write, so that nobody, in another process either, comes between what a transaction
 * reads of a lab and what it writes.
 */
export async function holdLab(trx: Kysely<Tables>, labId: LabId): Promise<void> {
  await trx
    .updateTable('lab')
    .set((row) => ({name: row.ref('name')}))
    .where('id', '=', labId)
    .execute();
}

export interface TakingOut {
  readonly log: Log;
  readonly labId: LabId;
  readonly personId: PersonId;
  readonly at: number;
}

/** Ends a membership, and with it the keys that were turned; false when there was none. Logs no leaving. */
export async function takeOut(
  trx: Kysely<Tables>,
  {log, labId, personId, at}: TakingOut,
): Promise<boolean> {
  const {numUpdatedRows} = await trx
    .updateTable('member')
    .set({left_at: at, confirmed_at: null, confirmed_by: null})
    .where('lab', '=', labId)
    .where('person', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  await lapseKeys(trx, log, labId, personId);
  return true;
}

/** Says so in the log when nobody is left. */
export async function tellDeserted(trx: Kysely<Tables>, log: Log, labId: LabId): Promise<void> {
  if ((await membersOf(trx, labId)).length === 0) await log.append(trx, {labId, kind: 'deserted'});
}
