/** A whole document as bytes: what replay begins with, so that it needn't begin at the beginning. */

import {createHash} from 'node:crypto';
import {constants, brotliCompressSync, brotliDecompressSync} from 'node:zlib';
import type {DocumentId, Seq} from '@samenspel/shared';
import * as Y from 'yjs';

/** The document as it was after entry `seq`, without what was deleted by then. */
export interface State {
  readonly documentId: DocumentId;
  readonly seq: Seq;
  /** Yjs update V2; in a checkpoint compressed. */
  readonly state: Uint8Array;
  /** Over everything above. */
  readonly sha256: string;
}

export interface Checkpoint extends State {
  /** When entry `seq` was written. */
  readonly at: number;
}

/** The Yjs root that holds the text. */
const rootName = 'default';
const compression = {params: {[constants.BROTLI_PARAM_QUALITY]: 5}};

export function checkpointOf(doc: Y.Doc, documentId: DocumentId, seq: Seq, at: number): Checkpoint {
  const state = brotliCompressSync(Y.encodeStateAsUpdateV2(doc), compression);
  return {documentId, seq, at, state, sha256: checksum(documentId, seq, state)};
}

/** Not compressed: it is read when somebody waits. */
export function headOf(doc: Y.Doc, documentId: DocumentId, seq: Seq): State {
  return stateOf(documentId, seq, Y.encodeStateAsUpdateV2(doc));
}

export function stateOf(documentId: DocumentId, seq: Seq, state: Uint8Array): State {
  return {documentId, seq, state, sha256: checksum(documentId, seq, state)};
}

export function isIntact({documentId, seq, state, sha256}: State): boolean {
  return checksum(documentId, seq, state) === sha256;
}

/** The update inside an intact checkpoint. */
export function unpack({state}: Checkpoint): Uint8Array {
  return brotliDecompressSync(state);
}

/** @param state null for the empty document */
export function documentOf(state: Uint8Array | null, updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment(rootName);
  // One transaction: an order of magnitude faster.
  replaying(doc, () => {
    if (state) Y.applyUpdateV2(doc, state);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/**
 * Applies what the journal holds and nothing else. Yjs follows up on what comes from elsewhere by
 * deleting formatting that has become pointless; those deletions would be in no entry.
 */
export function replaying(doc: Y.Doc, apply: () => void): void {
  doc.transact((transaction) => {
    apply();
    // Applying an update makes a transaction foreign, whatever it was; observers look at this after us.
    transaction.local = true;
  });
}

/** Whether two documents know the same, have deleted the same, and so show the same. */
export function isSame(one: Y.Doc, other: Y.Doc): boolean {
  return (
    sameClocks(one, other) &&
    Y.equalDeleteSets(
      Y.createDeleteSetFromStructStore(one.store),
      Y.createDeleteSetFromStructStore(other.store),
    ) &&
    JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other))
  );
}

function sameClocks(one: Y.Doc, other: Y.Doc): boolean {
  const ours = Y.decodeStateVector(Y.encodeStateVector(one));
  const theirs = Y.decodeStateVector(Y.encodeStateVector(other));
  return (
    ours.size === theirs.size && [...ours].every(([client, clock]) => theirs.get(client) === clock)
  );
}

/** Read without a schema, which would edit what it reads. */
function contentOf(doc: Y.Doc): unknown {
  return doc.getXmlFragment(rootName).toArray().map(describe);
}

function describe(node: unknown): unknown {
  if (node instanceof Y.XmlText) return [sorted(node.getAttributes()), node.toDelta()];
  if (!(node instanceof Y.XmlElement)) return String(node);
  return [node.nodeName, sorted(node.getAttributes()), node.toArray().map(describe)];
}

/** A map's keys come in the order in which they were set, which is no part of the text. */
function sorted(attributes: object): readonly (readonly [string, unknown])[] {
  return Object.entries(attributes).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function checksum(documentId: DocumentId, seq: Seq, state: Uint8Array): string {
  return createHash('sha256').update(`${documentId} ${seq} `).update(state).digest('hex');
}
