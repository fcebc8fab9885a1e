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
import {doubleIds} from './places.ts';

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
          // What was drawn before did not know who may write, or what stands twice.
          storage.paintChanged(view, view.state.doc);
          storage.paintAll();
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
  let doubles: ReadonlySet<string> = new Set();

  /** The titles of every block in which something differs. */
  function paintBetween(view: EditorView, from: number, to: number): void {
    const {doc} = view.state;
    doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), (node, pos) => {
      if (node.isTextblock) return false;
      node.forEach((child, offset) => {
        if (child.type.name !== 'blockTitle') return;
        const dom = view.nodeDOM(pos + 1 + offset);
        if (dom) views.get(dom)?.paint();
      });
      return true;
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
      if (!doubles.has(id)) return false;
      let first = -1;
      doc.descendants((node, at) => {
        if (first === -1 && idOf(node) === id) first = at;
        return first === -1 && !node.isTextblock;
      });
      return first !== -1 && first < pos;
    },
    paintAll,
    paintChanged(view, before) {
      const {doc} = view.state;
      const now = doubleIds(doc);
      const isSame = now.size === doubles.size && [...now].every((id) => doubles.has(id));
      doubles = now;
      if (!isSame) return paintAll();
      // By content: what others do makes every node of the document anew.
      const start = before.content.findDiffStart(doc.content);
      const end = before.content.findDiffEnd(doc.content);
      if (start !== null && end) paintBetween(view, start, Math.max(start, end.b));
    },
  };
}
