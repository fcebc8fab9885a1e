/**
 * Moving blocks under the keys and at the hands of others: Alt and an arrow moves the block one is in,
 * and when somebody else moves it, my caret and what I was just typing go along.
 */

import {Extension} from '@tiptap/core';
import {Plugin, PluginKey, TextSelection} from '@tiptap/pm/state';
import type {EditorView} from '@tiptap/pm/view';
import type * as Y from 'yjs';
import {carryLateWords} from './late-words.ts';
import {moveBy} from './block-acts.ts';
import {movableAtCaret} from './movable.ts';
import type {Live} from './move.ts';
import {goneBlocks} from './past-types.ts';
import {type PlaceInBlock, placeInBlock, positionOf} from './place-in-block.ts';

declare module '@tiptap/core' {
  interface Storage {
    moving: Live;
  }
  interface EditorEvents {
    /** Something to be read aloud, for who doesn't see it happen. */
    said: {readonly words: string};
  }
}

export interface MovingOptions extends Live {
  readonly now: () => number;
  /** Client ids of mine from before a reload, under which something was still unsent. */
  readonly earlier: readonly number[];
}

export const Moving = Extension.create<MovingOptions, Live>({
  name: 'moving',
  priority: 1100,
  addStorage() {
    return {doc: this.options.doc, awareness: this.options.awareness};
  },
  addKeyboardShortcuts() {
    const by = (step: -1 | 1) => () => {
      const block = movableAtCaret(this.editor.state);
      return block !== null && moveBy(this.editor, block.pos, step);
    };
    return {'Alt-ArrowUp': by(-1), 'Alt-ArrowDown': by(1)};
  },
  addProseMirrorPlugins() {
    const {doc, now, earlier} = this.options;
    return [
      new Plugin({
        key: new PluginKey('moving'),
        view: (view) => {
          const stops = [carryLateWords(doc, now, earlier), keepCaretInBlock(view, doc)];
          return {destroy: () => stops.forEach((stop) => stop())};
        },
      }),
    ];
  },
});

interface Held {
  readonly anchor: PlaceInBlock;
  readonly head: PlaceInBlock;
}

/** Returns its stop. The binding finds the caret by what it stood in, which a move deletes. */
function keepCaretInBlock(view: EditorView, doc: Y.Doc): () => void {
  let held: Held | null = null;
  let isGone = false;

  function remember(): void {
    const {anchor, head} = view.state.selection;
    const [from, to] = [placeInBlock(view.state.doc, anchor), placeInBlock(view.state.doc, head)];
    held = from && to ? {anchor: from, head: to} : null;
    isGone = false;
  }

  /** What is deleted can still be read now, and not later on. */
  function look(transaction: Y.Transaction): void {
    if (held && goneBlocks(transaction).has(held.head.id)) isGone = true;
  }

  /** Only where the block went and came back elsewhere; otherwise the binding knows better. */
  function putBack(): void {
    const before = isGone ? held : null;
    held = null;
    if (!before || view.isDestroyed) return;
    const {state} = view;
    const [anchor, head] = [
      positionOf(state.doc, before.anchor),
      positionOf(state.doc, before.head),
    ];
    if (anchor === null || head === null) return;
    const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
    if (!selection.eq(state.selection)) view.dispatch(state.tr.setSelection(selection));
  }

  doc.on('beforeAllTransactions', remember);
  doc.on('afterTransaction', look);
  doc.on('afterAllTransactions', putBack);
  return () => {
    doc.off('beforeAllTransactions', remember);
    doc.off('afterTransaction', look);
    doc.off('afterAllTransactions', putBack);
  };
}
