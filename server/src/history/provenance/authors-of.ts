/** Who wrote the text that is visible in a document, or in a part of it, at the moment it shows. */

import type {ClientId, PersonId} from '@samenspel/shared';
import * as Y from 'yjs';
import type {Attribution} from '../provenance.ts';
import {type Authors, openAuthors} from './authors.ts';
import {firstItem, itemOf} from './yjs-type.ts';

/** Characters that stand together, by one author. */
export interface AuthoredRun extends Attribution {
  readonly text: string;
}

/** One text block; a line break or anything else that isn't text cuts it in two. */
export interface AuthoredBlock {
  /** Its Yjs id; null for text straight in the root. */
  readonly id: {readonly client: ClientId; readonly clock: number} | null;
  readonly runs: readonly AuthoredRun[];
}

/**
 * Everything visible in this part of a document, in reading order. The document may be at any moment:
 * hand in the attributions up to and including that moment, oldest first.
 */
export function authorsOf(
  part: Y.XmlFragment | Y.Text,
  attributions: readonly Attribution[],
  owners: ReadonlyMap<ClientId, PersonId>,
): readonly AuthoredBlock[] {
  const authors = openAuthors(owners);
  authors.learn(attributions);
  return readAuthors(part, authors);
}

/** The same, by somebody who knows the authors already. */
export function readAuthors(
  part: Y.XmlFragment | Y.Text,
  authors: Authors,
): readonly AuthoredBlock[] {
  const blocks: AuthoredBlock[] = [];
  const visit = (type: Pick<Y.Text, '_start' | '_item'>): void => {
    const runs: AuthoredRun[] = [];
    for (let item = firstItem(type); item; item = item.right) {
      if (item.deleted) continue;
      const {content, id} = item;
      if (content instanceof Y.ContentType) visit(content.type);
      if (!(content instanceof Y.ContentString)) continue;
      for (const run of authors.of(id.client as ClientId, id.clock, item.length)) {
        const start = run.clock - id.clock;
        add(runs, {...run, text: content.str.slice(start, start + run.length)});
      }
    }
    const id = itemOf(type)?.id;
    if (runs.length > 0) {
      blocks.push({id: id ? {client: id.client as ClientId, clock: id.clock} : null, runs});
    }
  };
  visit(part);
  return blocks;
}

/** How many characters each has written of what these blocks show; null is nobody in particular. */
export function sharesOf(blocks: readonly AuthoredBlock[]): ReadonlyMap<PersonId | null, number> {
  const shares = new Map<PersonId | null, number>();
  for (const {runs} of blocks) {
    for (const {author, length} of runs) shares.set(author, (shares.get(author) ?? 0) + length);
  }
  return shares;
}

function add(runs: AuthoredRun[], next: AuthoredRun): void {
  const last = runs.at(-1);
  const continues =
    last?.client === next.client &&
    last.author === next.author &&
    last.clock + last.length === next.clock &&
    last.sourceClient === next.sourceClient &&
    last.sourceClock + last.length === next.sourceClock;
  if (!last || !continues) runs.push(next);
  else {
    const {length, text} = last;
    runs[runs.length - 1] = {...last, length: length + next.length, text: text + next.text};
  }
}
