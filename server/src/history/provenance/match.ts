/** Finds pieces of one text in others: the long ones first come, first served, each piece maximal. */

export interface Piece {
  /** Where in the text that is explained. */
  readonly at: number;
  /** Where in the text that explains it. */
  readonly from: number;
  readonly length: number;
}

export interface Haystack {
  /**
   * Pieces of the text's part from `start` up to `end` that stand in this haystack too, none shorter
   * than `least`, in order and without overlap.
   */
  cover(text: string, start: number, end: number): readonly Piece[];
}

/** Of a short string that stands in a haystack very often, only these many places are tried. */
const maxCandidates = 8;

/**
 * Greedy matching over an index of short strings, as file copiers do (rsync, A. Tridgell 1996): any
 * match of `least` characters holds a whole indexed string.
 */
export function haystack(text: string, least: number): Haystack {
  const dense = least < 16;
  const gram = dense ? least : least >> 1;
  const step = dense ? 1 : gram;
  const places = new Map<string, number[]>();
  for (let at = 0; at + gram <= text.length; at += step) {
    const key = text.slice(at, at + gram);
    const found = places.get(key);
    if (!found) places.set(key, [at]);
    else if (found.length < maxCandidates) found.push(at);
  }

  return {
    cover(needle, start, end) {
      const pieces: Piece[] = [];
      let done = start;
      for (let at = start; at + gram <= end;) {
        let best: Piece | null = null;
        for (const place of places.get(needle.slice(at, at + gram)) ?? []) {
          const piece = extend(needle, text, at, place, gram, done, end);
          if (!best || piece.length > best.length) best = piece;
        }
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

function extend(
  needle: string,
  text: string,
  at: number,
  place: number,
  gram: number,
  start: number,
  end: number,
): Piece {
  let before = 0;
  while (
    at - before > start &&
    place - before > 0 &&
    needle.charCodeAt(at - before - 1) === text.charCodeAt(place - before - 1)
  ) {
    before++;
  }
  let after = gram;
  while (
    at + after < end &&
    place + after < text.length &&
    needle.charCodeAt(at + after) === text.charCodeAt(place + after)
  ) {
    after++;
  }
  return {at: at - before, from: place - before, length: before + after};
}
