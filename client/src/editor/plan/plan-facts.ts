/**
 * The facts of a plan in the editor: their views, their keys, and what opens their fields. Only what
 * changed is drawn again; a plan has hundreds of goals and actions.
 */

import {type Editor, Extension} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {Plugin, PluginKey} from '@tiptap/pm/state';
import type {EditorView} from '@tiptap/pm/view';
import {idOf} from './block-facts.ts';
import {type PlanDesk, planDesk} from './desk.ts';
import {eachTouched, type Piece, piecesBefore, piecesOf} from '../changed.ts';
import {differencesOf} from '../differences.ts';

/** What is drawn beside a piece of the text. */
export interface PlanView {
  readonly dom: Node;
  /** Draws it anew from what is known now. */
  paint(): void;
}

export interface PlanStorage {
  readonly desk: PlanDesk;
  remember(view: PlanView): void;
  forget(view: PlanView): void;
  /** Whether the same id stands earlier in the text. */
  isSecond(id: string, pos: number, doc: ProseMirrorNode): boolean;
}

interface Views extends PlanStorage {
  paintAll(): void;
  /** Draws what was drawn before it was known who may write, and what stands twice. */
  paintFirst(view: EditorView): void;
  paintChanged(view: EditorView, before: ProseMirrorNode): void;
}

declare module '@tiptap/core' {
  interface Storage {
    planFacts: Views;
  }
}

export const PlanFacts = Extension.create<object, Views>({
  name: 'planFacts',
  addStorage: () => planViews(),
  addProseMirrorPlugins() {
    const {storage} = this;
    return [
      new Plugin({
        key: new PluginKey('planFacts'),
        view: (view) => {
          let wasEditable = view.editable;
          storage.paintFirst(view);
          const stop = storage.desk.watchPeople(storage.paintAll);
          return {
            update: (now, before) => {
              if (now.editable !== wasEditable) storage.paintAll();
              wasEditable = now.editable;
              if (now.state.doc !== before.doc) storage.paintChanged(now, before.doc);
            },
            destroy: stop,
          };
        },
      }),
    ];
  },
});

export function planStorage(editor: Editor): PlanStorage {
  return editor.storage.planFacts;
}

function planViews(): Views {
  const views = new Map<Node, PlanView>();
  /** How often each id stands in the text. */
  const counts = new Map<string, number>();

  /** Whether one of these ids stands elsewhere too. */
  function count(doc: ProseMirrorNode, pieces: readonly Piece[], by: 1 | -1): boolean {
    let isTwice = false;
    eachTouched(doc, pieces, (node) => {
      const id = idOf(node);
      if (id === null) return;
      const sum = (counts.get(id) ?? 0) + by;
      if (sum > 0) counts.set(id, sum);
      else counts.delete(id);
      isTwice ||= by > 0 ? sum > 1 : sum > 0;
    });
    return isTwice;
  }
  /** The titles of every block in which something differs. */
  function paintIn(view: EditorView, pieces: readonly Piece[]): void {
    eachTouched(view.state.doc, pieces, (node, pos) => {
      if (node.isTextblock) return;
      node.forEach((child, offset) => {
        if (child.type.name !== 'blockTitle') return;
        const dom = view.nodeDOM(pos + 1 + offset);
        if (dom) views.get(dom)?.paint();
      });
    });
  }
  function paintAll(): void {
    for (const view of views.values()) view.paint();
  }

  return {
    desk: planDesk(),
    remember: (view) => void views.set(view.dom, view),
    forget: (view) => void views.delete(view.dom),
    isSecond(id, pos, doc) {
      if ((counts.get(id) ?? 0) < 2) return false;
      let first = -1;
      doc.descendants((node, at) => {
        if (first === -1 && idOf(node) === id) first = at;
        return first === -1 && !node.isTextblock;
      });
      return first !== -1 && first < pos;
    },
    paintAll,
    paintFirst({state: {doc}}) {
      counts.clear();
      count(doc, [{from: 0, to: doc.content.size}], 1);
      paintAll();
    },
    paintChanged(view, before) {
      const {doc} = view.state;
      const differences = differencesOf(before, doc);
      const pieces = piecesOf(differences);
      const had = count(before, piecesBefore(differences), -1);
      const has = count(doc, pieces, 1);
      if (had || has) paintAll();
      else paintIn(view, pieces);
    },
  };
}
