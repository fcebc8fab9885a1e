/**
 * What Yjs calls the characters of a text, and where a character with such a name stands in the editor
 * now. The editor's binding can lead there too, but walks the whole document for every single place.
 */

import type {PassagePart, TextId} from '@samenspel/shared';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import type {EditorState} from '@tiptap/pm/state';
import {ySyncPluginKey} from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** Positions of the editor. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** The first and the last of some characters. */
type Ends = Pick<PassagePart, 'first' | 'last'>;

/** Each line of text by where its first character stands, in order. */
export type Lines = ReadonlyMap<Y.XmlText, number>;

/** Empty while editor and document do not say the same, as in the middle of a change. */
export function linesOf(state: EditorState): Lines {
  const root = rootOf(state);
  const lines = new Map<Y.XmlText, number>();
  if (root) walk(root, state.doc, 0, lines);
  return lines;
}

/** Where these words stand; null when nothing of them is left. */
export function rangeOf(doc: Y.Doc, lines: Lines, part: Ends): TextRange | null {
  const from = placeOf(doc, lines, part.first, 0);
  const to = placeOf(doc, lines, part.last, -1);
  return from !== null && to !== null && from < to ? {from, to} : null;
}

/** Whether its first and last character are both still there under these names. */
export function isAlive(doc: Y.Doc, {first, last}: Ends): boolean {
  return [first, last].every((id) => {
    const [before, after] = [absolute(doc, id, 0), absolute(doc, id, -1)];
    return before !== null && after !== null && after.index === before.index + 1;
  });
}

/** Only words within one line can make room for others. */
export function isInOneLine(state: EditorState, {first, last}: Ends): boolean {
  const doc = yDocOf(state);
  const [start, end] = [doc && absolute(doc, first, 0), doc && absolute(doc, last, -1)];
  return start !== null && start.type === end?.type;
}

/** The first and the last character between two positions; null when there is none. */
export function idsBetween(state: EditorState, {from, to}: TextRange): Ends | null {
  const touched = [...linesOf(state)].filter(
    ([line, pos]) => pos < to && pos + line.length > from && line.length > 0,
  );
  const [start, end] = [touched[0], touched.at(-1)];
  if (!start || !end) return null;
  const first = idAt(start[0], Math.max(0, from - start[1]));
  const last = idAt(end[0], Math.min(end[0].length, to - end[1]) - 1);
  return first && last && {first, last};
}

export function yDocOf(state: EditorState): Y.Doc | null {
  return rootOf(state)?.doc ?? null;
}

function rootOf(state: EditorState): Y.XmlFragment | null {
  const sync = ySyncPluginKey.getState(state) as {readonly type: Y.XmlFragment} | undefined;
  return sync?.type ?? null;
}

/** False once the two don't fit: what comes after that has no sure place. */
function walk(
  parent: Y.XmlFragment,
  node: ProseMirrorNode,
  start: number,
  lines: Map<Y.XmlText, number>,
): boolean {
  let [pos, index, end] = [start, 0, start];
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) {
      lines.set(child, pos);
      pos += child.length;
      continue;
    }
    while (end < pos && index < node.childCount) end += node.child(index++).nodeSize;
    const inside = end === pos ? node.maybeChild(index) : null;
    if (!(child instanceof Y.XmlElement) || inside?.type.name !== child.nodeName) return false;
    if (!inside.isLeaf && !walk(child, inside, pos + 1, lines)) return false;
    pos += inside.nodeSize;
  }
  return true;
}

function placeOf(doc: Y.Doc, lines: Lines, id: TextId, assoc: 0 | -1): number | null {
  const place = absolute(doc, id, assoc);
  const start = place && place.type instanceof Y.XmlText ? lines.get(place.type) : undefined;
  return place && start !== undefined ? start + place.index : null;
}

function absolute(doc: Y.Doc, id: TextId, assoc: 0 | -1): Y.AbsolutePosition | null {
  const [client, clock] = id.split(':').map(Number);
  if (client === undefined || clock === undefined) return null;
  const relative = new Y.RelativePosition(null, null, Y.createID(client, clock), assoc);
  return Y.createAbsolutePositionFromRelativePosition(relative, doc);
}

function idAt(line: Y.XmlText, index: number): TextId | null {
  const {item} = Y.createRelativePositionFromTypeIndex(line, index);
  return item && (`${item.client}:${item.clock}` as TextId);
}
