/** The text of a moment as groups of blocks, the same ones as in the film. */

import {isBlock} from '../prose.tsx';
import {groupsOf, type TextGroup} from './groups.ts';

export interface GroupedMoment {
  /** A document's JSON as it came from the server, or the beginning of it. */
  readonly content: unknown;
  /** The Yjs ids of its blocks, in order. */
  readonly blocks: readonly string[];
}

/** null when it is no document. */
export function momentGroups({content, blocks}: GroupedMoment): readonly TextGroup[] | null {
  if (!isBlock(content) || content.type !== 'doc') return null;
  const nodes = content.content ?? [];
  // Of a text of a stranger's make their places have to do.
  const ids = blocks.length === nodes.length ? blocks : nodes.map((_, index) => String(index));
  const shown = nodes.map((json, index) => ({key: ids[index] ?? '', json, isNew: false}));
  return groupsOf(shown, ({key}) => key).map((group) => ({
    key: group[0]?.key ?? '',
    blocks: group,
  }));
}
