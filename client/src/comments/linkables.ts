/** The blocks of an open text that a comment can point at, and what they are called. */

import type {BlockId} from '@samenspel/shared';
import type {EditorState} from '@tiptap/pm/state';
import {isMovable, titleOf} from '../editor/movable.ts';
import {placeOf} from '../editor/plan/places.ts';
import {kindWord} from '../words/moving.ts';
import {commentedBlocks} from './block-buttons.ts';
import type {Linkable} from './draft.ts';

/** Goals first, then the others, in the order of the text. */
export function linkablesIn({doc}: EditorState): readonly Linkable[] {
  const goal = kindWord('goal', doc);
  return commentedBlocks(doc).toSorted((a, b) => Number(b.kind === goal) - Number(a.kind === goal));
}

/** What a block is and is called now; null when it is gone. */
export function linkableOf({doc}: EditorState, id: BlockId): Linkable | null {
  const place = placeOf(doc, id);
  const name = place?.node.type.name ?? '';
  if (!place || !isMovable(name)) return null;
  return {id, kind: kindWord(name, place.node), title: titleOf(place.node)};
}
