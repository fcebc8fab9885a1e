/**
 * What a document said at one position of its journal: a replay on a fresh document, never a look at
 * the live one, and read without a schema, because reading through a schema edits what it reads.
 */

import type {DocumentId, Seq} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import {contentOf} from './content.ts';
import {withLines} from './lines.ts';
import type {Past} from '../journal/journal.ts';
import {documentOf} from '../journal/state.ts';
import {childrenOf, keyOf} from './restore/elements.ts';

export interface MomentText {
  /** The end of the tick that holds the asked position: what was shown. */
  readonly seq: Seq;
  /** When its last entry was written; epoch milliseconds. */
  readonly at: number;
  readonly content: JSONContent;
  /** The Yjs ids ("client:clock") of its blocks, in order. */
  readonly blocks: readonly string[];
}

/**
 * The text at the end of the tick that holds entry `seq`; null when the journal has no such entry.
 * @param lines every piece of text says in which line it stands, see `withLines`
 * @throws AppError 'damaged' with the nearest moment that can be read
 */
export async function momentAt(
  journal: Pick<Past, 'replay'>,
  documentId: DocumentId,
  seq: Seq,
  {lines = false} = {},
): Promise<MomentText | null> {
  const replay = await journal.replay(documentId, seq);
  if (!replay) return null;
  const doc = documentOf(replay.state, replay.updates);
  const root = doc.getXmlFragment(ROOT_NAME);
  const content = lines ? withLines(contentOf(root), root) : contentOf(root);
  const blocks = childrenOf(root).map(keyOf);
  doc.destroy();
  return {seq: replay.seq, at: replay.at, content, blocks};
}

/** The JSON of a document that consists of a state, if there is one, and these updates. */
export function textOf(
  updates: readonly Uint8Array[],
  state: Uint8Array | null = null,
): JSONContent {
  const doc = documentOf(state, updates);
  const content = contentOf(doc.getXmlFragment(ROOT_NAME));
  doc.destroy();
  return content;
}
