/** A line of text as it is stored: its characters with their ids, their source and their formatting. */

import type {ClientId} from '@samenspel/shared';
import * as Y from 'yjs';
import type {Attribution} from '../provenance.ts';
import type {Authors} from '../provenance/authors.ts';
import {firstItem} from '../provenance/yjs-type.ts';

/** Keys with the value that they were set to, as Yjs keeps them. */
export type Formatting = Readonly<Record<string, unknown>>;

/** Characters that stand together, have consecutive ids, one author and one formatting. */
export interface Piece extends Attribution {
  readonly text: string;
  readonly formatting: Formatting;
}

/** What this text shows, in order; what isn't text is left out. */
export function piecesOf(text: Y.XmlText, authors: Authors): readonly Piece[] {
  return piecesBetween(text, authors, 0, Number.POSITIVE_INFINITY);
}

/** The same from one place in the text up to another: of a long text the rest is not looked at. */
export function piecesBetween(
  text: Y.XmlText,
  authors: Authors,
  from: number,
  until: number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let formatting: Formatting = {};
  let at = 0;
  for (let item = firstItem(text); item && at < until; item = item.right) {
    if (item.deleted) continue;
    const {content, id} = item;
    if (content instanceof Y.ContentFormat) formatting = formatted(formatting, content);
    if (!(content instanceof Y.ContentString)) continue;
    const [first, end] = [Math.max(from - at, 0), Math.min(until - at, item.length)];
    at += item.length;
    if (first >= end) continue;
    for (const run of authors.of(id.client as ClientId, id.clock + first, end - first)) {
      const start = run.clock - id.clock;
      pieces.push({...run, formatting, text: content.str.slice(start, start + run.length)});
    }
  }
  return pieces;
}

/** The part of a piece from one character up to another. */
export function cut(piece: Piece, from: number, to: number): Piece {
  if (from === 0 && to === piece.length) return piece;
  return {
    ...piece,
    clock: piece.clock + from,
    sourceClock: piece.sourceClock + from,
    length: to - from,
    text: piece.text.slice(from, to),
  };
}

/** The pieces from one place in the text up to another. */
export function between(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, piece.length);
    if (start < end) found.push(cut(piece, start, end));
    at += piece.length;
  }
  return found;
}

function formatted(before: Formatting, {key, value}: Y.ContentFormat): Formatting {
  const {[key]: _gone, ...others} = before as Record<string, unknown>;
  return value === null ? others : {...others, [key]: value};
}
