/** Makes an anchor of what somebody pointed at, as far as it is still there. */

import {type AskedAnchor, commentLimits, type TextId, unreachable} from '@samenspel/shared';
import {between} from '../../history/restore/pieces.ts';
import {
  type Anchor,
  contextLength,
  maxRanges,
  type PassageAnchor,
  type SourceRange,
} from './anchor.ts';
import {findQuote} from './find-quote.ts';
import type {Line, TextReading} from './text-reading.ts';

export function makeAnchor(asked: AskedAnchor, reading: TextReading): Anchor {
  switch (asked.on) {
    case 'document':
      return {on: 'document'};
    case 'block': {
      const title = reading.blocks.get(asked.id)?.title ?? '';
      return {on: 'block', id: asked.id, quote: title.slice(0, commentLimits.quote)};
    }
    case 'passage':
      return passageAnchor(asked, reading);
    default:
      return unreachable(asked);
  }
}

/** The passage between two places of the whole text. */
export function anchorBetween(from: number, until: number, reading: TextReading): PassageAnchor {
  const {text} = reading;
  return {
    on: 'passage',
    ranges: rangesBetween(from, until, reading),
    later: [],
    quote: text.slice(from, until).slice(0, commentLimits.quote),
    prefix: text.slice(Math.max(0, from - contextLength), from),
    suffix: text.slice(until, until + contextLength),
    hint: from,
  };
}

/** The ids that the characters between two places of the whole text were typed under at first. */
export function rangesBetween(
  from: number,
  until: number,
  {lines}: TextReading,
): readonly SourceRange[] {
  const ranges: [number, number, number][] = [];
  for (const line of linesBetween(lines, from, until)) {
    for (const piece of between(line.pieces, from - line.start, until - line.start)) {
      const {sourceClient, sourceClock, length} = piece;
      const last = ranges.at(-1);
      if (last && last[0] === sourceClient && last[1] + last[2] === sourceClock) last[2] += length;
      else ranges.push([sourceClient, sourceClock, length]);
    }
  }
  if (ranges.length <= maxRanges) return ranges;
  return [...ranges.slice(0, maxRanges / 2), ...ranges.slice(-maxRanges / 2)];
}

type AskedPassage = Extract<AskedAnchor, {on: 'passage'}>;

function passageAnchor({first, last, quote}: AskedPassage, reading: TextReading): PassageAnchor {
  const [one, other] = [placeOf(first, reading), placeOf(last, reading)];
  if (one !== null && other !== null) {
    return anchorBetween(Math.min(one, other), Math.max(one, other) + 1, reading);
  }
  // Somebody changed the text before this arrived; or it arrived before the text that it is about.
  const unseen: PassageAnchor = {
    ...{on: 'passage', ranges: rangesNamed(first, last, reading), later: []},
    ...{quote: quote.slice(0, commentLimits.quote), prefix: '', suffix: '', hint: 0},
  };
  const found = findQuote(unseen, reading);
  return found ? anchorBetween(found.from, found.until, reading) : unseen;
}

/** Where this character is in the whole text now; null when it is not visible. */
function placeOf(id: TextId, reading: TextReading): number | null {
  const [client, clock] = partsOf(id);
  const spans = reading.where(reading.sourceOf(client, clock));
  const span = spans.find((one) => one.client === client && one.clock === clock) ?? spans[0];
  const line = span && reading.lines[span.line];
  return line ? line.start + span.from : null;
}

/** As far as can be known of characters that can't be seen. */
function rangesNamed(first: TextId, last: TextId, reading: TextReading): readonly SourceRange[] {
  const [[client, from], [other, to]] = [partsOf(first), partsOf(last)];
  const inOneGo = client === other && to >= from && to - from < commentLimits.quote;
  if (inOneGo) return [[client, from, to - from + 1]];
  return [reading.sourceOf(client, from), reading.sourceOf(other, to)];
}

function partsOf(id: TextId): readonly [client: number, clock: number] {
  const [client = 0, clock = 0] = id.split(':').map(Number);
  return [client, clock];
}

function linesBetween(lines: readonly Line[], from: number, until: number): readonly Line[] {
  return lines.filter(({start, text}) => start < until && start + text.length > from);
}
