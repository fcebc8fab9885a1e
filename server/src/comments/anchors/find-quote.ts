/**
 * Finds the words of a passage again whose characters are gone: because somebody put them there anew, or
 * put nearly the same in their place. Only where there is no doubt: words that are like others that
 * always stood there too must not take over what was said of them.
 */

import search from 'approx-string-match';
import type {PassageAnchor} from './anchor.ts';
import type {TextReading} from './text-reading.ts';

export interface Hit {
  /** UTF-16 units of the whole text. */
  readonly from: number;
  readonly until: number;
}

/** From this length on nobody writes the same by chance. */
const leastAlone = 24;
/** So much of what stood around has to be there still, on both sides, to tell short words apart. */
const leastAround = 6;
/** Words that were changed a little: by at most this share, not shorter than this, and near by. */
const maxChanged = 0.25;
const leastChanged = 12;
const nearBy = 4_000;

type Wanted = Pick<PassageAnchor, 'quote' | 'prefix' | 'suffix' | 'hint'>;

/** null when it is nowhere, or may be in several places. */
export function findQuote(wanted: Wanted, reading: Pick<TextReading, 'text'>): Hit | null {
  if (wanted.quote.trim() === '') return null;
  const same = exactly(wanted, reading.text);
  if (same.length === 0) return nearly(wanted, reading.text);
  const sure = same.filter((hit) => isAround(hit, wanted, reading.text));
  const candidates = sure.length > 0 || wanted.quote.length < leastAlone ? sure : same;
  const [one] = candidates;
  return one && candidates.length === 1 ? one : null;
}

/** More than these are no way to tell where it was. */
const maxHits = 50;

function exactly({quote}: Wanted, text: string): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = text.indexOf(quote); at >= 0 && hits.length < maxHits;) {
    hits.push({from: at, until: at + quote.length});
    at = text.indexOf(quote, at + 1);
  }
  return hits;
}

/** Myers' approximate matching, where the passage was; only between the same words as before. */
function nearly(wanted: Wanted, text: string): Hit | null {
  const {quote, hint} = wanted;
  if (quote.length < leastChanged) return null;
  const start = Math.max(0, hint - nearBy);
  const part = text.slice(start, hint + nearBy);
  const hits = search(part, quote, Math.floor(quote.length * maxChanged))
    .map(({start: from, end: until}) => ({from: start + from, until: start + until}))
    .filter((hit) => isAround(hit, wanted, text));
  const [one] = hits;
  // Ends that are one sign apart are one place.
  return one && hits.every(({from, until}) => from < one.until && until > one.from) ? one : null;
}

/** Whether what stood around the passage stands around this. */
function isAround({from, until}: Hit, {prefix, suffix}: Wanted, text: string): boolean {
  const before = text.slice(Math.max(0, from - prefix.length), from);
  const behind = text.slice(until, until + suffix.length);
  return (
    prefix + suffix !== '' &&
    sameEnd(before, prefix) >= Math.min(leastAround, prefix.length) &&
    sameStart(behind, suffix) >= Math.min(leastAround, suffix.length)
  );
}

function sameStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function sameEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}
