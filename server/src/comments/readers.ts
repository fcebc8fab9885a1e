/** Who may read a document, and who is known there: whom a comment may name, and whose names it shows. */

import type {DocumentId, PersonView} from '@samenspel/shared';
import type {Documents} from '../documents/documents.ts';
import type {Guests} from '../documents/guests.ts';
import {AppError} from '../errors.ts';
import type {Labs} from '../labs/labs.ts';

export interface Readers {
  /** Who may read it now. */
  readonly now: readonly PersonView[];
  /** For names beside what was said: of the lab's document everybody who ever was in the lab. */
  readonly ever: readonly PersonView[];
  readonly isPersonal: boolean;
}

export interface ReadersDeps {
  readonly documents: Pick<Documents, 'find'>;
  readonly labs: Pick<Labs, 'members' | 'everyone'>;
  readonly guests: Pick<Guests, 'of'>;
}

/** @throws AppError 'not_found' when the document does not exist */
export async function readersOf(
  {documents, labs, guests}: ReadersDeps,
  documentId: DocumentId,
): Promise<Readers> {
  const row = await documents.find(documentId);
  if (!row) throw new AppError('not_found');
  const [members, everyone, invited] = await Promise.all([
    row.owner === null ? labs.members(row.labId) : [],
    labs.everyone(row.labId),
    guests.of(documentId),
  ]);
  const views = (people: readonly PersonView[]) =>
    people.map(({id, name, side}) => ({id, name, side}));
  const owner = everyone.filter(({id}) => id === row.owner);
  const now = [
    ...new Map(views([...owner, ...members, ...invited]).map((one) => [one.id, one])).values(),
  ];
  return {now, ever: views(everyone), isPersonal: row.owner !== null};
}
