/** A document's JSON with, on every piece of text, the line it stands in: to ask about a passage. */

import type {JSONContent} from '@samenspel/shared/schema';
import * as Y from 'yjs';
import {childrenOf, type Container, keyOf} from './restore/elements.ts';

/**
 * Puts on every text node `line`, the line's Yjs id ("client:clock"), and `at`, where it begins in
 * that line (UTF-16 units). Changes nothing else, and nothing in the document.
 * @param content the JSON of `container`, as `contentOf` makes it
 */
export function withLines(content: JSONContent, container: Container): JSONContent {
  const nodes = content.content ?? [];
  const marked: JSONContent[] = [];
  for (const child of childrenOf(container)) {
    if (child instanceof Y.XmlElement) {
      const node = nodes[marked.length];
      if (node) marked.push(withLines(node, child));
      continue;
    }
    let at = 0;
    for (let left = child.length; left > 0;) {
      const node = nodes[marked.length];
      const {length} = node?.text ?? '';
      if (!node || length === 0) break;
      marked.push({...node, line: keyOf(child), at});
      at += length;
      left -= length;
    }
  }
  // A text of a stranger's make that isn't what it seems keeps its words, without places.
  return marked.length === nodes.length && nodes.length > 0
    ? {...content, content: marked}
    : content;
}
