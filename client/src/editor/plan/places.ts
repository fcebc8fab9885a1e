/** Where a block or one of its lines stands now, found by its id. */

import type {BlockId} from '@samenspel/shared';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {idOf} from './block-facts.ts';

export interface Place {
  readonly node: ProseMirrorNode;
  readonly pos: number;
}

/** The first that carries the id; null when it is gone. */
export function placeOf(doc: ProseMirrorNode, id: BlockId): Place | null {
  let found: Place | null = null;
  doc.descendants((node, pos) => {
    if (found) return false;
    if (idOf(node) === id) found = {node, pos};
    return found === null && !node.isTextblock;
  });
  return found;
}
