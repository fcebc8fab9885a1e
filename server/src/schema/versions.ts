/** The port to which schema each document's text was written in, now and earlier. */

import type {DocumentId, Seq} from '@samenspel/shared';

/** A text becomes newer in two ways: an entry that changes it says so itself, or nothing had to change. */
export interface SchemaVersions {
  /** Of the text as it is, or as it was after entry `seq`; null when the document does not exist. */
  of(documentId: DocumentId, seq?: Seq): Promise<number | null>;
  /** The text is of this version from the next entry on. @throws AppError 'unavailable' */
  raise(documentId: DocumentId, version: number): Promise<void>;
}
