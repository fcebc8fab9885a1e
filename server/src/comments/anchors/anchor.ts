/**
 * Where a thread stands, as it is kept. A passage is kept by the ids under which its characters were
 * typed at first: those follow it through moving, splitting, joining, retyping, undo, cut and paste and
 * restore (see `history/provenance.ts`). Its words are kept for when none of them is left.
 */

import type {BlockId} from '@samenspel/shared';

/** An anchor as JSON. Equal ones are the same anchor. */
export type AnchorText = string & {readonly brand: 'AnchorText'};

export type Anchor =
  | {readonly on: 'document'}
  /** `quote` is the block's title; '' when it had none. */
  | {readonly on: 'block'; readonly id: BlockId; readonly quote: string}
  | PassageAnchor;

export interface PassageAnchor {
  readonly on: 'passage';
  /** In the order of the text. */
  readonly ranges: readonly SourceRange[];
  /** Where its words were found again after those were gone; [] when they never were. */
  readonly later: readonly SourceRange[];
  readonly quote: string;
  /** What stood right before and behind it. */
  readonly prefix: string;
  readonly suffix: string;
  /** Where it began, in UTF-16 units of the whole text. */
  readonly hint: number;
}

/** Client, clock and length of characters as they were typed at first. */
export type SourceRange = readonly [client: number, clock: number, length: number];

/** A passage in more pieces than this is known by the first and the last of them. */
export const maxRanges = 200;
/** UTF-16 units before and behind a passage. */
export const contextLength = 32;

export function anchorText(anchor: Anchor): AnchorText {
  return JSON.stringify(anchor) as AnchorText;
}

/** What the server wrote itself is trusted. */
export function anchorOf(text: AnchorText): Anchor {
  return JSON.parse(text) as Anchor;
}

/** What it is about, in words; null for a whole document. */
export function quoteOf(anchor: Anchor): string | null {
  return anchor.on === 'document' ? null : anchor.quote;
}
