/** A person as a row: a name, and an address that is never mailed because better-auth wants one. */

import type {Kysely} from 'kysely';
import type {PersonId} from '@samenspel/shared';
import {newPersonId} from '../ids.ts';
import type {Tables} from '../store/tables.ts';

/** Adds a person; inside a transaction, hand in that. */
export async function createPerson(
  db: Kysely<Tables>,
  name: string,
  now: number,
): Promise<PersonId> {
  const id = newPersonId();
  const at = new Date(now).toISOString();
  await db
    .insertInto('user')
    .values({
      id,
      name,
      // Nothing is known about this address, and nothing needs to be: `.invalid` reaches nobody.
      email: `${id}@people.invalid`,
      emailVerified: 1,
      image: null,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  return id;
}

/** Everywhere at once: names stand nowhere else. */
export async function renamePerson(
  db: Kysely<Tables>,
  personId: PersonId,
  name: string,
  now: number,
): Promise<void> {
  await db
    .updateTable('user')
    .set({name, updatedAt: new Date(now).toISOString()})
    .where('id', '=', personId)
    .execute();
}
