/**
 * Walking with the arrows past what stands beside the text. Browsers lose the caret at a title's line
 * or a chip's side; here it goes from text to text, as it does everywhere else.
 */

import {Extension} from '@tiptap/core';
import type {Node as ProseMirrorNode, ResolvedPos} from '@tiptap/pm/model';
import {type EditorState, Selection, TextSelection} from '@tiptap/pm/state';
import type {EditorView} from '@tiptap/pm/view';
import {isFact} from './block-facts.ts';

type Direction = 'left' | 'right' | 'up' | 'down';

export const CaretWalk = Extension.create({
  name: 'caretWalk',
  priority: 1110,
  addKeyboardShortcuts() {
    const walk = (direction: Direction, extend: boolean) => () => {
      const {view} = this.editor;
      const to = isSideways(direction)
        ? sideways(view.state, direction)
        : upOrDown(view, direction);
      return to !== null && go(view, to, extend);
    };
    const ends = (end: 'start' | 'end', extend: boolean) => () => {
      const {view} = this.editor;
      const {doc} = view.state;
      const {head} = end === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc);
      return hasFacts(doc) && go(view, head, extend);
    };
    return {
      ArrowLeft: walk('left', false),
      ArrowRight: walk('right', false),
      ArrowUp: walk('up', false),
      ArrowDown: walk('down', false),
      'Shift-ArrowLeft': walk('left', true),
      'Shift-ArrowRight': walk('right', true),
      'Shift-ArrowUp': walk('up', true),
      'Shift-ArrowDown': walk('down', true),
      'Control-Home': ends('start', false),
      'Control-End': ends('end', false),
      'Control-Shift-Home': ends('start', true),
      'Control-Shift-End': ends('end', true),
    };
  },
});

/** From the end of a text to the beginning of the next, and back; null where the browser knows the way. */
function sideways({selection}: EditorState, direction: 'left' | 'right'): number | null {
  if (!(selection instanceof TextSelection) || !selection.$cursor) return null;
  const {$cursor} = selection;
  const by = direction === 'right' ? 1 : -1;
  if ($cursor.parentOffset !== (by > 0 ? $cursor.parent.content.size : 0)) return null;
  const next = textBeside($cursor, by);
  return next && isBetweenFacts($cursor.parent, next.parent) ? next.pos : null;
}

/** The place above or below, on the nearest line that stands there. */
function upOrDown(view: EditorView, direction: 'up' | 'down'): number | null {
  const {selection} = view.state;
  if (!(selection instanceof TextSelection)) return null;
  const {$head} = selection;
  const by = direction === 'down' ? 1 : -1;
  const first = textBeside($head, by);
  if (!first || !isBetweenFacts($head.parent, first.parent) || !view.endOfTextblock(direction)) {
    return null;
  }
  const from = view.coordsAtPos($head.pos);
  let line: {readonly top: number; readonly bottom: number} | null = null;
  let best: {readonly place: ResolvedPos; readonly far: number} | null = null;
  for (let place: ResolvedPos | null = first; place; place = textBeside(place, by)) {
    const box = boxOf(view, place);
    const isOff = !box || (by > 0 ? box.top < from.bottom - 4 : box.bottom > from.top + 4);
    // Folded away, or on the line where the caret stands already.
    if (isOff) continue;
    line ??= box;
    if (box.bottom < line.top || box.top > line.bottom) break;
    const far = Math.max(0, box.left - from.left, from.left - box.right);
    if (!best || far < best.far) best = {place, far};
  }
  return best && line ? inside(view, best.place, from.left, by) : null;
}

/** The letter of that text nearest to a column, on its first line, or on its last when one comes from below. */
function inside(view: EditorView, place: ResolvedPos, column: number, by: 1 | -1): number {
  const box = boxOf(view, place);
  const edge = box && (by > 0 ? box.top + 6 : box.bottom - 6);
  const left = box && Math.min(Math.max(column, box.left + 1), box.right - 1);
  const at = edge === null || left === null ? null : view.posAtCoords({left, top: edge});
  return at && at.pos >= place.start() && at.pos <= place.end() ? at.pos : place.pos;
}

function boxOf(view: EditorView, place: ResolvedPos): DOMRect | null {
  const {node} = view.domAtPos(place.start());
  const element = node instanceof Element ? node : node.parentElement;
  const box = element?.closest('.fact-words, p, h1, h2, h3, li')?.getBoundingClientRect();
  return box && box.height > 0 ? box : null;
}

/** Where the text before or behind this one ends or begins; null when there is none. */
function textBeside($pos: ResolvedPos, by: 1 | -1): ResolvedPos | null {
  const edge = $pos.doc.resolve(by > 0 ? $pos.after() : $pos.before());
  const found = Selection.findFrom(edge, by, true);
  return found?.$head ?? null;
}

function isBetweenFacts(here: ProseMirrorNode, there: ProseMirrorNode): boolean {
  return [here, there].some(({type: {name}}) => name === 'blockTitle' || isFact(name));
}

/** Whether browsers may lose their way at the ends of this text. */
function hasFacts(doc: ProseMirrorNode): boolean {
  return doc.children.some((child) => !child.isTextblock);
}

function isSideways(direction: Direction): direction is 'left' | 'right' {
  return direction === 'left' || direction === 'right';
}

function go(view: EditorView, to: number, extend: boolean): boolean {
  const {doc, selection, tr} = view.state;
  const next = TextSelection.create(doc, extend ? selection.anchor : to, to);
  view.dispatch(tr.setSelection(next).scrollIntoView());
  return true;
}
