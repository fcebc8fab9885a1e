/** The button at the top of a block: one press to say something about it. A plain element: there are hundreds. */

import type {BlockId} from '@samenspel/shared';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {Decoration} from '@tiptap/pm/view';
import {byChild, eachIn} from '../editor/by-child.ts';
import {isMovable, titleOf} from '../editor/movable.ts';
import {idOf} from '../editor/plan/block-facts.ts';
import {kindWord} from '../words/moving.ts';
import {blockButtonLabel, blockButtonWord} from '../words/comments.ts';
import {drawBubble} from './bubble.ts';

/** A block that one can comment on. */
export interface CommentedBlock {
  readonly id: BlockId;
  /** Before it. */
  readonly pos: number;
  readonly size: number;
  /** Doel, Actie … */
  readonly kind: string;
  readonly title: string;
}

export interface BlockButtonLook {
  /** The block whose comments are open. */
  readonly active: BlockId | null;
  readonly mayComment: boolean;
  readonly mayWrite: boolean;
  readonly countOf: (id: BlockId) => number;
  readonly onPress: (id: BlockId) => void;
}

/** In order; an id that stands twice counts once. */
export function commentedBlocks(doc: ProseMirrorNode): readonly CommentedBlock[] {
  const found = new Map<BlockId, CommentedBlock>();
  for (const block of blocksIn(doc)) if (!found.has(block.id)) found.set(block.id, block);
  return [...found.values()];
}

const blocksIn = byChild(blocksOf, (block, by) => ({...block, pos: block.pos + by}));

function blocksOf(child: ProseMirrorNode): readonly CommentedBlock[] {
  const found: CommentedBlock[] = [];
  eachIn(child, (node, pos) => {
    const {name} = node.type;
    const id = isMovable(name) ? (idOf(node) as BlockId | null) : null;
    if (isMovable(name) && id !== null) {
      const kind = kindWord(name, node);
      found.push({id, pos, size: node.nodeSize, kind, title: titleOf(node)});
    }
    return !node.isTextblock;
  });
  return found;
}

export function drawBlockButtons(
  blocks: readonly CommentedBlock[],
  look: BlockButtonLook,
): readonly Decoration[] {
  return blocks.flatMap((block) => {
    const count = look.countOf(block.id);
    if (count === 0 && !look.mayComment) return [];
    const isActive = block.id === look.active;
    const button = Decoration.widget(block.pos + 1, () => drawButton(block, count, look), {
      ...{side: -2, ignoreSelection: true, stopEvent: () => true},
      // Whether it is open is told in place: drawn anew it would lose the focus.
      key: `comment ${block.id} ${count} ${block.kind} ${block.title}`,
    });
    if (!isActive) return [button];
    const around = Decoration.node(block.pos, block.pos + block.size, {class: 'block-commented'});
    return [button, around];
  });
}

function drawButton(
  {id, kind, title}: CommentedBlock,
  count: number,
  {active, mayWrite, onPress}: BlockButtonLook,
): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = count > 0 ? 'comment-button comment-button-some' : 'comment-button';
  button.contentEditable = 'false';
  // Who writes has the menu of the block, and keys.
  if (mayWrite) button.tabIndex = -1;
  button.dataset['comment'] = id;
  button.setAttribute('aria-expanded', `${id === active}`);
  button.setAttribute('aria-label', blockButtonLabel(kind, title, count));
  const word = document.createElement('span');
  word.textContent = blockButtonWord(count);
  button.append(drawBubble(18), word);
  // The caret stays where it is.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => onPress(id));
  return button;
}
