/** The mail address that somebody gave to get in again: theirs alone to see, and never a proof of anything. */

import type {Kysely} from 'kysely';
import {z} from 'zod';
import type {AddressView, PersonId} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import type {Mailer} from '../mail/mail.ts';
import {seal} from '../mail/seal.ts';
import type {Tables} from '../store/tables.ts';
import {hashOfToken, newToken} from '../token.ts';
import {openLimiter} from './limiter.ts';

export interface Contacts {
  of(personId: PersonId): Promise<AddressView>;
  /**
   * Sets or, with null, forgets it; inside a transaction, and `mailer.wake()` after it. A new address
   * is written to first; until its reader confirms it, nothing else is. Whether somebody else gave
   * the same address makes no difference, so it can't be found out this way.
   */
  give(trx: Kysely<Tables>, personId: PersonId, address: string | null): Promise<void>;
  /** Who gave the address that this link confirms. @throws AppError 'link_invalid' */
  look(token: string): Promise<{readonly name: string}>;
  /** Uses the link up. @throws AppError 'link_invalid' when unknown, used, old or given up */
  confirm(token: string): Promise<void>;
  /** Puts a letter with a sign-in link in the queue; who gave the address is found out later. */
  mailLink(address: string): Promise<void>;
}

export interface ContactsDeps {
  readonly db: Kysely<Tables>;
  readonly mailer: Mailer;
  /** The folder's. */
  readonly secret: string;
  readonly clock: Pick<Clock, 'now'>;
}

/** Parsed once, at the edge: the same address is always written the same way. */
export const addressSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email().max(254))
  // It is written between angle brackets in the language of mail servers.
  .refine((address) => !address.endsWith('.invalid'));

/** As long as the letter may take to arrive, and somebody to open it. */
const proofMs = 3 * 24 * 3_600_000;
/** Of each kind of letter: whoever asks for more to one address fills somebody's mailbox. */
const perMailbox = {max: 3, windowMs: 15 * 60_000};
/** Letters to addresses that nobody confirmed yet: a link for a meeting must not become a mailing list. */
const perServer = {max: 300, windowMs: 3_600_000};

export function openContacts({db, mailer, secret, clock}: ContactsDeps): Contacts {
  const links = openLimiter(clock, perMailbox);
  const proofs = openLimiter(clock, perMailbox);
  const strangers = openLimiter(clock, perServer);

  function mayWriteTo(address: string): boolean {
    return proofs.room(address) && strangers.room('');
  }

  async function writeTo(trx: Kysely<Tables>, person: PersonId, address: string, token: string) {
    proofs.count(address);
    strangers.count('');
    const facts = {token: seal(secret, token)};
    await mailer.add(trx, {kind: 'address', address, person, lab: null, facts});
  }

  return {
    async of(personId) {
      const row = await rowOf(db, personId);
      return {address: row?.address ?? null, confirmed: (row?.confirmed_at ?? null) !== null};
    },

    async give(trx, person, address) {
      const known = await rowOf(trx, person);
      const mayWrite = address !== null && mayWriteTo(address);
      // What is confirmed stays so, and what was written to a full mailbox still counts.
      if (known?.address === address && (known?.confirmed_at !== null || !mayWrite)) return;
      await trx.deleteFrom('contact').where('person', '=', person).execute();
      if (address === null) return;
      const token = newToken();
      const proof = mayWrite
        ? {proof_hash: hashOfToken(token), proof_until: clock.now() + proofMs}
        : {proof_hash: null, proof_until: null};
      await trx
        .insertInto('contact')
        .values({person, address, given_at: clock.now(), confirmed_at: null, ...proof})
        .execute();
      if (mayWrite) await writeTo(trx, person, address, token);
    },

    async look(token) {
      const found = await findProof(db, token, clock.now());
      if (!found) throw new AppError('link_invalid');
      return found;
    },

    async confirm(token) {
      const {numUpdatedRows} = await db
        .updateTable('contact')
        .set({confirmed_at: clock.now(), proof_hash: null, proof_until: null})
        .where('proof_hash', '=', hashOfToken(token))
        .where('proof_until', '>', clock.now())
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw new AppError('link_invalid');
    },

    async mailLink(address) {
      if (!links.room(address)) return;
      links.count(address);
      await mailer.add(db, {kind: 'sign_in', address, person: null, lab: null, facts: {}});
      mailer.wake();
    },
  };
}

/** Whose address a link confirms; null when it confirms none. */
export async function findProof(
  db: Kysely<Tables>,
  token: string,
  now: number,
): Promise<{readonly name: string} | null> {
  const row = await db
    .selectFrom('contact')
    .innerJoin('user', 'user.id', 'contact.person')
    .select('user.name')
    .where('contact.proof_hash', '=', hashOfToken(token))
    .where('contact.proof_until', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

function rowOf(db: Kysely<Tables>, personId: PersonId) {
  return db
    .selectFrom('contact')
    .select(['address', 'confirmed_at'])
    .where('person', '=', personId)
    .executeTakeFirst();
}
