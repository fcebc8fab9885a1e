/** The order of numbers that stay where they are: sorting the things that have them is slower. */

/** The places of these, smallest first; of equal ones, the one that comes first. Up to 2^31 each. */
export function orderOf(numbers: ArrayLike<number>): Float64Array {
  const {length} = numbers;
  // Number and place in one; by a power of two they come apart again exactly.
  const scale = 2 ** Math.ceil(Math.log2(Math.max(2, length)));
  const keys = new Float64Array(length);
  for (let at = 0; at < length; at++) keys[at] = (numbers[at] ?? 0) * scale + at;
  keys.sort();
  for (let at = 0; at < length; at++) {
    const key = keys[at] ?? 0;
    keys[at] = key - Math.floor(key / scale) * scale;
  }
  return keys;
}
