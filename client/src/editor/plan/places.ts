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

/** The stretch in which two documents differ, in the places of each; null when they say the same. */
export interface Difference {
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/** By content: what others do makes every node of the document anew. */
export function differenceOf(old: ProseMirrorNode, now: ProseMirrorNode): Difference | null {
  const from = old.content.findDiffStart(now.content);
  const end = old.content.findDiffEnd(now.content);
  if (from === null || !end) return null;
  // Where words repeat, the end is found before the start.
  const over = Math.max(0, from - Math.min(end.a, end.b));
  return {from, oldTo: end.a + over, newTo: end.b + over};
}

/** Calls back for every block that a stretch touches, with all blocks around it. */
export function blocksBetween(
  doc: ProseMirrorNode,
  from: number,
  to: number,
  visit: (node: ProseMirrorNode, pos: number) => void,
): void {
  doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), (node, pos) => {
    if (!node.isInline) visit(node, pos);
    return !node.isTextblock;
  });
}
