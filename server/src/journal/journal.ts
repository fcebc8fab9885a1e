/** The port to the truth: an append-only log of canonical updates per document. */

import type {ClientId, DocumentId, EntryKind, PersonId, Seq} from '@samenspel/shared';

export interface NewEntry {
  readonly documentId: DocumentId;
  /** Epoch milliseconds; the journal makes it monotone per document. */
  readonly at: number;
  /** Who wrote and deleted what is in it; null for text that came with the product. */
  readonly actor: PersonId | null;
  /** The id of the connection that brought it; null when no connection did. */
  readonly clientId: ClientId | null;
  readonly kind: EntryKind;
  /** Canonical: only structs that were new, and exactly the deletions that were new. Yjs update, V1. */
  readonly bytes: Uint8Array;
}

export interface Entry extends NewEntry {
  readonly seq: Seq;
}

/** An entry without its bytes. */
export type EntryMark = Omit<Entry, 'bytes'>;

export interface Journal {
  /**
   * Puts all entries on disk or none; resolves with their positions, in order, once they are there.
   * @throws AppError 'unavailable' when they can't be written (disk full, read-only, I/O error)
   * @throws AppError 'not_found' when a document does not exist
   */
  append(entries: readonly NewEntry[]): Promise<readonly Seq[]>;
  /** Entries after `seq` and up to `until` (the end when left out), oldest first; [] if none. */
  since(documentId: DocumentId, seq: Seq, until?: Seq): Promise<readonly Entry[]>;
  /** Every entry without its bytes, oldest first; [] if none. */
  marks(documentId: DocumentId): Promise<readonly EntryMark[]>;
  /** The last position, 0 for an empty document; null when the document does not exist. */
  head(documentId: DocumentId): Promise<Seq | null>;
  /** Resolves when this many bytes can be appended. @throws AppError 'unavailable' when not */
  probe(bytes: number): Promise<void>;
}

/** Who owns which client id in a document: the first person who claimed it, for ever. */
export interface Claims {
  /** All claims of a document. */
  all(documentId: DocumentId): Promise<ReadonlyMap<ClientId, PersonId>>;
  /** Claims what nobody has and resolves with the owner of each id, in the same order. */
  claim(
    documentId: DocumentId,
    clientIds: readonly ClientId[],
    personId: PersonId,
  ): Promise<readonly PersonId[]>;
}
