/** Where an anchor is in a text: by its characters, wherever they went, and else by its words. */

import {
  type BlockId,
  type PassagePart,
  type PlaceView,
  type TextId,
  unreachable,
} from '@samenspel/shared';
import {rangeMap} from '../../history/provenance/ranges.ts';
import {cut} from '../../history/restore/pieces.ts';
import type {Anchor, PassageAnchor, SourceRange} from './anchor.ts';
import {findQuote} from './find-quote.ts';
import {rangesBetween} from './make-anchor.ts';
import type {Block, Line, Span, TextReading} from './text-reading.ts';

export interface Found {
  readonly place: PlaceView;
  readonly around: Around;
  /** Its words were found again after its characters were gone: where; null for every other case. */
  readonly later: readonly SourceRange[] | null;
}

/** What a place is in: titles and ids, null where there is none. */
export interface Around {
  readonly block: BlockId | null;
  readonly goalId: BlockId | null;
  readonly goal: string | null;
  readonly task: string | null;
}

/** Characters of a line, up to and not including `until`. */
export interface Stretch {
  readonly line: number;
  readonly from: number;
  readonly until: number;
}

/** So much new text between two pieces of a passage still belongs to it. UTF-16 units. */
const maxGap = 60;
/** A passage that was scattered over more is shown where most of the first of it is. */
const maxParts = 20;

export function resolve(anchor: Anchor, reading: TextReading): Found {
  switch (anchor.on) {
    case 'document':
      return {place: {at: 'document'}, around: nowhere, later: null};
    case 'block': {
      const block = reading.blocks.get(anchor.id);
      if (!block) return gone;
      return {place: {at: 'block', id: anchor.id}, around: aroundOf(block), later: null};
    }
    case 'passage':
      return resolvePassage(anchor, reading);
    default:
      return unreachable(anchor);
  }
}

/** Where these characters are, in reading order; [] when none of them is visible. */
export function stretchesOf(
  ranges: readonly SourceRange[],
  reading: TextReading,
): readonly Stretch[] {
  const spans = once(
    ranges.flatMap((range) => reading.where(range).map((span) => ({range, span}))),
  );
  const sorted = spans.toSorted((one, other) => one.line - other.line || one.from - other.from);
  const stretches: Stretch[] = [];
  for (const {line, from, length} of sorted) {
    const last = stretches.at(-1);
    const goesOn = last?.line === line && from - last.until <= maxGap;
    if (last && goesOn) stretches[stretches.length - 1] = {...last, until: from + length};
    else stretches.push({line, from, until: from + length});
  }
  return stretches;
}

/** The words of these stretches, with a line break where one line ends. */
export function wordsOf(stretches: readonly Stretch[], {lines}: TextReading): string {
  return stretches.map(({line, from, until}) => lines[line]?.text.slice(from, until)).join('\n');
}

function resolvePassage(anchor: PassageAnchor, reading: TextReading): Found {
  for (const ranges of [anchor.ranges, anchor.later]) {
    const stretches = stretchesOf(ranges, reading);
    const says = wordsOf(stretches, reading).trim() !== '' || anchor.quote.trim() === '';
    if (stretches.length > 0 && says) return placed(stretches, reading);
  }
  const again = findQuote(anchor, reading);
  if (!again) return gone;
  const ranges = rangesBetween(again.from, again.until, reading);
  return {...placed(stretchesOf(ranges, reading), reading), later: ranges};
}

function placed(stretches: readonly Stretch[], reading: TextReading): Found {
  const parts = stretches.slice(0, maxParts).flatMap((stretch) => partOf(stretch, reading) ?? []);
  const [first] = stretches;
  const line = first && reading.lines[first.line];
  if (!line) return gone;
  return {place: {at: 'words', parts}, around: aroundOf(line.block), later: null};
}

function partOf({line: index, from, until}: Stretch, {lines}: TextReading): PassagePart | null {
  const line = lines[index];
  const [first, last] = line ? [idAt(line, from), idAt(line, until - 1)] : [];
  return line && first && last ? {line: line.id, first, last, from, until} : null;
}

/** The Yjs id of a character of a line. */
function idAt({pieces}: Line, place: number): TextId | null {
  let at = 0;
  for (const piece of pieces) {
    if (place < at + piece.length) {
      const {client, clock} = cut(piece, place - at, place - at + 1);
      return `${client}:${clock}` as TextId;
    }
    at += piece.length;
  }
  return null;
}

/**
 * Each character once. What was copied stands twice: then it is where most of the passage is, and else
 * where it comes first.
 */
function once(
  found: readonly {readonly range: SourceRange; readonly span: Span}[],
): readonly Span[] {
  const inLine = new Map<number, number>();
  for (const {span} of found) {
    inLine.set(span.line, (inLine.get(span.line) ?? 0) + span.length);
  }
  const best = found.toSorted(
    ({span: one}, {span: other}) =>
      (inLine.get(other.line) ?? 0) - (inLine.get(one.line) ?? 0) ||
      one.line - other.line ||
      one.from - other.from,
  );
  const taken = rangeMap<true>();
  const spans: Span[] = [];
  for (const {range, span} of best) {
    const [client] = range;
    let at = span.sourceClock;
    const take = (to: number) => {
      const skipped = at - span.sourceClock;
      if (to > at) spans.push({...span, from: span.from + skipped, length: to - at});
    };
    for (const {clock, length} of taken.find(client, span.sourceClock, span.length)) {
      take(clock);
      at = clock + length;
    }
    take(span.sourceClock + span.length);
    taken.set(client, span.sourceClock, span.length, true);
  }
  return spans;
}

function aroundOf(block: Block | null): Around {
  const nearest = (kind: string) => {
    for (let at = block; at; at = at.around) if (at.kind === kind) return at;
    return null;
  };
  const [goal, task] = [nearest('goal'), nearest('task')];
  return {
    ...{block: block?.id ?? null, goalId: goal?.id ?? null},
    ...{goal: goal?.title ?? null, task: task?.title ?? null},
  };
}

const nowhere: Around = {block: null, goalId: null, goal: null, task: null};
const gone: Found = {place: {at: 'gone'}, around: nowhere, later: null};
