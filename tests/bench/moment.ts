/** How long it takes to show a document as it was, at any moment of a long past. */

import {momentAt} from '@samenspel/server/history/moment.ts';
import {moments} from '@samenspel/server/history/moments.ts';
import {openJournal} from '@samenspel/server/store/journal.ts';
import {openStore} from '@samenspel/server/store/open.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import type {Seq} from '@samenspel/shared';
import {seeded as randomFrom} from '../support/random.ts';
import type {LongLife, LongLives} from './long-lives.ts';
import {type Row, row} from './rig/bench.ts';
import {spreadOf} from './rig/percentiles.ts';

export async function momentRows(
  {folder, paper, pages}: LongLives,
  full: boolean,
): Promise<readonly Row[]> {
  const times = full ? 1_000 : 150;
  return [
    ...(await measure(folder, {...paper, times, atMost: 50})),
    ...(await measure(folder, {...pages, times, atMost: 60})),
  ];
}

interface Asked extends LongLife {
  readonly times: number;
  readonly atMost: number;
}

async function measure(
  folder: string,
  {documentId, name, edits, times, atMost}: Asked,
): Promise<readonly Row[]> {
  const store = await openStore(folder, Date.now);
  const journal = openJournal(store);
  const random = randomFrom(7);
  // Code that never ran is slow; a server has run it.
  for (let count = 0; count < 20; count++) await show();
  const took: number[] = [];
  while (took.length < times) took.push(await timed(show));
  const newest = await timed(async () => {
    const latest = await journal.latest(documentId);
    documentOf(latest?.state ?? null, latest?.updates ?? []);
  });
  const listed = await timed(async () => moments(await journal.marks(documentId)));
  await store.close();
  const {p50, p95, most} = spreadOf(took);
  return [
    row(`${name}: p50 of ${times}`, p50, 'ms'),
    row(`${name}: p95`, p95, 'ms', {target: {atMost}}),
    row(`${name}: slowest`, most, 'ms'),
    row(`${name}: the newest, to be written in`, newest, 'ms'),
    row(`${name}: the list of moments`, listed, 'ms'),
  ];

  async function show(): Promise<void> {
    const found = await momentAt(journal, documentId, (1 + random.below(edits)) as Seq);
    if (!found) throw new Error('No such moment');
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
