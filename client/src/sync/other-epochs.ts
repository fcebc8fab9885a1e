/**
 * What this device has of a document from another epoch of the server: text that the server, put back
 * from a backup, does not know. It is never sent; what its writer had not sent is set aside.
 */

import type {DocumentId, PersonId} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import * as Y from 'yjs';
import {type CopyRow, openDevice, type RescueReason} from './device.ts';
import {tellWatchers, textWith} from './rescue.ts';

export interface OtherEpochs {
  readonly personId: PersonId;
  readonly documentId: DocumentId;
  /** The one that the server is in; null when it has no such document in any. */
  readonly epoch: number | null;
  /** What the document is called. */
  readonly title: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** All or nothing, and once however many tabs do it. Rejects when this browser keeps nothing. */
export async function rescueOtherEpochs(options: OtherEpochs): Promise<void> {
  const {personId, documentId, epoch, title, at} = options;
  const device = await openDevice();
  const transaction = device.transaction(['rows', 'rescues'], 'readwrite', {durability: 'strict'});
  const rows = transaction.objectStore('rows');
  const [keys, mine] = await Promise.all([
    rows.index('personId').getAllKeys(personId),
    rows.index('personId').getAll(personId),
  ]);
  const isOther = (row: CopyRow) => row.documentId === documentId && row.epoch !== epoch;
  const reason: RescueReason = epoch === null ? 'notFound' : 'olderEpoch';
  const others = mine.filter(isOther);
  const kept = [...new Set(others.map((row) => row.epoch))].flatMap((one) => {
    const copy = others.filter((row) => row.epoch === one);
    const unsent = copy.filter((row) => row.unsentBy).map((row) => row.update);
    if (unsent.length === 0) return [];
    const [text, update] = [wordsOf(copy, unsent), Y.mergeUpdates(unsent)];
    return {personId, documentId, title, reason, at, text, update, id: crypto.randomUUID()};
  });
  const gone = keys.filter((_key, index) => isOther(mine[index] as CopyRow));
  await Promise.all([
    ...kept.map((copy) => transaction.objectStore('rescues').add(copy)),
    ...gone.map((key) => rows.delete(key)),
    transaction.done,
  ]);
  if (kept.length > 0) tellWatchers();
}

/** The unsent words, in the text around them as it was. */
function wordsOf(copy: readonly CopyRow[], unsent: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const {update} of copy) Y.applyUpdate(doc, update);
  const text = textWith(doc.getXmlFragment(ROOT_NAME), unsent);
  doc.destroy();
  return text;
}
