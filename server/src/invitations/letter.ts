/** An invitation as a letter: only while it still opens something. */

import type {Kysely} from 'kysely';
import type {LetterWriter} from '../mail/mail.ts';
import {unseal} from '../mail/seal.ts';
import {invitationWords} from '../mail/words.ts';
import type {Tables} from '../store/tables.ts';
import {hashOfToken} from '../token.ts';
import {findInvitation, isOpen} from './find.ts';
import {invitationLink} from './link.ts';

export interface InvitationLetterDeps {
  readonly db: Kysely<Tables>;
  /** The folder's. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly now: () => number;
}

const moment = new Intl.DateTimeFormat('nl-NL', {
  ...{weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit'},
  timeZone: 'Europe/Amsterdam',
});

export function invitationLetter({db, secret, publicUrl, now}: InvitationLetterDeps): LetterWriter {
  return async ({facts}) => {
    const token = unseal(secret, facts['token'] ?? '');
    if (token === null) return null;
    const found = await findInvitation(db, {hash: hashOfToken(token)});
    if (!found || !isOpen(found, now())) return null;
    const {labName, neighbourhood, role, side, documentTitle, inviterName} = found;
    return invitationWords({
      ...{labName, neighbourhood, role, side, documentTitle, inviter: inviterName},
      link: invitationLink(publicUrl, token),
      until: moment.format(found.expiresAt),
    });
  };
}
