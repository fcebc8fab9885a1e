/** The port to how far each person has seen each document: to say what changed since they were here. */

import type {DocumentId, PersonId, Seq} from '@samenspel/shared';

export interface Seen {
  /** 0 when they never saw it. */
  upTo(documentId: DocumentId, personId: PersonId): Promise<Seq>;
  /** The same for every document that they saw, in no particular order. */
  all(personId: PersonId): Promise<ReadonlyMap<DocumentId, Seq>>;
  /** They saw everything up to here; having seen more stays so. @throws AppError 'not_found' */
  see(documentId: DocumentId, personId: PersonId, seq: Seq): Promise<void>;
}
