/** Labs and their members, as rows. */

import type {Kysely} from 'kysely';
import type {LabId, PersonId, Role, Side} from '@samenspel/shared';
import {createPerson} from '../auth/people.ts';
import {newLabId} from '../ids.ts';
import type {LabOrigin, Tables} from '../store/tables.ts';
import type {Labs} from './labs.ts';

export interface NewLab {
  readonly name: string;
  readonly neighbourhood: string;
  readonly origin: LabOrigin;
}

export interface NewMember {
  readonly name: string;
  readonly side: Side;
  readonly role: Role;
}

export function openLabs(db: Kysely<Tables>): Labs {
  const summaries = db
    .selectFrom('lab')
    .innerJoin('member', 'member.lab', 'lab.id')
    .select(['lab.id', 'lab.name', 'lab.neighbourhood', 'member.side', 'member.role']);
  return {
    of: (personId) => summaries.where('member.person', '=', personId).orderBy('lab.name').execute(),
    find: async (labId, personId) =>
      (await summaries
        .where('member.person', '=', personId)
        .where('lab.id', '=', labId)
        .executeTakeFirst()) ?? null,
    members: (labId) =>
      db
        .selectFrom('member')
        .innerJoin('user', 'user.id', 'member.person')
        .select(['user.id', 'user.name', 'member.side', 'member.role'])
        .where('member.lab', '=', labId)
        .orderBy('member.joined_at')
        .orderBy('user.name')
        .execute(),
  };
}

/** Adds a lab; inside a transaction, hand in that. */
export async function createLab(db: Kysely<Tables>, lab: NewLab, now: number): Promise<LabId> {
  const id = newLabId();
  await db
    .insertInto('lab')
    .values({id, ...lab, created_at: now})
    .execute();
  return id;
}

/** Adds a person who is a member from the start; inside a transaction, hand in that. */
export async function createMember(
  db: Kysely<Tables>,
  labId: LabId,
  {name, side, role}: NewMember,
  now: number,
): Promise<PersonId> {
  const person = await createPerson(db, name, now);
  await db.insertInto('member').values({lab: labId, person, side, role, joined_at: now}).execute();
  return person;
}
