/** The tasks, goals, actions, agreements and cards of a moment: what can be put back by itself. */

import {type BlockId, capital, type PlanNode} from '@samenspel/shared';
import {blockWord} from '../../words/blocks.ts';
import {isBlock} from '../prose.tsx';
import {restoring as words} from '../../words/versions.ts';

export interface PlaceInMoment {
  readonly id: BlockId;
  /** "Doel: Een open inloop". */
  readonly words: string;
  /** How deep it stands in others; 0 for what stands in none. */
  readonly depth: number;
}

const kinds = ['task', 'goal', 'action', 'agreement', 'card'] as const;

/** In the order of the text. */
export function placesIn(content: unknown): readonly PlaceInMoment[] {
  const found: PlaceInMoment[] = [];
  const visit = (node: PlanNode, depth: number): void => {
    const kind = kinds.find((one) => one === node.type);
    const id = node.attrs?.['id'];
    const isPlace = kind !== undefined && typeof id === 'string' && id !== '';
    if (isPlace) found.push({id: id as BlockId, words: nameOf(kind, node), depth});
    node.content?.forEach((child) => visit(child, isPlace ? depth + 1 : depth));
  };
  if (isBlock(content)) visit(content, 0);
  return found;
}

function nameOf(kind: (typeof kinds)[number], node: PlanNode): string {
  const title = node.content?.find(({type}) => type === 'blockTitle');
  const text = textIn(title).trim();
  const word = kind === 'card' ? words.card : blockWord(kind);
  return `${capital(word)}: ${text === '' ? words.untitled : text}`;
}

function textIn(node: PlanNode | undefined): string {
  return node?.text ?? node?.content?.map(textIn).join('') ?? '';
}
