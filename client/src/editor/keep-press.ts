/**
 * A press that the browser has shown and the editor has not heard of yet: whatever is drawn in between, what
 * others wrote or where their carets are, would put my caret back where it was.
 */

import {Extension} from '@tiptap/core';
import {Plugin, PluginKey, TextSelection, type Transaction} from '@tiptap/pm/state';
import type {EditorView} from '@tiptap/pm/view';
import {ySyncPluginKey} from '@tiptap/y-tiptap';

/** Where both ends of the caret were put, in the text as it is drawn. */
interface Press {
  readonly anchor: number;
  readonly head: number;
}

/** The same object for as long as the editor is there. */
interface Hand {
  /** The last that it did was a press. */
  isPressed: boolean;
}

const handKey = new PluginKey<Hand>('keepPress');

export const KeepPress = Extension.create({
  name: 'keepPress',
  addProseMirrorPlugins() {
    const hand: Hand = {isPressed: false};
    const presses = (is: boolean) => () => {
      hand.isPressed = is;
      return false;
    };
    let seen: EditorView | null = null;
    return [
      new Plugin({
        key: handKey,
        state: {init: () => hand, apply: () => hand},
        view(view) {
          seen = view;
          return {destroy: () => void (seen = null)};
        },
        props: {
          // What is typed is on the page before it is in the text: then the page tells no place.
          handleDOMEvents: {
            pointerdown: presses(true),
            keydown: presses(false),
            beforeinput: presses(false),
          },
        },
        appendTransaction(transactions, _before, {tr}) {
          const press = seen && transactions.every(isBeside) ? unheardPress(seen) : null;
          if (!press) return null;
          const now = (place: number) =>
            tr.doc.resolve(transactions.reduce((at, {mapping}) => mapping.map(at), place));
          return tr.setSelection(TextSelection.between(now(press.anchor), now(press.head)));
        },
      }),
    ];
  },
});

/** Has the editor hear of it now, before the text changes under it. */
export function hearPress(view: EditorView): void {
  const press = unheardPress(view);
  if (!press) return;
  const {tr, doc} = view.state;
  const {anchor, head} = press;
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
}

/** Neither my own edit nor a command of mine: nothing that says where the caret belongs. */
function isBeside(transaction: Transaction): boolean {
  if (transaction.selectionSet) return false;
  const change = transaction.getMeta(ySyncPluginKey) as {isChangeOrigin?: boolean} | undefined;
  return !transaction.docChanged || change?.isChangeOrigin === true;
}

/** Null also when the caret is where the editor has it, or not in the text at all. */
function unheardPress(view: EditorView): Press | null {
  const {selection} = view.state;
  if (handKey.getState(view.state)?.isPressed !== true) return null;
  if (view.composing || !view.hasFocus() || !(selection instanceof TextSelection)) return null;
  const {anchorNode, anchorOffset, focusNode, focusOffset} =
    view.dom.ownerDocument.getSelection() ?? {};
  if (!anchorNode || !focusNode) return null;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return null;
  const anchor = view.posAtDOM(anchorNode, anchorOffset ?? 0, 1);
  const head = view.posAtDOM(focusNode, focusOffset ?? 0, 1);
  return anchor === selection.anchor && head === selection.head ? null : {anchor, head};
}
