/** What looking back costs, on two documents with a long past. */

import {differenceRows} from './difference.ts';
import {pageRows} from './history-page.ts';
import {type LongLives, writeLongLives} from './long-lives.ts';
import {momentRows} from './moment.ts';
import type {Bench, Row} from './rig/bench.ts';
import {whoWroteRows} from './who-wrote.ts';

const parts: readonly ((lives: LongLives, full: boolean) => Promise<readonly Row[]>)[] = [
  momentRows,
  differenceRows,
  whoWroteRows,
  pageRows,
];

export const history: Bench = {
  about: 'looking back at 260,000 edits over 300 days, and at 100 pages of 50,000 edits',
  async run({folder, full}) {
    const lives = await writeLongLives(folder);
    const rows: Row[] = [];
    for (const measure of parts) rows.push(...(await measure(lives, full)));
    return rows;
  },
};
