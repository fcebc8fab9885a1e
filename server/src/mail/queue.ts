/**
 * Letters that wait, as rows. Who wants to send one claims it first, and a claim is never given back
 * unless it is certain that nothing went out: a letter may get lost, but never comes twice.
 */

import type {Kysely} from 'kysely';
import {newId} from '../ids.ts';
import type {Tables} from '../store/tables.ts';
import type {MailKind, NewMail, WaitingMail} from './mail.ts';

export interface ClaimedMail extends WaitingMail {
  readonly id: string;
  /** This one included. */
  readonly attempts: number;
}

export interface MailQueue {
  add(trx: Kysely<Tables>, mail: NewMail): Promise<void>;
  /** The next one that is due, now ours alone; null when none is. */
  claim(): Promise<ClaimedMail | null>;
  /** Gives it back, to be tried again then. */
  putBack(id: string, nextAt: number): Promise<void>;
  /** Sent, or never to be: nothing of it stays. */
  remove(id: string): Promise<void>;
  /** Removes what was claimed and never heard of again; their kinds. */
  removeLost(): Promise<readonly MailKind[]>;
  /** When the next one is due; null when none waits. */
  nextAt(): Promise<number | null>;
}

/** Longer than any sending takes. */
export const claimMs = 10 * 60_000;

export function openMailQueue(db: Kysely<Tables>, now: () => number): MailQueue {
  return {
    async add(trx, {kind, address, person, lab, facts}) {
      await trx
        .insertInto('mail')
        .values({
          ...{id: newId(), kind, address, person, lab, facts: JSON.stringify(facts)},
          ...{created_at: now(), next_at: now(), claimed_at: null},
          attempts: 0,
        })
        .execute();
    },
    async claim() {
      const at = now();
      const row = await db
        .updateTable('mail')
        .set((mail) => ({claimed_at: at, attempts: mail('attempts', '+', 1)}))
        .where('id', '=', (query) =>
          query
            .selectFrom('mail')
            .select('id')
            .where('claimed_at', 'is', null)
            .where('next_at', '<=', at)
            .orderBy('next_at')
            .orderBy('id')
            .limit(1),
        )
        .where('claimed_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      if (!row) return null;
      const {id, address, person, lab, attempts} = row;
      const facts = JSON.parse(row.facts) as Record<string, string>;
      return {
        ...{id, kind: row.kind as MailKind, address, person, lab, facts, attempts},
        createdAt: row.created_at,
      };
    },
    async putBack(id, nextAt) {
      await db
        .updateTable('mail')
        .set({claimed_at: null, next_at: nextAt})
        .where('id', '=', id)
        .execute();
    },
    async remove(id) {
      await db.deleteFrom('mail').where('id', '=', id).execute();
    },
    async removeLost() {
      const rows = await db
        .deleteFrom('mail')
        .where('claimed_at', '<=', now() - claimMs)
        .returning('kind')
        .execute();
      return rows.map(({kind}) => kind as MailKind);
    },
    async nextAt() {
      const row = await db
        .selectFrom('mail')
        .select((mail) => mail.fn.min('next_at').as('at'))
        .where('claimed_at', 'is', null)
        .executeTakeFirst();
      return row?.at ?? null;
    },
  };
}
