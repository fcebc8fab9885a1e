/** A ProseMirror editor without a screen, bound to a Yjs document by the plugins that the client uses. */

import {documentSchema, ROOT_NAME} from '@samenspel/shared/schema';
import type {Node, Schema} from '@tiptap/pm/model';
import {EditorState, type Transaction} from '@tiptap/pm/state';
import type {EditorView} from '@tiptap/pm/view';
import {undo, ySyncPlugin, yUndoPlugin, yUndoPluginKey} from '@tiptap/y-tiptap';
import * as Y from 'yjs';

export interface HeadlessEditor {
  readonly ydoc: Y.Doc;
  readonly schema: Schema;
  readonly state: EditorState;
  readonly doc: Node;
  dispatch(tr: Transaction): void;
  /** What is done from now on is undone apart from what came before. */
  pause(): void;
  /** Takes back the last thing done here that is not taken back yet. */
  undo(): void;
  redo(): void;
  /** What others wrote. */
  receive(updates: readonly Uint8Array[]): void;
}

const remote = {kind: 'remote'} as const;

/** @param onUpdate every update that is made here, as soon as it is made */
export function openHeadlessEditor(
  clientId: number,
  onUpdate: (update: Uint8Array) => void,
): HeadlessEditor {
  const ydoc = new Y.Doc();
  ydoc.clientID = clientId;
  const schema = documentSchema();
  let state = EditorState.create({
    schema,
    plugins: [ySyncPlugin(ydoc.getXmlFragment(ROOT_NAME)), yUndoPlugin()],
  });
  // As much of a view as the plugins ask for.
  const view = {
    get state() {
      return state;
    },
    dispatch(tr: Transaction) {
      const before = state;
      state = state.apply(tr);
      for (const plugin of plugins) plugin.update?.(view, before);
    },
    hasFocus: () => false,
  } as unknown as EditorView;
  const plugins: {update?: ((view: EditorView, before: EditorState) => void) | undefined}[] = [];
  for (const {spec} of state.plugins) {
    const plugin = spec.view?.(view);
    if (plugin) plugins.push(plugin);
  }
  ydoc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== remote) onUpdate(update);
  });
  const manager = (): Y.UndoManager => yUndoPluginKey.getState(state).undoManager;

  return {
    ydoc,
    schema,
    get state() {
      return state;
    },
    get doc() {
      return state.doc;
    },
    dispatch: (tr) => view.dispatch(tr),
    pause: () => manager().stopCapturing(),
    undo() {
      undo(state);
    },
    redo() {
      manager().redo();
    },
    receive(updates) {
      if (updates.length === 0) return;
      Y.transact(
        ydoc,
        () => updates.forEach((update) => Y.applyUpdate(ydoc, update, remote)),
        remote,
        false,
      );
    },
  };
}
