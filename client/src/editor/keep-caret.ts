/**
 * Keeps my caret between its letters while others write and move. The binding guesses by what the text
 * around it reads, and goes wrong in blocks: whoever typed in a goal would go on somewhere else in it.
 */

import {TextSelection} from '@tiptap/pm/state';
import type {EditorView} from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import {hearPress} from './keep-press.ts';
import {type PlaceInBlock, placeInBlock, positionOf} from './place-in-block.ts';

/** One end of a selection, by the letter before it; by its block where the letter went with it. */
interface End {
  readonly letter: Y.RelativePosition | null;
  readonly place: PlaceInBlock | null;
}

interface Held {
  readonly state: EditorView['state'];
  readonly anchor: End;
  readonly head: End;
}

/** Returns its stop. */
export function keepCaret(view: EditorView, doc: Y.Doc): () => void {
  let held: Held | null = null;

  function remember(): void {
    hearPress(view);
    const {state} = view;
    if (!(state.selection instanceof TextSelection)) return;
    const {anchor, head} = state.selection;
    held = {state, anchor: endAt(view, anchor), head: endAt(view, head)};
  }

  function putBack(_doc: Y.Doc, transactions: readonly Y.Transaction[]): void {
    const before = held;
    held = null;
    // What I type myself comes from the editor and changes nothing in it.
    if (!before || view.isDestroyed || view.state.doc === before.state.doc) return;
    // Taking back goes to where it was done.
    const isUndo = transactions.some(({origin}) => origin instanceof Y.UndoManager);
    const [anchor, head] = [before.anchor, before.head].map((end) =>
      positionNow(view, end, isUndo),
    );
    if (anchor === undefined || head === undefined || anchor === null || head === null) return;
    const {state} = view;
    const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
    if (!selection.eq(state.selection)) view.dispatch(state.tr.setSelection(selection));
  }

  doc.on('beforeAllTransactions', remember);
  doc.on('afterAllTransactions', putBack);
  return () => {
    doc.off('beforeAllTransactions', remember);
    doc.off('afterAllTransactions', putBack);
  };
}

function endAt(view: EditorView, pos: number): End {
  const {doc, type, mapping} = bindingOf(view);
  const after: unknown = absolutePositionToRelativePosition(pos, type, mapping);
  const there =
    after instanceof Y.RelativePosition
      ? Y.createAbsolutePositionFromRelativePosition(after, doc)
      : null;
  // By the letter before it: what others type right here comes behind my caret.
  const letter = there && Y.createRelativePositionFromTypeIndex(there.type, there.index, -1);
  return {letter, place: placeInBlock(view.state.doc, pos)};
}

/** null where the binding's guess must do. */
function positionNow(view: EditorView, {letter, place}: End, isUndo: boolean): number | null {
  const {doc, type, mapping} = bindingOf(view);
  const there = letter && Y.createAbsolutePositionFromRelativePosition(letter, doc);
  if (there && isAlive(there.type)) {
    if (isUndo) return null;
    const now = Y.createRelativePositionFromTypeIndex(there.type, there.index);
    return relativePositionToAbsolutePosition(doc, type, now, mapping);
  }
  return place && positionOf(view.state.doc, place);
}

function bindingOf(view: EditorView): ProsemirrorBinding {
  const {binding} = ySyncPluginKey.getState(view.state) as {readonly binding: ProsemirrorBinding};
  return binding;
}

function isAlive(type: Y.AbstractType<unknown>): boolean {
  const {_item: item} = type;
  if (item === null) return true;
  const {parent} = type;
  return !item.deleted && parent instanceof Y.AbstractType && isAlive(parent);
}
