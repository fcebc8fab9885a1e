/** Finds pieces of one text in others: from left to right, each piece as long as it can be. */

export interface Piece<T> {
  /** Where in the text that is explained. */
  readonly at: number;
  readonly length: number;
  readonly source: T;
  /** Where in the source. */
  readonly from: number;
}

export interface Haystack<T> {
  add(source: T): void;
  remove(source: T): void;
  /**
   * Pieces of the text's part from `start` up to `end` that stand in a source too, none shorter than
   * the haystack's least, in order and without overlap.
   */
  cover(text: string, start: number, end: number): readonly Piece<T>[];
}

interface Place<T> {
  readonly source: T;
  readonly at: number;
}

/** Of a short string that stands in very many places, only the latest are tried. */
const maxCandidates = 8;

/**
 * Greedy matching over an index of short strings, as file copiers do (rsync, A. Tridgell 1996): any
 * match of `least` characters holds a whole indexed string.
 */
export function openHaystack<T extends {readonly text: string}>(least: number): Haystack<T> {
  const dense = least < 16;
  const gram = dense ? least : least >> 1;
  const step = dense ? 1 : gram;
  const places = new Map<string, Place<T>[]>();

  return {
    add(source) {
      const {text} = source;
      if (text.length < least) return;
      for (let at = 0; at + gram <= text.length; at += step) {
        const key = text.slice(at, at + gram);
        const found = places.get(key);
        if (found) found.push({source, at});
        else places.set(key, [{source, at}]);
      }
    },
    remove(source) {
      const {text} = source;
      if (text.length < least) return;
      const keys = new Set<string>();
      for (let at = 0; at + gram <= text.length; at += step) keys.add(text.slice(at, at + gram));
      for (const key of keys) {
        const left = (places.get(key) ?? []).filter((place) => place.source !== source);
        if (left.length > 0) places.set(key, left);
        else places.delete(key);
      }
    },
    cover(text, start, end) {
      const pieces: Piece<T>[] = [];
      let done = start;
      for (let at = start; at + gram <= end;) {
        const found = places.get(text.slice(at, at + gram));
        const best = found ? longest(text, at, found.slice(-maxCandidates), gram, done, end) : null;
        if (best && best.length >= least) {
          pieces.push(best);
          done = best.at + best.length;
          at = done;
        } else {
          at++;
        }
      }
      return pieces;
    },
  };
}

/** The longest match around this place in the text; of equal ones the latest. */
function longest<T extends {readonly text: string}>(
  text: string,
  at: number,
  candidates: readonly Place<T>[],
  gram: number,
  start: number,
  end: number,
): Piece<T> | null {
  let best: Piece<T> | null = null;
  for (const {source, at: place} of candidates) {
    const before = equalBefore(text, at, start, source.text, place);
    const after = equalFrom(text, at + gram, end, source.text, place + gram);
    const length = before + gram + after;
    if (!best || length >= best.length) {
      best = {at: at - before, length, source, from: place - before};
    }
  }
  return best;
}

function equalBefore(one: string, at: number, start: number, other: string, place: number): number {
  const most = Math.min(at - start, place);
  let count = 0;
  while (count < most && one.charCodeAt(at - count - 1) === other.charCodeAt(place - count - 1)) {
    count++;
  }
  return count;
}

function equalFrom(one: string, at: number, end: number, other: string, place: number): number {
  const most = Math.min(end - at, other.length - place);
  let count = 0;
  while (count < most && one.charCodeAt(at + count) === other.charCodeAt(place + count)) count++;
  return count;
}
