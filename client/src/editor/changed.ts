/**
 * Where in the text a change really was. What others do comes as a whole new document in place of the
 * old one, in which nothing keeps its place; what is drawn beside the text need not be made anew for it.
 */

import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import type {Transaction} from '@tiptap/pm/state';
import {Mapping, StepMap} from '@tiptap/pm/transform';
import {ySyncPluginKey} from '@tiptap/y-tiptap';
import {differenceOf} from './plan/places.ts';

export interface Changed {
  /** From the places before it to those after it. */
  readonly mapping: Mapping;
  /** What is new, in the places after it. */
  readonly from: number;
  readonly to: number;
}

/** null when the text says the same as before. */
export function changedIn(tr: Transaction): Changed | null {
  const range = differenceOf(tr.before, tr.doc);
  if (!range) return null;
  const {from, oldTo, newTo} = range;
  const mapping =
    tr.getMeta(ySyncPluginKey) === undefined
      ? tr.mapping
      : new Mapping([new StepMap([from, oldTo - from, newTo - from])]);
  return {mapping, from, to: newTo};
}

/** Calls back for every node that a change touches, with all that is around it. */
export function eachChanged(
  doc: ProseMirrorNode,
  {from, to}: Changed,
  visit: (node: ProseMirrorNode, pos: number, parent: ProseMirrorNode | null) => void,
): void {
  doc.nodesBetween(
    Math.max(0, from - 1),
    Math.min(doc.content.size, to + 1),
    (node, pos, parent) => {
      visit(node, pos, parent);
      return !node.isTextblock;
    },
  );
}
