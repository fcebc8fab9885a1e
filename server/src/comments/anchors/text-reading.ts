/**
 * A document's visible text with the ids under which its characters were typed at first: what anchors
 * are looked up in. Read without a schema, from a document made for it.
 */

import type {BlockId, ClientId, TextId} from '@samenspel/shared';
import * as Y from 'yjs';
import type {Authors} from '../../history/provenance/authors.ts';
import {childrenOf, type Container, keyOf} from '../../history/restore/elements.ts';
import {type Piece, piecesOf} from '../../history/restore/pieces.ts';
import type {SourceRange} from './anchor.ts';

export interface TextReading {
  /** Those with text, in reading order. */
  readonly lines: readonly Line[];
  /** The lines, with a line break between them. */
  readonly text: string;
  readonly blocks: ReadonlyMap<BlockId, Block>;
  /** Where characters that were typed under these ids are visible; more than once when they are copied. */
  where(range: SourceRange): readonly Span[];
  /** The id that this character was typed under at first, visible or not. */
  sourceOf(client: number, clock: number): SourceRange;
}

export interface Line {
  readonly index: number;
  readonly id: TextId;
  readonly pieces: readonly Piece[];
  readonly text: string;
  /** In the whole text. */
  readonly start: number;
  /** The innermost block around it. */
  readonly block: Block | null;
}

/** A task, goal, action, agreement or card. */
export interface Block {
  readonly id: BlockId;
  readonly kind: string;
  readonly title: string;
  readonly around: Block | null;
}

/** Characters of a line with consecutive ids, typed at first under consecutive ids. */
export interface Span {
  readonly line: number;
  readonly from: number;
  readonly length: number;
  readonly client: ClientId;
  readonly clock: number;
  readonly sourceClock: number;
}

const kinds: ReadonlySet<string> = new Set(['task', 'goal', 'action', 'agreement', 'card']);

export function readText(root: Y.XmlFragment, authors: Authors): TextReading {
  const lines: Line[] = [];
  const blocks = new Map<BlockId, Block>();
  const spans = new Map<number, Span[]>();
  let start = 0;

  function readLine(line: Y.XmlText, block: Block | null): void {
    const pieces = piecesOf(line, authors);
    if (pieces.length === 0) return;
    const index = lines.length;
    let from = 0;
    for (const {client, clock, length, sourceClient, sourceClock} of pieces) {
      const known = spans.get(sourceClient) ?? [];
      if (known.length === 0) spans.set(sourceClient, known);
      known.push({line: index, from, length, client, clock, sourceClock});
      from += length;
    }
    const text = pieces.map((piece) => piece.text).join('');
    lines.push({index, id: keyOf(line) as TextId, pieces, text, start, block});
    start += text.length + 1;
  }

  function read(container: Container, block: Block | null): void {
    for (const child of childrenOf(container)) {
      if (child instanceof Y.XmlText) readLine(child, block);
      else read(child, blockOf(child, block));
    }
  }

  function blockOf(element: Y.XmlElement, around: Block | null): Block | null {
    const id: unknown = element.getAttribute('id');
    if (!kinds.has(element.nodeName) || typeof id !== 'string') return around;
    const made = {id: id as BlockId, kind: element.nodeName, title: titleOf(element), around};
    // After two simultaneous moves it stands twice: the first one counts.
    if (!blocks.has(made.id)) blocks.set(made.id, made);
    return made;
  }

  read(root, null);
  const sorted = new Map([...spans].map(([client, known]) => [client, openSpans(known)]));
  return {
    ...{lines, blocks, text: lines.map((line) => line.text).join('\n')},
    where: ([client, clock, length]) => sorted.get(client)?.(clock, length) ?? [],
    sourceOf(client, clock) {
      const [source] = authors.of(client as ClientId, clock, 1);
      return source ? [source.sourceClient, source.sourceClock, 1] : [client, clock, 1];
    },
  };
}

/** Its title line; a card without one has none. */
function titleOf(element: Y.XmlElement): string {
  const title = childrenOf(element).find(
    (child) => child instanceof Y.XmlElement && child.nodeName === 'blockTitle',
  );
  if (!(title instanceof Y.XmlElement)) return '';
  return childrenOf(title)
    .flatMap((child) => (child instanceof Y.XmlText ? wordsIn(child) : []))
    .join('');
}

function wordsIn(line: Y.XmlText): readonly string[] {
  const delta = line.toDelta() as readonly {readonly insert?: unknown}[];
  return delta.flatMap(({insert}) => (typeof insert === 'string' ? [insert] : []));
}

/** Looks up the parts of spans that lie in a range; they may overlap. */
function openSpans(unsorted: readonly Span[]) {
  const known = unsorted.toSorted((one, other) => one.sourceClock - other.sourceClock);
  const longest = Math.max(...known.map(({length}) => length));
  return (clock: number, length: number): readonly Span[] => {
    const end = clock + length;
    const found: Span[] = [];
    for (let index = firstFrom(known, clock - longest); index < known.length; index++) {
      const span = known[index];
      if (!span || span.sourceClock >= end) break;
      const from = Math.max(clock, span.sourceClock);
      const to = Math.min(end, span.sourceClock + span.length);
      if (from >= to) continue;
      const skipped = from - span.sourceClock;
      found.push({
        ...{line: span.line, from: span.from + skipped, length: to - from, client: span.client},
        ...{clock: span.clock + skipped, sourceClock: from},
      });
    }
    return found;
  };
}

/** The index of the first span that begins at this clock or behind it. */
function firstFrom(spans: readonly Span[], clock: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.sourceClock ?? 0) < clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
