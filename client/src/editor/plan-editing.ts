/** How plan blocks behave under the keys: a title is one line, a block is left by two Enters. */

import {Extension} from '@tiptap/core';
import {type CardKind, facetsOf, type PlanBlockName} from '@samenspel/shared/schema';
import type {Node as ProseMirrorNode, ResolvedPos, Schema} from '@tiptap/pm/model';
import {type Command, type EditorState, Selection, TextSelection} from '@tiptap/pm/state';
import {behindFacts} from './plan/behind-facts.ts';
import {isPlanBlock} from './plan-labels.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    planEditing: {
      /** A new task, goal, action or agreement, at the nearest place where it may stand. */
      insertPlanBlock: (name: PlanBlockName) => ReturnType;
      /** A new card with its parts, at the nearest place where it may stand. */
      insertCard: (kind: CardKind) => ReturnType;
    };
  }
}

export const PlanEditing = Extension.create({
  name: 'planEditing',
  // Before the keys of lists and paragraphs.
  priority: 1100,
  addCommands() {
    return {
      insertPlanBlock:
        (name) =>
        ({state, dispatch}) =>
          insertPlanBlock(name)(state, dispatch),
      insertCard:
        (kind) =>
        ({state, dispatch}) =>
          insertCard(kind)(state, dispatch),
    };
  },
  addKeyboardShortcuts() {
    const run = (command: Command) => () => {
      const {state, view} = this.editor;
      return command(state, view.dispatch);
    };
    return {
      Enter: run((state, dispatch) => enterInTitle(state, dispatch) || leaveBlock(state, dispatch)),
      Backspace: run(
        (state, dispatch) => removeEmptyBlock(state, dispatch) || stayInBlock(state, dispatch),
      ),
    };
  },
});

export function insertPlanBlock(name: PlanBlockName): Command {
  return insert((schema) => {
    const title = schema.nodes['blockTitle']?.create();
    return title ? schema.nodes[name]?.create(null, title) : undefined;
  });
}

export function insertCard(kind: CardKind): Command {
  return insert((schema) => {
    const title = schema.nodes['blockTitle']?.create();
    const facets = facetsOf[kind].map((name) =>
      schema.nodes['facet']?.createAndFill({name}, schema.nodes['paragraph']?.create()),
    );
    const parts = [title, ...facets].filter((part) => part !== undefined && part !== null);
    return schema.nodes['card']?.create({kind}, parts);
  });
}

/** Puts it behind what the caret stands in, or in place of the empty line it stands on. */
function insert(make: (schema: Schema) => ProseMirrorNode | undefined): Command {
  return (state, dispatch) => {
    const {$from} = state.selection;
    const block = make(state.schema);
    const depth = block ? depthThatHolds($from, block.type.name) : null;
    if (!block || depth === null) return false;
    if (!dispatch) return true;

    const inside = $from.depth > depth ? $from.node(depth + 1) : null;
    const isEmptyLine = inside?.type.name === 'paragraph' && inside.content.size === 0;
    const from = inside
      ? isEmptyLine
        ? $from.before(depth + 1)
        : behindFacts($from, depth + 1)
      : $from.pos;
    const to = isEmptyLine ? $from.after(depth + 1) : from;
    const tr = state.tr.replaceWith(from, to, block);
    tr.setSelection(TextSelection.create(tr.doc, from + 2));
    const line = emptyLineIn($from, depth + 1);
    if (line) tr.delete(line.from, line.to);
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** The empty line on which it was asked for, deeper than where it came: it would be left over. */
function emptyLineIn(
  $from: ResolvedPos,
  depth: number,
): {readonly from: number; readonly to: number} | null {
  const line = $from.parent;
  if ($from.depth <= depth || line.type.name !== 'paragraph' || line.content.size > 0) return null;
  const isKept = line.attrs['question'] !== null || $from.node(-1).childCount === 1;
  return isKept ? null : {from: $from.before(), to: $from.after()};
}

/** The text behind the caret moves to a line of its own under the title. */
function enterInTitle(state: EditorState, dispatch?: Dispatch): boolean {
  const {$from, $to} = state.selection;
  if ($from.parent.type.name !== 'blockTitle' || !$from.sameParent($to)) return false;
  const paragraph = state.schema.nodes['paragraph'];
  if (!paragraph) return false;
  if (dispatch) {
    const tr = state.tr.deleteSelection();
    const {$from: at} = tr.selection;
    const line = behindFacts(at, at.depth);
    if (line === at.after()) tr.split(at.pos, 1, [{type: paragraph}]);
    else {
      tr.insert(line, paragraph.create(null, at.parent.content.cut(at.parentOffset)));
      tr.setSelection(TextSelection.create(tr.doc, line + 1));
      tr.delete(at.pos, at.end());
    }
    dispatch(tr.scrollIntoView());
  }
  return true;
}

/** On an empty last line Enter goes on behind the block; on an empty line in the middle it adds one. */
function leaveBlock(state: EditorState, dispatch?: Dispatch): boolean {
  const {$from, empty} = state.selection;
  const depth = $from.depth - 1;
  if (!empty || depth < 1 || $from.parent.type.name !== 'paragraph') return false;
  if ($from.parent.content.size > 0 || !isPlanBlock($from.node(depth).type.name)) return false;
  const block = $from.node(depth);
  const isLast = $from.index(depth) === block.childCount - 1;
  if (dispatch) {
    const tr = state.tr;
    if (isLast && block.childCount > 1) {
      const after = $from.after(depth);
      tr.insert(after, $from.parent.type.create());
      tr.setSelection(TextSelection.create(tr.doc, after + 1));
      tr.delete($from.before(), $from.after());
    } else {
      // Lifting, as elsewhere, would cut the block in two.
      tr.insert($from.after(), $from.parent.type.create());
      tr.setSelection(TextSelection.create(tr.doc, $from.after() + 1));
    }
    dispatch(tr.scrollIntoView());
  }
  return true;
}

/** A block without a word in it goes away with one Backspace and leaves an empty line. */
function removeEmptyBlock(state: EditorState, dispatch?: Dispatch): boolean {
  const {$from, empty} = state.selection;
  const depth = $from.depth - 1;
  if (!empty || $from.parentOffset > 0 || depth < 1) return false;
  const block = $from.node(depth);
  if (!isPlanBlock(block.type.name) || $from.index(depth) > 0 || !isEmpty(block)) return false;
  const paragraph = state.schema.nodes['paragraph'];
  if (!paragraph) return false;
  if (dispatch) {
    const at = $from.before(depth);
    const tr = state.tr.replaceWith(at, $from.after(depth), paragraph.create());
    tr.setSelection(TextSelection.create(tr.doc, at + 1));
    dispatch(tr.scrollIntoView());
  }
  return true;
}

/** Backspace at the start of a title moves to what stands before it; merging would undo the block. */
function stayInBlock(state: EditorState, dispatch?: Dispatch): boolean {
  const {$from, empty} = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== 'blockTitle') return false;
  const before = Selection.findFrom(state.doc.resolve($from.before()), -1, true);
  if (before && dispatch) dispatch(state.tr.setSelection(before).scrollIntoView());
  return true;
}

/** The innermost place around the caret that may hold such a block. */
function depthThatHolds($from: ResolvedPos, name: string): number | null {
  for (let depth = $from.depth; depth >= 0; depth -= 1) {
    const node = $from.node(depth);
    const type = node.type.schema.nodes[name];
    if (type && node.type.contentMatch.matchType(type)) return depth;
  }
  return null;
}

function isEmpty(node: ProseMirrorNode): boolean {
  let hasLeaf = false;
  node.descendants((child) => {
    if (child.isLeaf || child.type.name === 'table') hasLeaf = true;
    return !hasLeaf;
  });
  return !hasLeaf;
}

type Dispatch = Parameters<Command>[1];
