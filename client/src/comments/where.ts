/** What a thread is about, in words: what stands there, or what its block is called now. */

import {type ThreadLine, unreachable} from '@samenspel/shared';
import type {EditorState} from '@tiptap/pm/state';
import {blockWords, comments as words, short} from '../words/comments.ts';
import {linkableOf} from './linkables.ts';

export function whereWords(
  state: EditorState,
  {place, quote}: Pick<ThreadLine, 'place' | 'quote'>,
): string {
  switch (place.at) {
    case 'document':
      return words.onDocument;
    case 'block': {
      const block = linkableOf(state, place.id);
      return block ? words.at(blockWords(block.kind, block.title)) : words.goneBlock;
    }
    case 'words':
      return `“${short(quote ?? '')}”`;
    case 'gone':
      return quote === null ? words.goneShort : `${words.goneShort}: “${short(quote)}”`;
    default:
      return unreachable(place);
  }
}
