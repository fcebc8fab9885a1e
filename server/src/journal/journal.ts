/** The port to the truth: an append-only log of canonical updates per document. */

import type {ClientId, DocumentId, EntryKind, PersonId, Seq} from '@samenspel/shared';
import type {Provenance, Told} from '../history/provenance.ts';
import type {Moment} from './segment.ts';
import type {Range, Structs} from './structs.ts';

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
  /** Whose words it brought and what it removed; goes to disk with it, or neither does. */
  readonly told?: Told;
  /** It changes the text to this newer schema; the document's number goes up together with it. */
  readonly schema?: number;
}

export interface Entry extends Omit<NewEntry, 'told' | 'schema'> {
  readonly seq: Seq;
}

/** An entry without its bytes. */
export interface EntryMark extends Omit<Entry, 'bytes'> {
  /** The first of the rows it stands for, once they are sealed into one; left out, it is the only one. */
  readonly first?: {readonly seq: Seq; readonly at: number};
}

/** What an entry did, by the ids of characters and blocks. */
export interface Trace {
  readonly mark: EntryMark;
  readonly wrote: readonly Range[];
  readonly removed: readonly Range[];
}

/** A part of the journal as it is kept: a segment, or all that is not sealed yet. */
export interface Stretch {
  /** By first appearance, which for what is sealed is not by position. */
  readonly traces: readonly Trace[];
  /** All that these entries wrote; not to be changed. */
  readonly structs: Structs;
}

/** How to come to a moment: begin with the state, and apply the updates in order. */
export interface Replay {
  /** The moment: the end of the tick that holds the asked position. */
  readonly seq: Seq;
  /** When it was; epoch milliseconds. */
  readonly at: number;
  /** Yjs update V2; null for the empty document. */
  readonly state: Uint8Array | null;
  /** Yjs updates V1. */
  readonly updates: readonly Uint8Array[];
}

/**
 * Old rows are sealed: what one person wrote within a second becomes one entry, at the position of its
 * last row. Positions that are pinned, and where the kind changes, are never passed over.
 */
export interface Journal extends Past {
  /** What was told with the entries. */
  readonly provenance: Provenance;
  /**
   * Puts all entries on disk or none; resolves with their positions, in order, once they are there.
   * @throws AppError 'unavailable' when they can't be written (disk full, read-only, I/O error)
   * @throws AppError 'not_found' when a document does not exist
   */
  append(entries: readonly NewEntry[]): Promise<readonly Seq[]>;
  /**
   * Entries after `seq` and up to `until` (the end when left out), oldest first; [] if none.
   * @throws AppError 'damaged' when a segment that is needed can't be read
   */
  since(documentId: DocumentId, seq: Seq, until?: Seq): Promise<readonly Entry[]>;
  /** Every entry without its bytes, by first row; [] if none. What can't be read is one mark by nobody. */
  marks(documentId: DocumentId): Promise<readonly EntryMark[]>;
  /**
   * All that came after a position, oldest first; what can't be read is left out. Entries up to it are
   * told once more when they were sealed together with later ones.
   */
  stretches(documentId: DocumentId, after: Seq): AsyncIterable<Stretch>;
  /** The last position, 0 for an empty document; null when the document does not exist. */
  head(documentId: DocumentId): Promise<Seq | null>;
  /** Resolves when this many bytes can be appended. @throws AppError 'unavailable' when not */
  probe(bytes: number): Promise<void>;
}

/** Any moment of a document, sealed or not. */
export interface Past {
  /**
   * Where the tick ends that holds `seq`, and when: what `replay` shows, without its text. null when the
   * journal has no such entry.
   * @throws AppError 'damaged' with `nearest`, the nearest moment that can be read, or null
   */
  moment(documentId: DocumentId, seq: Seq): Promise<Moment | null>;
  /**
   * The end of the tick that holds `seq`; null when the journal has no such entry.
   * @throws AppError 'damaged' with `nearest`, the nearest moment that can be read, or null
   */
  replay(documentId: DocumentId, seq: Seq): Promise<Replay | null>;
  /** The document as it is; null when it does not exist. @throws AppError 'damaged' */
  latest(documentId: DocumentId): Promise<Replay | null>;
  /** Keeps a document's state after entry `seq`, so that opening it is quick. @throws AppError 'unavailable' */
  keep(documentId: DocumentId, seq: Seq, state: Uint8Array): Promise<void>;
  /**
   * Keeps a moment addressable for ever, because something points at it. Resolves with the moment that
   * was kept: `seq`, or the end of its tick when that is sealed already; null when there is no such entry.
   * @throws AppError 'unavailable'
   */
  pin(documentId: DocumentId, seq: Seq, reason: string): Promise<Seq | null>;
}

/** Who owns which client id in a document: the first person who claimed it, for ever. */
export interface Claims {
  /** All claims of a document. */
  all(documentId: DocumentId): Promise<ReadonlyMap<ClientId, PersonId>>;
  /**
   * Claims what nobody has and resolves with the owner of each id, in the same order.
   * @throws AppError 'not_found' when the document does not exist, 'unavailable' when nothing can be written
   */
  claim(
    documentId: DocumentId,
    clientIds: readonly ClientId[],
    personId: PersonId,
  ): Promise<readonly PersonId[]>;
}
