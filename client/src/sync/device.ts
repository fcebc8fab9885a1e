/** The database on this device: what of each document is here, and what was rescued. */

import type {AskedAnchor, CloseReason, DocumentId, PersonId, ThreadId} from '@samenspel/shared';
import {type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames} from 'idb';
import type {Failure} from '../api.ts';

/** One piece of a document as one person has it on this device. */
export interface CopyRow {
  readonly copy: CopyKey;
  readonly personId: PersonId;
  readonly documentId: DocumentId;
  /** Of the server when this was written: each restore of a backup begins another. */
  readonly epoch: number;
  /** Yjs update, V1. */
  readonly update: Uint8Array;
  /** The client ids that wrote it, while the server has not acknowledged it; [] afterwards. */
  readonly writers: readonly number[];
  /** The person, only while unsent: the index on it holds nothing else. */
  readonly unsentBy?: PersonId;
}

/** Text that could not be sent and never will be by itself; its writer decides what becomes of it. */
export interface RescueCopy {
  readonly id: string;
  readonly personId: PersonId;
  readonly documentId: DocumentId;
  readonly title: string;
  readonly reason: RescueReason;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The blocks that hold unsent words, one per line. */
  readonly text: string;
  /** What was unsent, Yjs update, V1. */
  readonly update: Uint8Array;
}

/** Why it could not be sent: the server ended the connection, or the text no longer fits here. */
export type RescueReason = CloseReason | 'unfitting';

/** A comment that the server does not have yet. */
export interface Letter {
  /** The same however often it is sent. */
  readonly key: string;
  readonly personId: PersonId;
  readonly documentId: DocumentId;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly target: LetterTarget;
  readonly words: string;
  /** A text to stand in the place of the words it is about; null when it proposes nothing. */
  readonly proposal: string | null;
  /** Why the server will never take it like this; null while it may. */
  readonly refused: Failure | null;
}

export type LetterTarget =
  | {readonly to: 'text'; readonly anchor: AskedAnchor}
  | {readonly to: 'thread'; readonly id: ThreadId};

/** One person's copy of one document, as it was in one epoch. */
export type CopyKey = string & {readonly brand: 'CopyKey'};

export interface DeviceSchema extends DBSchema {
  readonly rows: {
    key: number;
    value: CopyRow;
    indexes: {copy: string; personId: string; unsentBy: string};
  };
  readonly rescues: {key: string; value: RescueCopy; indexes: {personId: string}};
  readonly letters: {key: string; value: Letter; indexes: {personId: string}};
}

export type Device = IDBPDatabase<DeviceSchema>;

type Upgrading = IDBPTransaction<DeviceSchema, StoreNames<DeviceSchema>[], 'versionchange'>;

export function copyKey(personId: PersonId, documentId: DocumentId, epoch: number): CopyKey {
  return `${personId}|${documentId}|${epoch}` as CopyKey;
}

let opened: Promise<Device> | null = null;

/**
 * The database, opened once.
 * @throws DOMException when this browser keeps nothing (private window, full, switched off)
 */
export function openDevice(): Promise<Device> {
  if (opened) return opened;
  const opening = open();
  opened = opening;
  // A failed or lost database may work on the next try.
  opening.catch(() => forget(opening));
  return opening;
}

/** Closes the database; the next use opens it again. */
export async function closeDevice(): Promise<void> {
  const closing = opened;
  opened = null;
  (await closing)?.close();
}

function open(): Promise<Device> {
  const opening: Promise<Device> = openDB<DeviceSchema>('samenspel', 3, {
    async upgrade(database, oldVersion, _newVersion, transaction) {
      if (oldVersion < 3) {
        database.createObjectStore('letters', {keyPath: 'key'}).createIndex('personId', 'personId');
      }
      if (oldVersion === 1) return placeInFirstEpoch(transaction);
      if (oldVersion > 1) return;
      const rows = database.createObjectStore('rows', {autoIncrement: true});
      rows.createIndex('copy', 'copy');
      rows.createIndex('personId', 'personId');
      rows.createIndex('unsentBy', 'unsentBy');
      database.createObjectStore('rescues', {keyPath: 'id'}).createIndex('personId', 'personId');
    },
    // A newer version of the page waits in another tab: let it through.
    blocking: () => {
      forget(opening);
      opening.then(
        (database) => database.close(),
        () => undefined,
      );
    },
    terminated: () => forget(opening),
  });
  return opening;
}

/** Before there were restores there was one epoch. */
async function placeInFirstEpoch(transaction: Upgrading): Promise<void> {
  const rows = transaction.objectStore('rows');
  for (let cursor = await rows.openCursor(); cursor; cursor = await cursor.continue()) {
    const {personId, documentId} = cursor.value;
    await cursor.update({...cursor.value, epoch: 1, copy: copyKey(personId, documentId, 1)});
  }
}

function forget(opening: Promise<Device>): void {
  if (opened === opening) opened = null;
}
