/**
 * Who really wrote which characters, and what was removed: told by the server from what an entry did
 * to the text, never by a client.
 *
 * A client id belongs to one person for ever (see `Claims`), so characters are by default by the owner
 * of the id that they were typed under. Editors express moving, splitting, joining, retyping and undo
 * as deleting and typing again, under the id of whoever did it: an attribution tells of such characters
 * whose words they are, and which characters they once were.
 */

import type {ClientId, DocumentId, PersonId, Seq} from '@samenspel/shared';

/** Characters with consecutive ids. Clocks count UTF-16 units. */
export interface Characters {
  readonly client: ClientId;
  readonly clock: number;
  readonly length: number;
}

/** Overrules, from its entry on, whose characters these are; of several the latest holds. */
export interface Attribution extends Characters {
  /** null for words that came with the product. */
  readonly author: PersonId | null;
  /** The id under which the first of them was typed at first; the others follow it. */
  readonly sourceClient: ClientId;
  readonly sourceClock: number;
}

export interface AttributionRow extends Attribution {
  readonly seq: Seq;
}

/** Text that stood together and was removed, in one entry, without coming back in the same one. */
export interface RemovedRun {
  readonly text: string;
  /** The ids of its characters, in the order of the text. */
  readonly characters: readonly Characters[];
  /** It was all there was in its text block. */
  readonly whole: boolean;
}

/** What an entry tells; goes to disk together with it. */
export interface Told {
  readonly attributions: readonly Attribution[];
  readonly removed: readonly RemovedRun[];
}

/** What was told before, as far as it is needed to go on. */
export interface Remembered {
  /** Oldest first. */
  readonly attributions: readonly Attribution[];
  /** What recent entries removed, oldest first; entries that removed nothing are left out. */
  readonly removed: readonly (readonly RemovedRun[])[];
}

/** Reads what was told; the journal writes it, in the same transaction as the entry that it is about. */
export interface Provenance {
  /**
   * Everything that entries up to `seq` (the last when left out) attributed, oldest first; of those
   * after `after`, when that is given.
   */
  until(documentId: DocumentId, seq?: Seq, after?: Seq): Promise<readonly AttributionRow[]>;
  remembered(documentId: DocumentId): Promise<Remembered>;
}

export const nothingTold: Told = {attributions: [], removed: []};
export const nothingRemembered: Remembered = {attributions: [], removed: []};

/** This many removing entries are remembered for undo, and for cutting and pasting. */
export const maxRemovals = 2_000;
/** … as long as they hold no more than these UTF-16 units of text: a hundred pages, twice. */
export const maxRemovedLength = 512 * 1024;
