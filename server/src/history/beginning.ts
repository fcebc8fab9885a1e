/** The first part of a text: what one reads of it while the rest is on its way. */

import type {JSONContent} from '@samenspel/shared/schema';

export interface Beginning {
  /** What is in it stands where it stands in the whole; the last block in it may go on there. */
  readonly content: JSONContent;
  /** The whole says more. */
  readonly hasMore: boolean;
}

/** A block takes room on the screen also when nothing is written in it. */
const blockWeight = 40;

/**
 * Ends between two blocks, however deep they are, once so many characters are reached. Only a line that
 * is as long again is cut through, so that it never holds more than twice as many.
 */
export function beginningOf(content: JSONContent, characters: number): Beginning {
  let left = characters;
  let hasMore = false;

  function begin(node: JSONContent): JSONContent {
    if (node.text !== undefined) return words(node, node.text);
    const begun = node.content ? {...node, content: within(node.content)} : node;
    left -= blockWeight;
    return begun;
  }

  function words(node: JSONContent, text: string): JSONContent {
    const room = left + characters;
    left -= text.length;
    if (text.length <= room) return node;
    hasMore = true;
    return {...node, text: text.slice(0, room)};
  }

  function within(nodes: readonly JSONContent[]): JSONContent[] {
    const begun: JSONContent[] = [];
    for (const node of nodes) {
      if (left <= (node.text === undefined ? 0 : -characters)) {
        hasMore = true;
        break;
      }
      begun.push(begin(node));
    }
    return begun;
  }

  return {content: begin(content), hasMore};
}
