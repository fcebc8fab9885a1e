/** What one can do with a whole block, from a button, a menu, the keyboard or by dragging. */

import type {BlockId} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {TextSelection} from '@tiptap/pm/state';
import {atEdge, blockName, copied, homeName, removed, wentBy, wentTo} from '../words/moving.ts';
import {bringInSight} from './in-sight.ts';
import {placeOfBlock} from './jump.ts';
import {type Gap, gapBeside, type Movable, movableFrom, titleOf} from './movable.ts';
import {moveBlock} from './move.ts';

/** Moves the block that begins at `pos` one step; says where it went, also when it can't go. */
export function moveBy(editor: Editor, pos: number, step: -1 | 1): boolean {
  const block = blockFrom(editor, pos);
  if (!block) return false;
  const gap = gapBeside(block, step);
  const name = nameOf(block);
  if (!gap) {
    say(editor, atEdge(name, step));
    return true;
  }
  const passed = block.parent.maybeChild(block.index + step);
  if (!go(editor, block, gap)) return false;
  const over = passed ? titleOf(passed) || passed.textContent.trim() : '';
  say(editor, wentBy(name, step, over));
  return true;
}

/** Moves it to any gap. */
export function moveTo(editor: Editor, pos: number, gap: Gap): boolean {
  const block = blockFrom(editor, pos);
  if (!block) return false;
  const home = gap.parentPos === null ? null : editor.state.doc.nodeAt(gap.parentPos);
  if (!go(editor, block, gap)) return false;
  const isHome = home !== null && gap.parentPos !== null;
  const where = isHome ? homeName({node: home, pos: gap.parentPos}, titleOf(home)) : null;
  say(editor, wentTo(nameOf(block), where));
  return true;
}

/** A copy right under it, with ids of its own. */
export function copyBlock(editor: Editor, pos: number): boolean {
  const block = blockFrom(editor, pos);
  if (!block) return false;
  const {tr} = editor.state;
  const at = pos + block.node.nodeSize;
  tr.insert(at, block.node.copy(block.node.content));
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
  editor.view.dispatch(tr.scrollIntoView());
  editor.commands.focus(null, {scrollIntoView: false});
  say(editor, copied(nameOf(block)));
  return true;
}

export function removeBlock(editor: Editor, pos: number): boolean {
  const block = blockFrom(editor, pos);
  const paragraph = editor.schema.nodes['paragraph'];
  if (!block || !paragraph) return false;
  const {tr} = editor.state;
  const end = pos + block.node.nodeSize;
  // Nothing may be left without anything in it.
  if (block.parent.childCount === 1) tr.replaceWith(pos, end, paragraph.create());
  else tr.delete(pos, end);
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size)), -1));
  editor.view.dispatch(tr.scrollIntoView());
  editor.commands.focus(null, {scrollIntoView: false});
  say(editor, removed(nameOf(block)));
  return true;
}

export function say(editor: Editor, words: string): void {
  editor.emit('said', {words});
}

function nameOf(block: Movable): string {
  return blockName(block, titleOf(block.node));
}

/** The block, with an id: what is moved is found again by it. */
function blockFrom(editor: Editor, pos: number): Movable | null {
  const block = movableFrom(editor.state.doc, pos);
  if (!block || typeof block.node.attrs['id'] === 'string') return block;
  // Any change of ours is looked at, and gives the ids that are missing.
  editor.view.dispatch(editor.state.tr.setNodeMarkup(pos));
  return movableFrom(editor.state.doc, pos);
}

/** Moves it, with the caret in it and in sight. */
function go(editor: Editor, block: Movable, gap: Gap): boolean {
  const id: unknown = block.node.attrs['id'];
  const {from} = editor.state.selection;
  const wasInside = from > block.pos && from < block.pos + block.node.nodeSize;
  if (!moveBlock(editor.storage.moving, editor.state, block, gap)) return false;
  const now = typeof id === 'string' ? placeOfBlock(editor.state.doc, id as BlockId) : null;
  if (now === null) return true;
  if (!wasInside) {
    const inside = TextSelection.near(editor.state.doc.resolve(now + 1));
    editor.view.dispatch(editor.state.tr.setSelection(inside));
  }
  const element = editor.view.nodeDOM(now);
  if (element instanceof Element) bringInSight(element, 'nearest');
  editor.commands.focus(null, {scrollIntoView: false});
  return true;
}
