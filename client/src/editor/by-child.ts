/** What is read out of a text, piece by piece: of a piece that did not change it is known already. */

import type {Node as ProseMirrorNode} from '@tiptap/pm/model';

/**
 * A long text is looked at after every key, and of its pieces mostly one is new.
 * @param read what one child of the document holds, in the places of a document that begins with it
 * @param moved the same so much further on
 */
export function byChild<Found>(
  read: (child: ProseMirrorNode) => readonly Found[],
  moved: (found: Found, by: number) => Found,
): (doc: ProseMirrorNode) => readonly Found[] {
  const known = new WeakMap<ProseMirrorNode, readonly Found[]>();
  return (doc) => {
    const all: Found[] = [];
    doc.forEach((child, pos) => {
      let found = known.get(child);
      if (!found) {
        found = read(child);
        known.set(child, found);
      }
      for (const one of found) all.push(pos === 0 ? one : moved(one, pos));
    });
    return all;
  };
}

/** Calls back for a child and what is in it, as for a document that begins with it. */
export function eachIn(
  child: ProseMirrorNode,
  visit: (node: ProseMirrorNode, pos: number) => boolean,
): void {
  if (visit(child, 0)) child.descendants((node, pos) => visit(node, pos + 1));
}
