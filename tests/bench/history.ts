/** What looking back costs: the figures of each of its parts, in a folder of its own. */

import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {differenceRows} from './difference.ts';
import type {Bench, Context, Row} from './rig/bench.ts';

const parts: Readonly<Record<string, (context: Context) => Promise<readonly Row[]>>> = {
  difference: differenceRows,
};

export const history: Bench = {
  about: 'looking back at documents with a long past',
  async run({folder, full}) {
    const rows: Row[] = [];
    for (const [name, measure] of Object.entries(parts)) {
      const own = join(folder, name);
      await mkdir(own);
      rows.push(...(await measure({folder: own, full})));
    }
    return rows;
  },
};
