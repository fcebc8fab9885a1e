/** The mail address that somebody gave to get in again: theirs alone to see, and never a proof of anything. */

import type {Kysely} from 'kysely';
import {z} from 'zod';
import type {PersonId} from '@samenspel/shared';
import type {LetterWriter} from '../mail/mail.ts';
import {signInWords} from '../mail/words.ts';
import type {Tables} from '../store/tables.ts';
import type {Auth} from './auth.ts';

export interface Contacts {
  /** null when none was given. */
  of(personId: PersonId): Promise<string | null>;
}

/** Parsed once, at the edge: the same address is always written the same way. */
export const addressSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email().max(254))
  // It is written between angle brackets in the language of mail servers.
  .refine((address) => !address.endsWith('.invalid'));

/** A household shares an address; nobody shares it with a crowd. */
const maxPeople = 10;

export function openContacts(db: Kysely<Tables>): Contacts {
  return {
    async of(personId) {
      const row = await db
        .selectFrom('contact')
        .select('address')
        .where('person', '=', personId)
        .executeTakeFirst();
      return row?.address ?? null;
    },
  };
}

/**
 * Sets or, with null, forgets it; inside a transaction, hand in that. Whether somebody else gave the
 * same address makes no difference, so it can't be found out this way.
 */
export async function setAddress(
  db: Kysely<Tables>,
  personId: PersonId,
  address: string | null,
  now: number,
): Promise<void> {
  await db.deleteFrom('contact').where('person', '=', personId).execute();
  if (address === null) return;
  await db.insertInto('contact').values({person: personId, address, given_at: now}).execute();
}

/** A link for everybody who gave this address, made at the last moment; nobody did: no letter. */
export function signInLetter(db: Kysely<Tables>, auth: Pick<Auth, 'signInLink'>): LetterWriter {
  return async ({address}) => {
    const people = await db
      .selectFrom('contact')
      .innerJoin('user', 'user.id', 'contact.person')
      .select(['user.id', 'user.name'])
      .where('contact.address', '=', address)
      .orderBy('contact.given_at')
      .limit(maxPeople)
      .execute();
    if (people.length === 0) return null;
    const links: {name: string; link: string}[] = [];
    for (const {id, name} of people) links.push({name, link: await auth.signInLink(id)});
    return signInWords({people: links});
  };
}
