/** Which of one row stands for which of another, in order: the longest common subsequence, weighed. */

/** Rows longer than this (their lengths multiplied) are only compared from both ends. */
const maxCells = 1_000_000;

/**
 * For each of `row` its place in `other`, null where it has none.
 * @param likeness 0 for different; among equally long matchings the greatest sum wins, at most 9 each
 */
export function matchedIn<A, B>(
  row: readonly A[],
  other: readonly B[],
  likeness: (a: A, b: B) => number,
): readonly (number | null)[] {
  const [n, m] = [row.length, other.length];
  const found: (number | null)[] = Array.from({length: n}, () => null);
  if (n * m > maxCells) return fromBothEnds(row, other, likeness);
  // A match counts for more than any sum of likenesses.
  const each = 10 * (Math.min(n, m) + 1);
  const best = Array.from({length: n + 1}, () => new Float64Array(m + 1));
  const worth = (i: number, j: number) => {
    const like = likeness(row[i] as A, other[j] as B);
    return like === 0 ? -1 : (best[i + 1]?.[j + 1] ?? 0) + each + like;
  };
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let j = m - 1; j >= 0; j -= 1) {
      const skip = Math.max(best[i + 1]?.[j] ?? 0, best[i]?.[j + 1] ?? 0);
      const line = best[i];
      if (line) line[j] = Math.max(skip, worth(i, j));
    }
  }
  for (let [i, j] = [0, 0]; i < n && j < m;) {
    const here = best[i]?.[j] ?? 0;
    if (here === worth(i, j)) {
      found[i] = j;
      i += 1;
      j += 1;
    } else if (here === (best[i + 1]?.[j] ?? 0)) i += 1;
    else j += 1;
  }
  return found;
}

function fromBothEnds<A, B>(
  row: readonly A[],
  other: readonly B[],
  likeness: (a: A, b: B) => number,
): readonly (number | null)[] {
  const found: (number | null)[] = Array.from({length: row.length}, () => null);
  const shortest = Math.min(row.length, other.length);
  let start = 0;
  while (start < shortest && likeness(row[start] as A, other[start] as B) > 0) {
    found[start] = start;
    start += 1;
  }
  for (let back = 1; back <= shortest - start; back += 1) {
    const [i, j] = [row.length - back, other.length - back];
    if (likeness(row[i] as A, other[j] as B) === 0) break;
    found[i] = j;
  }
  return found;
}
