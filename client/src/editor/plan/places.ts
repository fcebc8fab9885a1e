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

/** The ids that stand more than once. What was typed elsewhere in the text is not looked into again. */
export function doubleIds(doc: ProseMirrorNode): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  doc.forEach((child) => {
    for (const id of idsIn(child)) {
      if (seen.has(id)) twice.add(id);
      else seen.add(id);
    }
  });
  return twice;
}

const known = new WeakMap<ProseMirrorNode, readonly string[]>();

function idsIn(node: ProseMirrorNode): readonly string[] {
  if (node.isTextblock && idOf(node) === null) return [];
  const kept = known.get(node);
  if (kept) return kept;
  const own = idOf(node);
  const inside = node.isTextblock ? [] : node.children.flatMap((child) => idsIn(child));
  const ids = own === null ? inside : [own, ...inside];
  known.set(node, ids);
  return ids;
}
