/** Opening and closing the fields of one block; the caret waits in its title meanwhile. */

import type {BlockId} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import type {ResolvedPos} from '@tiptap/pm/model';
import {TextSelection} from '@tiptap/pm/state';
import {childrenOf, idOf, isFact, isFactBlock} from './block-facts.ts';
import type {OpenFields, Part} from './desk.ts';
import {placeOf} from './places.ts';
import {planStorage} from './plan-facts.ts';
import {addFact} from './set-field.ts';

/** Opens the fields of the block that begins at `pos`. */
export function openFields(
  editor: Editor,
  pos: number,
  {part, anchor}: Pick<OpenFields, 'part' | 'anchor'>,
): boolean {
  const id = idAt(editor, pos);
  if (id === null) return false;
  const {tr, doc, selection} = editor.state;
  const end = pos + (doc.nodeAt(pos)?.nodeSize ?? 0);
  if (selection.from <= pos || selection.to >= end) {
    editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(pos + 1))));
  }
  const added = lineFor(editor, id, part);
  const begin: Part = added ? {kind: 'line', id: added} : part;
  planStorage(editor).desk.setOpen({block: id, part: begin, added, anchor});
  return true;
}

/** Opens what belongs to the place of the caret. */
export function openAtCaret(editor: Editor): boolean {
  const {$from} = editor.state.selection;
  const depth = blockDepth($from);
  if (depth === null || !editor.isEditable) return false;
  const dom = editor.view.nodeDOM($from.before(depth));
  const anchor = () => (dom instanceof Element ? dom.querySelector('.facts') : null);
  return openFields(editor, $from.before(depth), {part: partAt(editor, $from), anchor});
}

export function closeFields(editor: Editor): void {
  planStorage(editor).desk.setOpen(null);
  editor.commands.focus();
}

/** Whoever asks for money or how it went, where there is none yet, begins on a line for it. */
function lineFor(editor: Editor, block: BlockId, part: Part): BlockId | null {
  const name = part.kind === 'money' ? 'fund' : part.kind === 'kept' ? 'account' : null;
  const node = placeOf(editor.state.doc, block)?.node;
  const isThere = node && name !== null && childrenOf(node, name).length > 0;
  return name === null || isThere ? null : addFact(editor, block, name);
}

/** The id of what begins there; it gets one when no editor gave it any yet. */
export function idAt(editor: Editor, pos: number): BlockId | null {
  const node = editor.state.doc.nodeAt(pos);
  if (!node || !('id' in node.attrs)) return null;
  const known = idOf(node);
  if (known !== null) return known as BlockId;
  if (!editor.isEditable) return null;
  const id = crypto.randomUUID();
  editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, 'id', id));
  return id as BlockId;
}

/** How deep the innermost goal, action or agreement around a place is. */
function blockDepth($pos: ResolvedPos): number | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    if (isFactBlock($pos.node(depth).type.name)) return depth;
  }
  return null;
}

function partAt(editor: Editor, $pos: ResolvedPos): Part {
  const id =
    isFact($pos.parent.type.name) && $pos.parent.type.name !== 'measure'
      ? idAt(editor, $pos.before())
      : null;
  if (id !== null) return {kind: 'line', id};
  return $pos.node(blockDepth($pos) ?? 0).type.name === 'agreement'
    ? {kind: 'when'}
    : {kind: 'status'};
}
