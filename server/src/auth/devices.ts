/** Where somebody is signed in: a short label and a last day per session, and the way out of each. */

import type {Kysely} from 'kysely';
import type {DeviceView, LabId, PersonId} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import type {Tables} from '../store/tables.ts';
import type {Principal} from './principal.ts';

export interface Devices {
  /** The one that asks first, then by last day. A session of one lab sees those of that lab only. */
  of(principal: Principal): Promise<readonly DeviceView[]>;
  /** Ends one that `of` lists; false when it is not among them. */
  end(principal: Principal, sessionId: string): Promise<boolean>;
  /** Ends all of them, whichever lab they open; the sessions that were. */
  endAll(personId: PersonId): Promise<readonly string[]>;
}

export function openDevices(db: Kysely<Tables>, clock: Pick<Clock, 'now'>): Devices {
  const of = async ({personId, sessionId, onlyLab}: Principal) => {
    const rows = await db
      .selectFrom('session')
      .innerJoin('session_note as note', 'note.session', 'session.id')
      .leftJoin('lab', 'lab.id', 'note.only_lab')
      .select(['session.id', 'note.label', 'note.last_day as lastDay'])
      .select(['note.only_lab as labId', 'lab.name as labName'])
      .where('session.userId', '=', personId)
      .where('session.expiresAt', '>', new Date(clock.now()).toISOString())
      .$if(onlyLab !== null, (query) => query.where('note.only_lab', '=', onlyLab))
      .orderBy('note.last_day', 'desc')
      .orderBy('session.id')
      .execute();
    const views = rows.map(({id, label, lastDay, labId, labName}): DeviceView => {
      const onlyLabName = labId === null ? null : (labName ?? '');
      return {id, label, lastDay, onlyLabName, current: id === sessionId};
    });
    return views.toSorted((one, other) => Number(other.current) - Number(one.current));
  };
  return {
    of,
    async end(principal, sessionId) {
      const known = (await of(principal)).some(({id}) => id === sessionId);
      if (known) await endSessions(db, [sessionId]);
      return known;
    },
    async endAll(personId) {
      const rows = await db
        .selectFrom('session')
        .select('id')
        .where('userId', '=', personId)
        .execute();
      const ids = rows.map(({id}) => id);
      await endSessions(db, ids);
      return ids;
    },
  };
}

/** The note of a fresh session; without one a session speaks for nobody. */
export async function noteSession(
  db: Kysely<Tables>,
  note: {readonly session: string; readonly label: string; readonly onlyLab: LabId | null},
  now: number,
): Promise<void> {
  await db
    .insertInto('session_note')
    .values({
      ...{session: note.session, label: note.label},
      ...{only_lab: note.onlyLab, last_day: dayOf(now)},
    })
    .execute();
}

/** A date without a time: more than that nobody needs to know about a device. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

async function endSessions(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('session').where('id', 'in', ids).execute();
    await trx.deleteFrom('session_note').where('session', 'in', ids).execute();
  });
}
