/**
 * Folds tasks and goals to their titles. How somebody looks at a text is theirs: it is kept on their
 * device and never in the document. What is looked for inside unfolds.
 */

import {type Editor, Extension} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import {Decoration, DecorationSet, type EditorView} from '@tiptap/pm/view';
import {byChild, eachIn} from './by-child.ts';
import {changedIn} from './changed.ts';
import {findState} from './find.ts';
import {drawFoldButton, type FoldButtonOptions} from './fold-button.ts';
import {titleOf} from './movable.ts';

export interface FoldOptions {
  /** The ids that were folded when one was last here. */
  readonly folded: readonly string[];
  readonly onFold: (folded: readonly string[]) => void;
}

interface Foldable {
  readonly id: string;
  readonly title: string;
  readonly pos: number;
  readonly node: ProseMirrorNode;
}

interface FoldState {
  readonly folded: ReadonlySet<string>;
  /** Every task and goal by id and title, to see whether the buttons are still right. */
  readonly signature: string;
  readonly drawn: DecorationSet;
}

const key = new PluginKey<FoldState>('fold');

type Step = ReadonlySet<string>;

export const Fold = Extension.create<FoldOptions>({
  name: 'fold',
  addOptions: () => ({folded: [], onFold: () => undefined}),
  addProseMirrorPlugins() {
    const {folded, onFold} = this.options;
    const {editor} = this;
    const button = {
      mayWrite: editor.isEditable,
      onPress: (id: string) => fold(editor, [id], !isFolded(editor.state, id)),
    };
    return [
      new Plugin<FoldState>({
        key,
        state: {
          init: (_config, {doc}) => draw(doc, new Set(folded), button),
          apply: (tr, state) => after(tr, state, button),
        },
        props: {decorations: (state) => key.getState(state)?.drawn},
        appendTransaction: (_transactions, before, state) => unfoldForCaret(before, state),
        view: () => ({
          update(view: EditorView, before: EditorState) {
            const now = key.getState(view.state)?.folded;
            if (now && now !== key.getState(before)?.folded) onFold([...now]);
          },
        }),
      }),
    ];
  },
});

export function isFolded(state: EditorState, id: string): boolean {
  return key.getState(state)?.folded.has(id) ?? false;
}

/** Folds or unfolds; a caret that would be hidden goes to the end of the title. */
export function fold(editor: Editor, ids: readonly string[], isToFold: boolean): void {
  const {state, view} = editor;
  const folded = new Set(key.getState(state)?.folded);
  for (const id of ids) {
    if (isToFold) folded.add(id);
    else folded.delete(id);
  }
  const tr = state.tr.setMeta(key, folded satisfies Step);
  const hidden = isToFold ? foldedAround(state, folded, state.selection.head) : null;
  if (hidden) {
    const title = titleEnd(hidden);
    if (title !== null) tr.setSelection(TextSelection.create(tr.doc, title));
  }
  view.dispatch(tr);
}

/** Every task and goal that can be folded. */
export function foldableIds(state: EditorState): readonly string[] {
  return foldablesIn(state.doc).map(({id}) => id);
}

function after(tr: Transaction, state: FoldState, button: FoldButtonOptions): FoldState {
  const step = tr.getMeta(key) as Step | undefined;
  if (step) return draw(tr.doc, step, button);
  if (!tr.docChanged) return state;
  const changed = changedIn(tr);
  if (!changed) return state;
  // As long as every task and goal is called the same, its button only moves along.
  if (signatureOf(foldablesIn(tr.doc)) === state.signature) {
    const drawn = state.drawn.map(changed.mapping, tr.doc);
    // What was taken out and put back elsewhere lost it on the way.
    if (drawn.find().length === state.drawn.find().length) return {...state, drawn};
  }
  return draw(tr.doc, state.folded, button);
}

function draw(
  doc: ProseMirrorNode,
  folded: ReadonlySet<string>,
  button: FoldButtonOptions,
): FoldState {
  const found = foldablesIn(doc);
  const decorations = found.flatMap(({id, title, pos, node}) => {
    const isShut = folded.has(id);
    const drawn = Decoration.widget(pos + 1, () => drawFoldButton(id, title, isShut, button), {
      side: -1,
      key: `fold ${id} ${isShut} ${title}`,
      ignoreSelection: true,
      stopEvent: () => true,
    });
    if (!isShut) return [drawn];
    return [drawn, Decoration.node(pos, pos + node.nodeSize, {class: 'folded'})];
  });
  return {
    folded,
    signature: signatureOf(found),
    drawn: DecorationSet.create(doc, decorations),
  };
}

/** A caret that came to stand in something folded, by finding or jumping, must be seen. */
function unfoldForCaret(before: EditorState, state: EditorState): Transaction | null {
  const folded = key.getState(state)?.folded;
  if (!folded || folded.size === 0) return null;
  const found = findState(state);
  const current = found === findState(before) ? undefined : found.matches[found.current];
  const isCaretMoved = !state.selection.eq(before.selection);
  const places = [
    ...(isCaretMoved ? [state.selection.head] : []),
    ...(current ? [current.from] : []),
  ];
  const open = new Set(folded);
  for (const place of places) {
    for (let around = foldedAround(state, open, place); around;) {
      open.delete(around.id);
      around = foldedAround(state, open, place);
    }
  }
  return open.size === folded.size ? null : state.tr.setMeta(key, open satisfies Step);
}

/** The outermost folded block in whose hidden part this place is; null when it can be seen. */
function foldedAround(
  state: EditorState,
  folded: ReadonlySet<string>,
  place: number,
): Foldable | null {
  const $place = state.doc.resolve(place);
  for (let depth = 1; depth <= $place.depth; depth += 1) {
    const node = $place.node(depth);
    const id: unknown = node.attrs['id'];
    if (typeof id !== 'string' || !isFoldable(node) || !folded.has(id)) continue;
    const isTitle = depth + 1 === $place.depth && $place.parent.type.name === 'blockTitle';
    if (!isTitle) return {id, title: '', pos: $place.before(depth), node};
  }
  return null;
}

function titleEnd({node, pos}: Foldable): number | null {
  let end: number | null = null;
  node.forEach((child, offset) => {
    if (end === null && child.type.name === 'blockTitle') end = pos + offset + child.nodeSize;
  });
  return end;
}

const foldablesIn = byChild(foldablesOf, (found, by) => ({...found, pos: found.pos + by}));

function foldablesOf(child: ProseMirrorNode): readonly Foldable[] {
  const found: Foldable[] = [];
  eachIn(child, (node, pos) => {
    if (!isFoldable(node)) return false;
    const id: unknown = node.attrs['id'];
    // Without a title there would be nothing left to see, nor to unfold by.
    const hasTitle = node.children.some(({type}) => type.name === 'blockTitle');
    if (typeof id === 'string' && id !== '' && hasTitle)
      found.push({id, title: titleOf(node), pos, node});
    return true;
  });
  return found;
}

function isFoldable(node: ProseMirrorNode): boolean {
  return node.type.name === 'task' || node.type.name === 'goal';
}

function signatureOf(found: readonly Foldable[]): string {
  return found.map(({id, title}) => `${id} ${title}`).join('\n');
}
