/** Labs and their members, as rows. */

import type {Kysely} from 'kysely';
import type {LabId, LabRules, PersonId, Role, Side} from '@samenspel/shared';
import {createPerson} from '../auth/people.ts';
import type {Asker} from '../auth/principal.ts';
import {newLabId} from '../ids.ts';
import type {LabOrigin, Tables} from '../store/tables.ts';
import type {Labs, Member} from './labs.ts';

export interface NewLab {
  readonly name: string;
  readonly neighbourhood: string;
  readonly origin: LabOrigin;
}

export interface Place {
  readonly side: Side;
  readonly role: Role;
}

export interface NewMember extends Place {
  readonly name: string;
}

export function openLabs(db: Kysely<Tables>): Labs {
  const summaries = ({personId, onlyLab}: Asker) =>
    db
      .selectFrom('lab')
      .innerJoin('member', 'member.lab', 'lab.id')
      .select(['lab.id', 'lab.name', 'lab.neighbourhood', 'member.side', 'member.role'])
      .where('member.person', '=', personId)
      .where('member.left_at', 'is', null)
      .$if(onlyLab !== null, (query) => query.where('lab.id', '=', onlyLab));
  return {
    of: (asker) => summaries(asker).orderBy('lab.name').execute(),
    async find(labId, asker) {
      const row = await summaries(asker)
        .select(['lab.rules', 'lab.closed_at as closedAt'])
        .where('lab.id', '=', labId)
        .executeTakeFirst();
      return row ? {...row, rules: readRules(row.rules)} : null;
    },
    members: (labId) => membersOf(db, labId),
    async everyone(labId) {
      const members = db
        .selectFrom('member')
        .innerJoin('user', 'user.id', 'member.person')
        .select(['user.id', 'user.name', 'member.side'])
        .where('member.lab', '=', labId);
      const guests = db
        .selectFrom('document_guest')
        .innerJoin('document', 'document.id', 'document_guest.document')
        .innerJoin('user', 'user.id', 'document_guest.person')
        .select(['user.id', 'user.name', 'document_guest.side'])
        .where('document.lab', '=', labId);
      const people = [...(await members.execute()), ...(await guests.execute())];
      // Who is a member is known as that, not as the guest they were.
      return [...new Map(people.toReversed().map((one) => [one.id, one])).values()];
    },
  };
}

/** Everybody in a lab now, in order of joining; inside a transaction, hand in that. */
export async function membersOf(db: Kysely<Tables>, labId: LabId): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.person')
    .select(['user.id', 'user.name', 'member.side', 'member.role', 'member.confirmed_at'])
    .where('member.lab', '=', labId)
    .where('member.left_at', 'is', null)
    .orderBy('member.joined_at')
    .orderBy('user.name')
    .execute();
  return rows.map(({confirmed_at, ...row}) => ({...row, counts: confirmed_at !== null}));
}

/** Adds a lab; inside a transaction, hand in that. Its log is the caller's to begin. */
export async function createLab(db: Kysely<Tables>, lab: NewLab, now: number): Promise<LabId> {
  const id = newLabId();
  await db
    .insertInto('lab')
    .values({id, ...lab, created_at: now})
    .execute();
  return id;
}

/** Adds a person who is a member from the start, and counts; inside a transaction, hand in that. */
export async function createMember(
  db: Kysely<Tables>,
  labId: LabId,
  {name, side, role}: NewMember,
  now: number,
): Promise<PersonId> {
  const person = await createPerson(db, name, now);
  await addMember(db, labId, person, {side, role, counts: true}, now);
  return person;
}

/**
 * Lets a person into a lab, also one who left it; false, and nothing is changed, when they are in it.
 * Who `counts` needs nobody's word: a founder. Inside a transaction, hand in that.
 */
export async function addMember(
  db: Kysely<Tables>,
  labId: LabId,
  person: PersonId,
  {side, role, counts}: Place & {readonly counts: boolean},
  now: number,
): Promise<boolean> {
  const place = {side, role, joined_at: now, confirmed_at: counts ? now : null};
  const {numInsertedOrUpdatedRows} = await db
    .insertInto('member')
    .values({lab: labId, person, ...place})
    .onConflict((conflict) =>
      conflict
        .columns(['lab', 'person'])
        .doUpdateSet({...place, confirmed_by: null, left_at: null})
        .where('member.left_at', 'is not', null),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What the lab agreed about itself; a lab that agreed nothing has empty rules. */
function readRules(json: string): LabRules {
  return {text: '', ...(JSON.parse(json) as Partial<LabRules>)};
}
