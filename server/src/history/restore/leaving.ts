/** What would leave the view if an earlier moment came back: to be said before it happens. */

import type {PersonId} from '@samenspel/shared';
import {openAuthors} from '../provenance/authors.ts';
import {rangeMap} from '../provenance/ranges.ts';
import {childrenOf, type Container} from './elements.ts';
import {type Piece, piecesOf} from './pieces.ts';
import type {Restored, Side} from './restore.ts';
import * as Y from 'yjs';

/** Words that stand together now and would not be there any more. */
export interface Leaving {
  readonly text: string;
  /** Who wrote them, in order of appearance; null is nobody in particular. */
  readonly authors: readonly (PersonId | null)[];
  /** The `id` attribute of the block they stand in; null outside of one. */
  readonly blockId: string | null;
}

/**
 * Of everything that was deleted, what didn't come back elsewhere.
 * @param after the document with everything restored
 */
export function leaving({copied, deleted}: Restored, after: Side): readonly Leaving[] {
  const authors = openAuthors(new Map());
  authors.learn(copied);
  const visible = rangeMap<true>();
  const see = (container: Container): void => {
    for (const child of childrenOf(container)) {
      if (!(child instanceof Y.XmlText)) see(child);
      else for (const piece of piecesOf(child, after.authors)) show(piece);
    }
  };
  const show = ({client, clock, length, sourceClient, sourceClock}: Piece): void => {
    const isCopy = client === after.doc.clientID;
    const sources = isCopy
      ? authors.of(client, clock, length)
      : [{sourceClient, sourceClock, length}];
    for (const source of sources) {
      visible.set(source.sourceClient, source.sourceClock, source.length, true);
    }
  };
  see(after.root);
  return deleted.flatMap(({pieces, blockId}) => {
    const gone = pieces.flatMap((piece) => partsNotIn(visible, piece));
    const text = gone.map((piece) => piece.text).join('');
    if (text.trim() === '') return [];
    return [{text, blockId, authors: [...new Set(gone.map(({author}) => author))]}];
  });
}

function partsNotIn(
  visible: ReturnType<typeof rangeMap<true>>,
  piece: Piece,
): readonly {readonly text: string; readonly author: PersonId | null}[] {
  const {sourceClient, sourceClock, length, text, author} = piece;
  const parts: {text: string; author: PersonId | null}[] = [];
  let at = 0;
  for (const found of visible.find(sourceClient, sourceClock, length)) {
    const from = found.clock - sourceClock;
    if (from > at) parts.push({text: text.slice(at, from), author});
    at = from + found.length;
  }
  if (at < length) parts.push({text: text.slice(at), author});
  return parts;
}
