/** Reads the plan out of an open text again and again; of a long text only what changed. */

import {joinPlans, type Plan, readPart} from '@samenspel/shared';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';

/** What did not change in the text is the same node as before, so that what was read of it still holds. */
export function openLivePlan(): (doc: ProseMirrorNode) => Plan {
  const known = new WeakMap<ProseMirrorNode, Plan>();

  function partOf(node: ProseMirrorNode): Plan {
    const before = known.get(node);
    if (before) return before;
    const part = readPart(node.toJSON());
    known.set(node, part);
    return part;
  }

  return (doc) => joinPlans(doc.children.map(partOf));
}
