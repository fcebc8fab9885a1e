/** Whether some characters are among others: asked of many, so found by halving. */

import type {Range} from './structs.ts';

export type Overlaps = (client: number, from: number, to: number) => boolean;

/** Whether any of these ids is among the wanted ones, which may be in any order and say the same twice. */
export function overlapsWith(wanted: readonly Range[]): Overlaps {
  const clients = new Map<number, {readonly from: number; to: number}[]>();
  for (const {client, from, to} of wanted.toSorted((one, other) => one.from - other.from)) {
    const ranges = clients.get(client);
    const last = ranges?.at(-1);
    if (!ranges) clients.set(client, [{from, to}]);
    else if (last && last.to >= from) last.to = Math.max(last.to, to);
    else ranges.push({from, to});
  }
  return (client, from, to) => {
    const ranges = clients.get(client);
    if (!ranges) return false;
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ranges[middle]?.to ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    const first = ranges[low];
    return first !== undefined && first.from < to;
  };
}
