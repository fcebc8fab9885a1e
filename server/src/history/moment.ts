/**
 * What a document said at one position of its journal: a replay on a fresh document, never a look at
 * the live one, and read without a schema, because reading through a schema edits what it reads.
 */

import {beginning, type DocumentId, type Seq} from '@samenspel/shared';
import {type JSONContent, ROOT_NAME} from '@samenspel/shared/schema';
import {yXmlFragmentToProsemirrorJSON} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type {Journal} from '../journal/journal.ts';

export interface MomentText {
  readonly seq: Seq;
  /** When its last entry was written; epoch milliseconds. */
  readonly at: number;
  readonly content: JSONContent;
}

/** The text right after entry `seq`; null when the journal has no such entry. */
export async function momentAt(
  journal: Pick<Journal, 'since'>,
  documentId: DocumentId,
  seq: Seq,
): Promise<MomentText | null> {
  const entries = await journal.since(documentId, beginning, seq);
  const last = entries.at(-1);
  if (!last || last.seq !== seq) return null;
  return {seq, at: last.at, content: textOf(entries.map((entry) => entry.bytes))};
}

/** The JSON of a document that consists of these updates. */
export function textOf(updates: readonly Uint8Array[]): JSONContent {
  const doc = new Y.Doc();
  // One transaction: the clean-up after each would cost more than the updates themselves.
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const {content} = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(ROOT_NAME));
  doc.destroy();
  // Flat: a stranger's client may have put text straight into the root.
  return {type: 'doc', content: content.flat()};
}
