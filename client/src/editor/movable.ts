/** The blocks that can be moved as a whole, and where in a text each of them may stand. */

import {planBlockNames} from '@samenspel/shared/schema';
import type {Node as ProseMirrorNode, NodeType, ResolvedPos} from '@tiptap/pm/model';
import type {EditorState} from '@tiptap/pm/state';

export const movableNames = [...planBlockNames, 'card'] as const;
export type MovableName = (typeof movableNames)[number];

/** A block as it stands now. */
export interface Movable {
  readonly name: MovableName;
  readonly node: ProseMirrorNode;
  /** Before it. */
  readonly pos: number;
  /** Its place among what its parent holds. */
  readonly index: number;
  readonly parent: ProseMirrorNode;
  /** Before the parent; null when that is the document. */
  readonly parentPos: number | null;
}

/** Where a block can go: so many of the parent's children before it. */
export interface Gap {
  /** Before the parent; null for the document. */
  readonly parentPos: number | null;
  /** Counted as if the block itself were still where it is. */
  readonly index: number;
}

export function isMovable(name: string): name is MovableName {
  return movableNames.some((known) => known === name);
}

/** The innermost block around the caret; null outside all blocks. */
export function movableAtCaret({selection: {$from}}: EditorState): Movable | null {
  for (let {depth} = $from; depth > 0; depth -= 1) {
    if (isMovable($from.node(depth).type.name)) return movableAt($from, depth);
  }
  return null;
}

/** The block that begins at this position; null when none does. */
export function movableFrom(doc: ProseMirrorNode, pos: number): Movable | null {
  const node = doc.nodeAt(pos);
  return node && isMovable(node.type.name) ? movableAt(doc.resolve(pos + 1)) : null;
}

/** The gap one step up or down; null at the edge. Titles and lines of facts keep their place. */
export function gapBeside(block: Movable, by: -1 | 1): Gap | null {
  const other = block.parent.maybeChild(block.index + by);
  if (!other?.type.isInGroup('block') && !other?.type.isInGroup('planBlock')) return null;
  return {parentPos: block.parentPos, index: by === -1 ? block.index - 1 : block.index + 2};
}

/** Whether a node may hold such a block. */
export function mayHold(node: ProseMirrorNode, type: NodeType): boolean {
  return node.type.contentMatch.matchType(type) !== null;
}

/** Tasks and goals that this block could go into, and where it stands now is left out; in order. */
export function homesFor(doc: ProseMirrorNode, block: Movable): readonly Home[] {
  const homes: Home[] = [];
  doc.descendants((node, pos) => {
    if (pos === block.pos) return false;
    if (node.type.name !== 'task' && node.type.name !== 'goal') return false;
    if (mayHold(node, block.node.type) && pos !== block.parentPos) homes.push({node, pos});
    return true;
  });
  return homes;
}

export interface Home {
  readonly node: ProseMirrorNode;
  readonly pos: number;
}

/** What stands in its title; '' when there is none. */
export function titleOf(block: ProseMirrorNode): string {
  const title = block.children.find(({type}) => type.name === 'blockTitle');
  return title?.textContent.trim() ?? '';
}

function movableAt($inside: ResolvedPos, depth = $inside.depth): Movable {
  const node = $inside.node(depth);
  return {
    name: node.type.name as MovableName,
    node,
    pos: $inside.before(depth),
    index: $inside.index(depth - 1),
    parent: $inside.node(depth - 1),
    parentPos: depth > 1 ? $inside.before(depth - 1) : null,
  };
}
