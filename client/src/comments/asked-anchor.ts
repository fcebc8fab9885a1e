/** What somebody wants to comment on, from where they are in the text. */

import type {AskedAnchor, BlockId} from '@samenspel/shared';
import {commentLimits} from '@samenspel/shared';
import type {EditorState} from '@tiptap/pm/state';
import {movableAtCaret} from '../editor/movable.ts';
import {idOf} from '../editor/plan/block-facts.ts';
import {idsBetween, type TextRange} from './text-ids.ts';

/** The chosen words; null when none are. */
export function chosenWords(state: EditorState): AskedAnchor | null {
  const {from, to, empty} = state.selection;
  return empty ? null : passage(state, {from, to});
}

/** The chosen words, else the block around the caret, else its line; null in an empty line. */
export function anchorHere(state: EditorState): AskedAnchor | null {
  const words = chosenWords(state);
  if (words) return words;
  const block = movableAtCaret(state);
  const id = block && idOf(block.node);
  if (id !== null) return {on: 'block', id: id as BlockId};
  const {$from} = state.selection;
  return $from.parent.isTextblock ? passage(state, {from: $from.start(), to: $from.end()}) : null;
}

function passage(state: EditorState, range: TextRange): AskedAnchor | null {
  const ids = idsBetween(state, range);
  const quote = state.doc.textBetween(range.from, range.to, ' ').slice(0, commentLimits.quote);
  return ids && quote.trim() !== '' ? {on: 'passage', ...ids, quote} : null;
}
