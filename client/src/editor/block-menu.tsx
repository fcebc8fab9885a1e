/** What one can choose for a block: move it, fold it, copy it, take it away. */

import type {BlockId} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {
  ArrowDown,
  ArrowUp,
  ChevronsDownUp,
  ChevronsUpDown,
  Copy,
  CornerUpRight,
  type LucideIcon,
  MessageSquarePlus,
  Trash2,
} from 'lucide-react';
import type {MenuItem} from '../ui/menu.tsx';
import {comments} from '../words/comments.ts';
import {moving as words} from '../words/moving.ts';
import {copyBlock, moveBy, removeBlock} from './block-acts.ts';
import {fold, foldableIds, isFolded} from './fold.ts';
import {placeOfBlock} from './jump.ts';
import {type Movable, movableFrom} from './movable.ts';

/** A block somebody points at: by its id where it has one, for the text goes on changing. */
export interface BlockTarget {
  readonly id: BlockId | null;
  readonly pos: number;
}

export function targetOf({node, pos}: Movable): BlockTarget {
  const id: unknown = node.attrs['id'];
  return {id: typeof id === 'string' && id !== '' ? (id as BlockId) : null, pos};
}

/** As it stands now; null when it is gone. */
export function blockNow(editor: Editor, {id, pos}: BlockTarget): Movable | null {
  const {doc} = editor.state;
  const place = id === null ? pos : placeOfBlock(doc, id);
  return place === null || place > doc.content.size ? null : movableFrom(doc, place);
}

export function blockItems(
  editor: Editor,
  target: BlockTarget,
  onMoveTo: (target: BlockTarget) => void,
): readonly MenuItem[] {
  const {state} = editor;
  const {id} = target;
  const at = (act: (pos: number) => void) => () => {
    const block = blockNow(editor, target);
    if (block) act(block.pos);
  };
  const isShut = id !== null && isFolded(state, id);
  const canFold = id !== null && foldableIds(state).includes(id);
  return [
    ...(id === null
      ? []
      : [
          item('comment', comments.comment, MessageSquarePlus, () =>
            editor.emit('comment', {on: 'block', id}),
          ),
        ]),
    item(
      'up',
      words.up,
      ArrowUp,
      at((pos) => moveBy(editor, pos, -1)),
    ),
    item(
      'down',
      words.down,
      ArrowDown,
      at((pos) => moveBy(editor, pos, 1)),
    ),
    item('to', words.to, CornerUpRight, () => onMoveTo(target)),
    ...(canFold
      ? [
          item(
            'fold',
            isShut ? words.unfold : words.fold,
            isShut ? ChevronsUpDown : ChevronsDownUp,
            () => fold(editor, [id], !isShut),
          ),
        ]
      : []),
    item(
      'copy',
      words.copy,
      Copy,
      at((pos) => copyBlock(editor, pos)),
    ),
    item(
      'remove',
      words.remove,
      Trash2,
      at((pos) => removeBlock(editor, pos)),
    ),
  ];
}

/** Folds or unfolds every task and goal at once. */
export function foldItems(editor: Editor): readonly MenuItem[] {
  const ids = foldableIds(editor.state);
  if (ids.length === 0) return [];
  return [
    item('fold-all', words.foldAll, ChevronsDownUp, () => fold(editor, ids, true)),
    item('unfold-all', words.unfoldAll, ChevronsUpDown, () => fold(editor, ids, false)),
  ];
}

function item(id: string, name: string, Icon: LucideIcon, onChoose: () => void): MenuItem {
  return {id, words: name, icon: <Icon size={20} aria-hidden />, onChoose};
}
