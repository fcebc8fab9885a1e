/**
 * Shows what others did by changing only that. The binding would build the whole text anew at each of their
 * edits, and in a hundred pages everything that looks at the text would look at all of it again.
 */

import {Extension} from '@tiptap/core';
import {type Mark, type Node as ProseMirrorNode, type Schema} from '@tiptap/pm/model';
import {Plugin, PluginKey, type Transaction} from '@tiptap/pm/state';
import {AttrStep, ReplaceStep} from '@tiptap/pm/transform';
import type {EditorView} from '@tiptap/pm/view';
import {type ProsemirrorBinding, ySyncPluginKey} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import {differencesOf} from './differences.ts';

export const OthersEdits = Extension.create({
  name: 'othersEdits',
  // After the binding, whose listener is taken over.
  priority: 990,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('othersEdits'),
      view: (view) => {
        takeOver(view);
        return {};
      },
    }),
  ],
});

type Event = Y.YEvent<Y.AbstractType<unknown>>;
type Listener = (events: Event[], transaction: Y.Transaction) => void;

function takeOver(view: EditorView): void {
  const {binding} = ySyncPluginKey.getState(view.state) as {readonly binding: ProsemirrorBinding};
  const {type} = binding;
  const listener: Listener = (events, transaction) => {
    if (isOrdinary(transaction) && show(binding, view, transaction)) return;
    const {_typeChanged: showAll} = binding;
    showAll.call(binding, events, transaction);
  };
  const {_observeFunction: before} = binding;
  type.unobserveDeep(before as Listener);
  // The binding takes it away itself, and puts it back when the editor's plugins change.
  Object.assign(binding, {_observeFunction: listener});
  type.observeDeep(listener);
}

/** What is taken back or moved here comes with a caret of its own. */
function isOrdinary({origin}: Y.Transaction): boolean {
  return origin !== ySyncPluginKey && !(origin instanceof Y.UndoManager);
}

/** False where only building all of it anew makes it right, which then is left to the binding. */
function show(binding: ProsemirrorBinding, view: EditorView, changes: Y.Transaction): boolean {
  let isShown = false;
  binding.mux(() => {
    forgetChanged(binding, changes);
    const tr = stepsTo(view, binding);
    if (!tr) return;
    isShown = true;
    tr.setMeta('addToHistory', false);
    tr.setMeta(ySyncPluginKey, {isChangeOrigin: true, isUndoRedoOperation: false});
    view.dispatch(tr);
  });
  return isShown;
}

/** The binding knows a node for each type that it has drawn; those of the others still hold. */
function forgetChanged({mapping}: ProsemirrorBinding, changes: Y.Transaction): void {
  Y.iterateDeletedStructs(changes, changes.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentType)
      mapping.delete(struct.content.type);
  });
  for (const type of changes.changed.keys()) mapping.delete(type);
  for (const type of changes.changedParentTypes.keys()) mapping.delete(type);
}

/** null when something in the live document is no node of ours, or doesn't fit where it stands. */
function stepsTo({state}: EditorView, binding: ProsemirrorBinding): Transaction | null {
  try {
    const children = childrenOf(binding.type, state.schema, binding.mapping);
    if (!children) return null;
    const wanted = state.schema.topNodeType.createChecked(state.doc.attrs, children);
    const {tr} = state;
    // From the end, so that the places before stay where they are.
    for (const one of differencesOf(state.doc, wanted).toReversed()) {
      if (one.kind === 'attributes') setAttributes(tr, one.from, one.node);
      else tr.step(new ReplaceStep(one.from, one.to, wanted.slice(one.nowFrom, one.nowTo)));
    }
    keepKnown(binding.type, tr.doc, binding.mapping);
    return tr;
  } catch {
    // A node or mark that we don't know, or a text that is none for a moment: the binding mends those.
    return null;
  }
}

function setAttributes(tr: Transaction, pos: number, {attrs}: ProseMirrorNode): void {
  const before = tr.doc.nodeAt(pos)?.attrs ?? {};
  for (const [name, value] of Object.entries(attrs))
    if (before[name] !== value) tr.step(new AttrStep(pos, name, value));
}

type Mapping = ProsemirrorBinding['mapping'];

function childrenOf(
  parent: Y.XmlFragment,
  schema: Schema,
  mapping: Mapping,
): readonly ProseMirrorNode[] | null {
  const children: ProseMirrorNode[] = [];
  let wasText = false;
  for (const child of parent.toArray()) {
    const isText = child instanceof Y.XmlText;
    // Two texts side by side are made one by the binding.
    if (isText && wasText) return null;
    wasText = isText;
    if (isText) {
      const texts = textsOf(child, schema);
      if (!texts) return null;
      children.push(...texts);
    } else {
      const node = child instanceof Y.XmlElement ? nodeOf(child, schema, mapping) : null;
      if (!node) return null;
      children.push(node);
    }
  }
  return children;
}

function nodeOf(element: Y.XmlElement, schema: Schema, mapping: Mapping): ProseMirrorNode | null {
  const known = mapping.get(element);
  if (known && !Array.isArray(known)) return known;
  const children = childrenOf(element, schema, mapping);
  if (!children) return null;
  const node = schema.node(element.nodeName, element.getAttributes(), children);
  mapping.set(element, node);
  return node;
}

interface Run {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, object>>;
}

function textsOf(text: Y.XmlText, schema: Schema): readonly ProseMirrorNode[] | null {
  const nodes: ProseMirrorNode[] = [];
  for (const {insert, attributes = {}} of text.toDelta() as readonly Run[]) {
    if (typeof insert !== 'string') return null;
    const marks = Object.entries(attributes).map(([name, value]): Mark =>
      schema.mark(markName(name), {...value}),
    );
    nodes.push(schema.text(insert, marks));
  }
  return nodes;
}

/** A mark that may stand in another of its kind has a sign of its own behind its name. */
function markName(attribute: string): string {
  return /(.*)(--[a-zA-Z0-9+/=]{8})$/.exec(attribute)?.[1] ?? attribute;
}

/** By the very nodes that stand in the text now the binding sees what has not been touched since. */
function keepKnown(parent: Y.XmlFragment, node: ProseMirrorNode, mapping: Mapping): void {
  const nodes = node.children.filter(({isText}) => !isText);
  let at = 0;
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    const now = nodes[at];
    at += 1;
    if (!now || mapping.get(child) === now) continue;
    mapping.set(child, now);
    keepKnown(child, now, mapping);
  }
}
