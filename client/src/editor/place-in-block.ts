/** A place in the text as the block it is in and the way from there: it holds when the block moves. */

import type {BlockId} from '@samenspel/shared';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {placeOf} from './plan/places.ts';

export interface PlaceInBlock {
  /** Of the innermost node with an id. */
  readonly id: BlockId;
  /** The child to go into at each level, down to the line. */
  readonly path: readonly number[];
  /** In the line. */
  readonly offset: number;
}

/** null outside everything that has an id. */
export function placeInBlock(doc: ProseMirrorNode, pos: number): PlaceInBlock | null {
  const $pos = doc.resolve(pos);
  for (let {depth} = $pos; depth > 0; depth -= 1) {
    const id: unknown = $pos.node(depth).attrs['id'];
    if (typeof id !== 'string' || id === '') continue;
    const path: number[] = [];
    for (let level = depth; level < $pos.depth; level += 1) path.push($pos.index(level));
    return {id: id as BlockId, path, offset: $pos.parentOffset};
  }
  return null;
}

/** Where that is now, or as near as the block allows; null when the block is gone. */
export function positionOf(doc: ProseMirrorNode, {id, path, offset}: PlaceInBlock): number | null {
  const found = placeOf(doc, id);
  if (!found) return null;
  let {node, pos} = found;
  for (const index of path) {
    const child = node.maybeChild(index);
    if (!child) break;
    pos += 1;
    for (let before = 0; before < index; before += 1) pos += node.child(before).nodeSize;
    node = child;
  }
  return pos + 1 + Math.min(offset, node.content.size);
}
