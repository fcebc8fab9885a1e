/** The port to mail: what waits to be sent, and who makes a letter of it when its moment comes. */

import type {Kysely} from 'kysely';
import type {LabId, PersonId} from '@samenspel/shared';
import type {Tables} from '../store/tables.ts';
import type {Letter} from './post.ts';

export const mailKinds = ['address', 'sign_in', 'invitation', 'news'] as const;
export type MailKind = (typeof mailKinds)[number];

export interface NewMail {
  readonly kind: MailKind;
  readonly address: string;
  /** Who asked for it; null when nobody is known yet. */
  readonly person: PersonId | null;
  readonly lab: LabId | null;
  /** What the sentences are made of: ids, and secrets only sealed. Never the sentences themselves. */
  readonly facts: Readonly<Record<string, string>>;
}

export interface WaitingMail extends NewMail {
  readonly createdAt: number;
}

/**
 * Makes the letter just before it goes, so that it tells what is true then; null when it must not be
 * sent any more: its reader has lost the right, or was never known.
 */
export type LetterWriter = (mail: WaitingMail) => Promise<Omit<Letter, 'to'> | null>;

export interface Mailer {
  /** Whether there is a mail server at all. */
  readonly offered: boolean;
  /** Puts it in the queue, inside the transaction of what it tells. Without a mail server it is dropped. */
  add(trx: Kysely<Tables>, mail: NewMail): Promise<void>;
  /** Looks soon whether there is something to send; after the transaction. */
  wake(): void;
  /** Sends nothing more, and waits a little for what is on its way. */
  close(): Promise<void>;
}
