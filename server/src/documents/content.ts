/** A document's JSON as the Yjs update that puts it in an empty document. */

import {type JSONContent, documentSchema, ROOT_NAME} from '@samenspel/shared/schema';
import type {Schema} from '@tiptap/pm/model';
import {prosemirrorToYXmlFragment} from '@tiptap/y-tiptap';
import * as Y from 'yjs';

let schema: Schema | null = null;

/**
 * A V1 update, exactly as the editor would have written it.
 * @throws RangeError when the content does not fit the schema: nothing invalid may get in
 */
export function contentToUpdate(content: JSONContent): Uint8Array {
  schema ??= documentSchema();
  const node = schema.nodeFromJSON(content);
  node.check();
  const document = new Y.Doc();
  prosemirrorToYXmlFragment(node, document.getXmlFragment(ROOT_NAME));
  const update = Y.encodeStateAsUpdate(document);
  document.destroy();
  return update;
}
