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
  paintChanged(view: EditorView): void;
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
          storage.paintChanged(view);
          const stop = storage.desk.watchPeople(storage.paintAll);
          return {
            update: (now, before) => {
              if (now.editable !== wasEditable) storage.paintAll();
              wasEditable = now.editable;
              if (now.state.doc !== before.doc) storage.paintChanged(now);
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
  /** What stands drawn as it is: a node that is the same says the same, and so does all inside it. */
  let painted = new WeakSet<ProseMirrorNode>();
  let doubles: ReadonlySet<string> = new Set();

  function paintIn(view: EditorView, parent: ProseMirrorNode, start: number): void {
    parent.forEach((node, offset) => {
      if (node.isTextblock || node.isLeaf || painted.has(node)) return;
      painted.add(node);
      const pos = start + offset;
      node.forEach((child, at) => {
        if (child.type.name !== 'blockTitle') return;
        const dom = view.nodeDOM(pos + 1 + at);
        if (dom) views.get(dom)?.paint();
      });
      paintIn(view, node, pos + 1);
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
    paintChanged(view) {
      const {doc} = view.state;
      const now = doubleIds(doc);
      const isSame = now.size === doubles.size && [...now].every((id) => doubles.has(id));
      doubles = now;
      if (!isSame) {
        painted = new WeakSet();
        paintAll();
      }
      paintIn(view, doc, 0);
    },
  };
}
