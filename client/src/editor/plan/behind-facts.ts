/** Where a block's text begins: behind its title and the lines of facts that stand under it. */

import type {ResolvedPos} from '@tiptap/pm/model';
import {isFact} from './block-facts.ts';

/**
 * The place behind the child at `depth` around `$pos`; when that is a title or a line of facts, behind
 * all lines of facts that follow it, so that nothing comes between a title and its facts.
 */
export function behindFacts($pos: ResolvedPos, depth: number): number {
  let at = $pos.after(depth);
  const name = $pos.node(depth).type.name;
  if (name !== 'blockTitle' && !isFact(name)) return at;
  const block = $pos.node(depth - 1);
  for (let index = $pos.index(depth - 1) + 1; index < block.childCount; index += 1) {
    const next = block.child(index);
    if (!isFact(next.type.name)) break;
    at += next.nodeSize;
  }
  return at;
}
