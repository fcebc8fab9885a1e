/** Reads the plan out of an open text again and again; of a long text only what changed. */

import {joinPlans, type Plan, readPart} from '@samenspel/shared';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';

/**
 * What did not change in the text is the same node as before, so that what was read of it still holds.
 * As long as nothing changes that a plan knows of, the answer is the very same plan.
 */
export function openLivePlan(): (doc: ProseMirrorNode) => Plan {
  const known = new WeakMap<ProseMirrorNode, Plan>();
  let pieces: readonly Plan[] = [];
  let plan = joinPlans(pieces);

  function pieceOf(node: ProseMirrorNode, before: Plan | undefined): Plan {
    const found = known.get(node);
    if (found) return found;
    const read = readPart(node.toJSON());
    const piece = before && isSame(before, read) ? before : read;
    known.set(node, piece);
    return piece;
  }

  return (doc) => {
    const now = doc.children.map((node, at) => pieceOf(node, pieces[at]));
    const isAsBefore = now.length === pieces.length && now.every((one, at) => one === pieces[at]);
    if (!isAsBefore) {
      pieces = now;
      plan = joinPlans(pieces);
    }
    return plan;
  };
}

function isSame(one: Plan, other: Plan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
