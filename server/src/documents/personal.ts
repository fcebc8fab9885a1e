/** Deleting a personal document for good: its writer's alone, and not to be undone. */

import type {DocumentId, PersonId} from '@samenspel/shared';
import type {Kysely} from 'kysely';
import {AppError} from '../errors.ts';
import type {Log} from '../log/log.ts';
import {eraseDocument} from '../store/erase-document.ts';
import type {Tables} from '../store/tables.ts';

export interface PersonalDocuments {
  /**
   * Everything of it goes: text, history, guests, invitations.
   * @throws AppError 'bad_request' when this is not its title: nobody deletes by mistake
   * @throws AppError 'not_found' when it is not this person's own
   */
  erase(documentId: DocumentId, owner: PersonId, title: string): Promise<void>;
}

export function openPersonalDocuments(db: Kysely<Tables>, log: Log): PersonalDocuments {
  return {
    erase: (documentId, owner, title) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('document')
          .select('title')
          .where('id', '=', documentId)
          .where('owner', '=', owner)
          .executeTakeFirst();
        if (!row) throw new AppError('not_found');
        if (!isTyped(title, row.title)) throw new AppError('bad_request', {fields: ['title']});
        await erasePersonal(trx, log, documentId);
      }),
  };
}

/** Inside a transaction. */
export async function erasePersonal(
  trx: Kysely<Tables>,
  log: Log,
  documentId: DocumentId,
): Promise<void> {
  await eraseDocument(trx, documentId);
  await log.forgetWords(trx, {document: documentId});
}

/** Whether this is what it says, however it was typed: a phone begins with a capital letter. */
export function isTyped(typed: string, said: string): boolean {
  return plain(typed) === plain(said);
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('nl');
}
