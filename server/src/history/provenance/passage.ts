/** A stretch of text with the ids of its characters. */

import type {ClientId} from '@samenspel/shared';
import type {Characters} from '../provenance.ts';

export interface Passage {
  readonly text: string;
  /** In the order of the text; their lengths add up to the text's. */
  readonly characters: readonly Characters[];
}

/** Text in more fragments than this is recognised as a whole, but not in pieces. */
export const maxFragments = 4_096;

export interface PassageBuilder {
  add(text: string, client: number, clock: number): void;
  readonly empty: boolean;
  done(): Passage;
}

export function buildPassage(): PassageBuilder {
  const texts: string[] = [];
  const characters: Characters[] = [];
  return {
    add(text, client, clock) {
      texts.push(text);
      append(characters, {client: client as ClientId, clock, length: text.length});
    },
    get empty() {
      return texts.length === 0;
    },
    done: () => ({text: texts.length === 1 ? (texts[0] ?? '') : texts.join(''), characters}),
  };
}

/** The ids from one place in the text up to another. */
export function charactersIn(
  {characters}: Passage,
  from: number,
  to: number,
): readonly Characters[] {
  if (characters.length === 1 && from === 0 && characters[0]?.length === to) return characters;
  const found: Characters[] = [];
  let at = 0;
  for (const {client, clock, length} of characters) {
    if (at >= to) break;
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, length);
    if (start < end) found.push({client, clock: clock + start, length: end - start});
    at += length;
  }
  return found;
}

/** Joins what continues the last one. */
function append(characters: Characters[], next: Characters): void {
  const last = characters.at(-1);
  if (last?.client === next.client && last.clock + last.length === next.clock) {
    characters[characters.length - 1] = {...last, length: last.length + next.length};
  } else {
    characters.push(next);
  }
}
