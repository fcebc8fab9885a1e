/** What is mailed about getting in again: "is this yours", and then a link to whoever said that it is. */

import type {Kysely} from 'kysely';
import type {LetterWriter} from '../mail/mail.ts';
import {unseal} from '../mail/seal.ts';
import {addressWords, signInWords} from '../mail/words.ts';
import type {Tables} from '../store/tables.ts';
import type {Auth} from './auth.ts';
import {findProof} from './contacts.ts';

export interface AddressLetterDeps {
  readonly db: Kysely<Tables>;
  /** The folder's. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly now: () => number;
}

/** A household shares an address; nobody shares it with a crowd. */
const maxPeople = 10;

/** Asks whoever reads this mailbox; no letter when they gave another address meanwhile. */
export function addressLetter({db, secret, publicUrl, now}: AddressLetterDeps): LetterWriter {
  return async ({facts}) => {
    const token = unseal(secret, facts['token'] ?? '');
    const found = token === null ? null : await findProof(db, token, now());
    // In the fragment, which no server, log or referrer ever sees.
    return found && addressWords({name: found.name, link: `${publicUrl}/mailadres#${token}`});
  };
}

/** A link for everybody who confirmed this address, made at the last moment; nobody did: no letter. */
export function signInLetter(db: Kysely<Tables>, auth: Pick<Auth, 'signInLink'>): LetterWriter {
  return async ({address}) => {
    const people = await db
      .selectFrom('contact')
      .innerJoin('user', 'user.id', 'contact.person')
      .select(['user.id', 'user.name'])
      .where('contact.address', '=', address)
      .where('contact.confirmed_at', 'is not', null)
      .orderBy('contact.given_at')
      .limit(maxPeople)
      .execute();
    if (people.length === 0) return null;
    const links: {name: string; link: string}[] = [];
    for (const {id, name} of people) links.push({name, link: await auth.signInLink(id)});
    return signInWords({people: links});
  };
}
