/** One person's copy of one document on this device: what was typed is here before we say so. */

import type {DocumentId, PersonId} from '@samenspel/shared';
import * as Y from 'yjs';
import {type CopyRow, copyKey, type Device, openDevice} from './device.ts';

export interface LoadedCopy {
  /** Everything that was here, oldest first; [] when nothing was. */
  readonly updates: readonly Uint8Array[];
  /** What the server had not acknowledged, oldest first. */
  readonly unsent: readonly UnsentRow[];
}

export interface UnsentRow {
  readonly key: number;
  readonly update: Uint8Array;
  readonly writers: readonly number[];
}

export interface LocalCopy {
  load(): Promise<LoadedCopy>;
  /** Resolves with the row's key once it is on disk. */
  append(update: Uint8Array, writer: number | null): Promise<number>;
  /** The server has what is in these rows. */
  acknowledge(keys: readonly number[]): Promise<void>;
  /** Removes everything of this document. */
  clear(): Promise<void>;
}

export interface LocalCopyOptions {
  readonly personId: PersonId;
  readonly documentId: DocumentId;
  /** Of the server; copies of other epochs are not seen. */
  readonly epoch: number;
  /** So many rows are merged into one. */
  readonly compactAfter?: number;
  readonly device?: () => Promise<Device>;
}

/** The copy; every method rejects when this browser cannot keep anything. */
export function openLocalCopy({
  personId,
  documentId,
  epoch,
  compactAfter = 500,
  device = openDevice,
}: LocalCopyOptions): LocalCopy {
  const copy = copyKey(personId, documentId, epoch);
  const origin = {copy, personId, documentId, epoch};
  let appended = 0;

  async function load(): Promise<LoadedCopy> {
    const rows = await rowsOf(await device(), copy);
    appended = rows.length;
    if (appended > compactAfter) await compact();
    return {
      updates: rows.map(({row}) => row.update),
      unsent: rows
        .filter(({row}) => row.unsentBy)
        .map(({key, row}) => ({key, update: row.update, writers: row.writers})),
    };
  }

  async function append(update: Uint8Array, writer: number | null): Promise<number> {
    const base = {...origin, update};
    const row: CopyRow =
      writer === null ? {...base, writers: []} : {...base, writers: [writer], unsentBy: personId};
    // What only exists here must survive a crash of the whole device; the rest can be had again.
    const durability = writer === null ? 'relaxed' : 'strict';
    const transaction = (await device()).transaction('rows', 'readwrite', {durability});
    const key = await transaction.store.add(row);
    await transaction.done;
    appended += 1;
    if (appended > compactAfter) await compact();
    return key;
  }

  async function acknowledge(keys: readonly number[]): Promise<void> {
    const transaction = (await device()).transaction('rows', 'readwrite');
    const marked = keys.map(async (key) => {
      const row = await transaction.store.get(key);
      if (!row) return;
      const {unsentBy: _sent, ...rest} = row;
      await transaction.store.put({...rest, writers: []}, key);
    });
    await Promise.all([...marked, transaction.done]);
  }

  /** Merges what is acknowledged into one row; unsent rows stay, their keys are pointed at. */
  async function compact(): Promise<void> {
    const transaction = (await device()).transaction('rows', 'readwrite');
    const keys = await transaction.store.index('copy').getAllKeys(copy);
    const rows = await transaction.store.index('copy').getAll(copy);
    const settled = keys.filter((_key, index) => !rows[index]?.unsentBy);
    appended = rows.length - settled.length;
    if (settled.length > 1) {
      const update = merge(rows.filter((row) => !row.unsentBy).map((row) => row.update));
      const added = transaction.store.add({...origin, update, writers: []});
      await Promise.all([added, ...settled.map((key) => transaction.store.delete(key))]);
      appended += 1;
    }
    await transaction.done;
    // Many unsent rows must not make every keystroke compact again.
    appended = Math.min(appended, compactAfter / 2);
  }

  async function clear(): Promise<void> {
    await deleteRows(await device(), 'copy', copy);
  }

  return {load, append, acknowledge, clear};
}

/** The documents of which this person has unsent text here, comments and rescued text included; each once. */
export async function unsentDocuments(personId: PersonId): Promise<readonly DocumentId[]> {
  const waiting = await waitingDocuments(personId);
  const rescues = await (await openDevice()).getAllFromIndex('rescues', 'personId', personId);
  return [...new Set([...waiting, ...rescues.map(({documentId}) => documentId)])];
}

/** Those of which it goes along by itself once they are opened; each once. */
export async function waitingDocuments(personId: PersonId): Promise<readonly DocumentId[]> {
  const device = await openDevice();
  const [rows, letters] = await Promise.all([
    device.getAllFromIndex('rows', 'unsentBy', personId),
    device.getAllFromIndex('letters', 'personId', personId),
  ]);
  return [...new Set([...rows, ...letters].map(({documentId}) => documentId))];
}

/** Removes everything of this person from this device, whatever was not sent too: for signing out. */
export async function clearLocalCopies(personId: PersonId): Promise<void> {
  const device = await openDevice();
  await deleteRows(device, 'personId', personId);
  for (const store of ['rescues', 'letters'] as const) {
    const transaction = device.transaction(store, 'readwrite');
    const keys = await transaction.store.index('personId').getAllKeys(personId);
    await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
  }
}

async function rowsOf(
  device: Device,
  copy: string,
): Promise<readonly {readonly key: number; readonly row: CopyRow}[]> {
  const transaction = device.transaction('rows');
  const index = transaction.store.index('copy');
  const [keys, rows] = await Promise.all([index.getAllKeys(copy), index.getAll(copy)]);
  return rows.map((row, at) => ({key: keys[at] ?? 0, row}));
}

async function deleteRows(
  device: Device,
  index: 'copy' | 'personId',
  value: string,
): Promise<void> {
  const transaction = device.transaction('rows', 'readwrite');
  const keys = await transaction.store.index(index).getAllKeys(value);
  await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
}

/** Through a document, not by merging bytes: what was deleted leaves its text behind. */
function merge(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const merged = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return merged;
}
