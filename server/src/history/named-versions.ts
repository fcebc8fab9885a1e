/** The port to moments that somebody gave a name. */

import type {DocumentId, PersonId, Seq, VersionId} from '@samenspel/shared';

export interface NamedVersion {
  readonly id: VersionId;
  readonly seq: Seq;
  /** When the text was like this; epoch milliseconds. */
  readonly at: number;
  readonly name: string;
  /** '' when there is none. */
  readonly note: string;
  readonly by: PersonId;
}

export type VersionWords = Pick<NamedVersion, 'name' | 'note'>;

/** Giving and taking away a name is told in the lab's log; of a personal document nothing is. */
export interface NamedVersions {
  /** By position, oldest first; [] if none. */
  of(documentId: DocumentId): Promise<readonly NamedVersion[]>;
  /** @throws AppError 'too_many' when there are more than anybody would look through */
  add(documentId: DocumentId, version: Omit<NamedVersion, 'id'>): Promise<VersionId>;
  /** @throws AppError 'not_found' when it is not this document's */
  change(documentId: DocumentId, id: VersionId, words: VersionWords, by: PersonId): Promise<void>;
  /** The moment stays, without a name. @throws AppError 'not_found' when it is not this document's */
  remove(documentId: DocumentId, id: VersionId, by: PersonId): Promise<void>;
}
