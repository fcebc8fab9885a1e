/** How far down the text the threads near the window stand; the others are not measured. */

import type {AskedAnchor, ThreadLine} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {placeIn, rangeOfBlock} from './anchors.ts';
import {linesOf, rangeOf, type TextRange, yDocOf} from './text-ids.ts';

export interface NearThread {
  readonly line: ThreadLine;
  /** Pixels from the top of the window. */
  readonly top: number;
}

/** So much of the window above and below it counts as near. */
const around = 1;

/** In the order of the text. */
export function nearThreads(editor: Editor, lines: readonly ThreadLine[]): readonly NearThread[] {
  const placed = lines
    .flatMap((line) => {
      const range = placeIn(editor.state, line.id, line.place);
      return range ? {line, range} : [];
    })
    .toSorted((a, b) => a.range.from - b.range.from);
  const height = window.innerHeight;
  const top = (at: number) => {
    const one = placed[at];
    return one ? topOf(editor, one.range) : Infinity;
  };
  const first = firstBelow(placed.length, top, -around * height);
  const end = firstBelow(placed.length, top, (1 + around) * height);
  return placed.slice(first, end).map(({line, range}) => ({line, top: topOf(editor, range)}));
}

/** Where what is asked about begins; null when it has no place in the text. */
export function topOfAnchor(editor: Editor, anchor: AskedAnchor): number | null {
  const range = rangeOfAnchor(editor, anchor);
  return range && topOf(editor, range);
}

function rangeOfAnchor({state}: Editor, anchor: AskedAnchor): TextRange | null {
  if (anchor.on === 'block') return rangeOfBlock(state, anchor.id);
  const doc = yDocOf(state);
  if (anchor.on === 'document' || !doc) return null;
  return rangeOf(doc, linesOf(state), anchor);
}

/** Halves its way: a text goes on downwards. */
function firstBelow(length: number, top: (at: number) => number, edge: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (top(middle) < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** In a folded block that is where the block stands. */
function topOf({view}: Editor, {from}: TextRange): number {
  const {node, offset} = view.domAtPos(from);
  const inside = node instanceof Element ? (node.childNodes[offset] ?? node) : node;
  let element = inside instanceof Element ? inside : inside.parentElement;
  while (element && element !== view.dom && element.getClientRects().length === 0)
    element = element.parentElement;
  const box = element?.getBoundingClientRect();
  if (!box) return 0;
  // In a long line its words may stand far below its beginning.
  const isInLine = view.state.doc.resolve(from).parent.isTextblock;
  return isInLine && node.nodeType === Node.TEXT_NODE ? view.coordsAtPos(from).top : box.top;
}
