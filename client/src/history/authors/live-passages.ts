/** The words that are chosen in the editor, or the line with the caret, by their place in the shared text. */

import type {Editor} from '@tiptap/core';
import type {Node} from '@tiptap/pm/model';
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type {Passage} from './passage.ts';

/** Line by line, in reading order; [] where there are no words. */
export function livePassages({state}: Editor): readonly Passage[] {
  const {binding} = ySyncPluginKey.getState(state) as {readonly binding: ProsemirrorBinding};
  const {from, to, empty} = state.selection;
  const found: Passage[] = [];
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    const start = pos + 1;
    const end = start + node.content.size;
    const chosen = empty
      ? {from: start, to: end}
      : {from: Math.max(from, start), to: Math.min(to, end)};
    const passage = passageIn(binding, state.doc, chosen.from, chosen.to);
    if (passage) found.push(passage);
    return false;
  });
  return found;
}

function passageIn(
  binding: ProsemirrorBinding,
  doc: Node,
  from: number,
  to: number,
): Passage | null {
  if (to <= from) return null;
  const [first, last] = [placeOf(binding, from), placeOf(binding, to)];
  if (!first || !last || first.line !== last.line) return null;
  // What is no text counts as one sign, as it does in the line.
  const text = doc.textBetween(from, to, '', '\ufffc');
  return {line: first.line, from: first.at, until: first.at + text.length, text};
}

function placeOf({doc, type, mapping}: ProsemirrorBinding, pos: number) {
  const there: unknown = absolutePositionToRelativePosition(pos, type, mapping);
  const place =
    there instanceof Y.RelativePosition
      ? Y.createAbsolutePositionFromRelativePosition(there, doc)
      : null;
  if (!(place?.type instanceof Y.XmlText)) return null;
  const {_item: item} = place.type;
  return item ? {line: `${item.id.client}:${item.id.clock}`, at: place.index} : null;
}
