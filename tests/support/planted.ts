/**
 * Passages whose truth is known: each of their characters stands nowhere else in the world, so that
 * where they are can be read off the text itself, without knowing how an anchor follows them.
 */

import {
  type Anchor,
  type AnchorText,
  anchorText,
} from '@samenspel/server/comments/anchors/anchor.ts';
import {makeAnchor} from '@samenspel/server/comments/anchors/make-anchor.ts';
import {resolve} from '@samenspel/server/comments/anchors/resolve.ts';
import {readText, type TextReading} from '@samenspel/server/comments/anchors/text-reading.ts';
import type {Attribution} from '@samenspel/server/history/provenance.ts';
import {openAuthors} from '@samenspel/server/history/provenance/authors.ts';
import type {AskedAnchor, TextId} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import type * as Y from 'yjs';

export interface Planted {
  readonly words: string;
  readonly anchor: Anchor;
  readonly kept: AnchorText;
}

/** Signs that no text of ours has. */
const firstSign = 0x4e00;
const signsEach = 8;
const between = ['de buurt', 'en', 'samen met', 'het', 'voor', 'een', 'koffie'];

/** Ordinary words with signs between them that nobody else has; `number` counts what was planted before. */
export function passage(number: number): string {
  return Array.from({length: signsEach}, (_, index) =>
    String.fromCodePoint(firstSign + number * signsEach + index),
  )
    .map((sign, index) => (index === 0 ? sign : ` ${between[index - 1]} ${sign}`))
    .join('');
}

/** The signs of it that are visible. */
export function signsLeft({words}: Planted, {text}: TextReading): readonly string[] {
  return Array.from(words).filter((sign) => sign.charCodeAt(0) >= firstSign && text.includes(sign));
}

export function readDoc(doc: Y.Doc, attributions: readonly Attribution[]): TextReading {
  const authors = openAuthors(new Map());
  authors.learn(attributions);
  return readText(doc.getXmlFragment(ROOT_NAME), authors);
}

/** What a client asks for who selects these words. */
export function pointAt(reading: TextReading, words: string): AskedAnchor {
  const from = reading.text.indexOf(words);
  if (from < 0) throw new Error(`“${words}” is not there`);
  const idOf = (place: number): TextId => {
    for (const {pieces, start} of reading.lines) {
      let at = start;
      for (const {client, clock, length} of pieces) {
        if (place >= at && place < at + length) return `${client}:${clock + place - at}` as TextId;
        at += length;
      }
    }
    throw new Error('No character there');
  };
  return {on: 'passage', first: idOf(from), last: idOf(from + words.length - 1), quote: words};
}

export function plantedIn(reading: TextReading, words: string): Planted {
  const anchor = makeAnchor(pointAt(reading, words), reading);
  return {words, anchor, kept: anchorText(anchor)};
}

export interface Verdict {
  /** Every sign that is still there is shown as part of the passage. */
  readonly whole: boolean;
  /** What is shown begins and ends with its signs, in every part. */
  readonly exact: boolean;
  /** All of it is gone, and is said to be. */
  readonly gone: boolean;
}

/** Compares where the anchor says that it is with where the signs are. */
export function judge(planted: Planted, reading: TextReading): Verdict {
  const {words, anchor} = planted;
  const left = signsLeft(planted, reading);
  const {place} = resolve(anchor, reading);
  const shown = place.at === 'words' ? place.parts.map((part) => shownIn(part, reading)) : [];
  const seen = new Set(shown.flatMap((part) => Array.from(part)));
  return {
    whole: left.every((sign) => seen.has(sign)),
    exact: shown.every((part) => [part[0], part.at(-1)].every((end) => words.includes(end ?? '?'))),
    gone: left.length === 0 && place.at === 'gone',
  };
}

function shownIn(
  {line, from, until}: {readonly line: TextId; readonly from: number; readonly until: number},
  {lines}: TextReading,
): string {
  return lines.find(({id}) => id === line)?.text.slice(from, until) ?? '';
}
