/**
 * Where in the text a change really was. Some come as a whole new document in place of the old one, in
 * which nothing keeps its place; what is drawn beside the text need not be made anew for it.
 */

import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import type {Transaction} from '@tiptap/pm/state';
import {Mapping, StepMap} from '@tiptap/pm/transform';
import {differencesOf} from './differences.ts';

type Differences = ReturnType<typeof differencesOf>;

export interface Changed {
  /** From the places before it to those after it. */
  readonly mapping: Mapping;
  /** What is new, in the places after it, in order. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** One change is asked about by all that draw beside the text. */
const known = new WeakMap<
  Transaction,
  {readonly doc: ProseMirrorNode; readonly at: Changed | null}
>();

/** null when the text says the same as before. */
export function changedIn(tr: Transaction): Changed | null {
  const before = known.get(tr);
  if (before?.doc === tr.doc) return before.at;
  const at = changesOf(tr);
  known.set(tr, {doc: tr.doc, at});
  return at;
}

function changesOf(tr: Transaction): Changed | null {
  const differences = differencesOf(tr.before, tr.doc);
  if (differences.length === 0) return null;
  const pieces = piecesOf(differences);
  if (!isWhole(tr)) return {mapping: tr.mapping, pieces};
  const ranges = differences.flatMap((one) =>
    one.kind === 'attributes' ? [] : [one.from, one.to - one.from, one.nowTo - one.nowFrom],
  );
  return {mapping: new Mapping([new StepMap(ranges)]), pieces};
}

/** All of the document was put in place of all of it. */
function isWhole(tr: Transaction): boolean {
  let found = false;
  tr.mapping.maps[0]?.forEach((from, to) => {
    found ||= from === 0 && to === tr.before.content.size;
  });
  return found;
}

/** Calls back once for every node that a change touches, with all that is around it. */
export function eachTouched(
  doc: ProseMirrorNode,
  pieces: readonly Piece[],
  visit: (node: ProseMirrorNode, pos: number, parent: ProseMirrorNode | null) => void,
): void {
  let last = -1;
  for (const {from, to} of pieces) {
    const [start, end] = [Math.max(0, from - 1), Math.min(doc.content.size, to + 1)];
    doc.nodesBetween(start, end, (node, pos, parent) => {
      if (pos > last && !node.isInline) visit(node, pos, parent);
      last = Math.max(last, pos);
      return !node.isTextblock;
    });
  }
}

/** In the text as it is now. */
export function piecesOf(differences: Differences): readonly Piece[] {
  return differences.map((one) => ({
    from: one.nowFrom,
    to: one.kind === 'attributes' ? one.nowFrom + 1 : one.nowTo,
  }));
}

/** In the text as it was. */
export function piecesBefore(differences: Differences): readonly Piece[] {
  return differences.map((one) => ({
    from: one.from,
    to: one.kind === 'attributes' ? one.from + 1 : one.to,
  }));
}
