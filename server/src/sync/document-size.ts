/** How large a document is, without measuring it at every keystroke. */

import type * as Y from 'yjs';

/** 0 is no limit. */
export interface DocumentLimits {
  /** Of the encoded state. */
  readonly maxDocumentBytes: number;
  /** Pieces that Yjs keeps as objects of their own, whatever their length. */
  readonly maxDocumentStructs: number;
}

export interface DocumentSize {
  /** Whether the document would go over a limit by this much more. */
  refuses(bytes: number, structs: number): boolean;
  grew(bytes: number, structs: number): void;
}

/** Measuring means encoding everything; a document near its limit may ask for it this often. */
const measureMs = 1_000;

/**
 * Counts what is added and measures only near a limit, because what was deleted or joined since
 * stays in the count until then.
 * @param encode the document's state
 * @param elapsed milliseconds since some moment
 */
export function openDocumentSize(
  doc: Y.Doc,
  startBytes: number,
  limits: DocumentLimits,
  encode: () => Uint8Array,
  elapsed: () => number,
): DocumentSize {
  let bytes = startBytes;
  let structs = countStructs(doc);
  let measuredAt = -Infinity;

  const over = (moreBytes: number, moreStructs: number) =>
    (limits.maxDocumentBytes > 0 && bytes + moreBytes > limits.maxDocumentBytes) ||
    (limits.maxDocumentStructs > 0 && structs + moreStructs > limits.maxDocumentStructs);

  return {
    refuses(moreBytes, moreStructs) {
      if (!over(moreBytes, moreStructs)) return false;
      if (elapsed() - measuredAt < measureMs) return true;
      measuredAt = elapsed();
      bytes = encode().length;
      structs = countStructs(doc);
      return over(moreBytes, moreStructs);
    },
    grew(moreBytes, moreStructs) {
      bytes += moreBytes;
      structs += moreStructs;
    },
  };
}

function countStructs(doc: Y.Doc): number {
  let count = 0;
  for (const structs of doc.store.clients.values()) count += structs.length;
  return count;
}
