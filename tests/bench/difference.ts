/** How long it takes to compare two moments of a hundred pages, in a thread, from the database. */

import {monitorEventLoopDelay} from 'node:perf_hooks';
import {actsOf} from '@samenspel/server/history/difference/acts.ts';
import {differenceBetween} from '@samenspel/server/history/difference/difference.ts';
import {openDifferences} from '@samenspel/server/history/difference/differences.ts';
import {entriesOf, readSegment, replayTo} from '@samenspel/server/journal/past.ts';
import {deletesOf, rangesOf} from '@samenspel/server/journal/segment.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import {openJournal} from '@samenspel/server/store/journal.ts';
import {openStore, type Store} from '@samenspel/server/store/open.ts';
import {openShelf} from '@samenspel/server/store/shelf.ts';
import type {DocumentId, Seq} from '@samenspel/shared';
import {seeded as randomFrom} from '../support/random.ts';
import type {LongLives} from './long-lives.ts';
import type {Owners} from './pages.ts';
import {type Row, row} from './rig/bench.ts';
import {type Spread, spreadOf} from './rig/percentiles.ts';

/** Two moments are far apart when half of the document's life lies between them. */
const far = 0.5;
const near = 50;

export async function differenceRows(
  {folder, pages, owners}: LongLives,
  full: boolean,
): Promise<readonly Row[]> {
  const {documentId, edits} = pages;
  const store = await openStore(folder, Date.now);
  const alone = await compareAlone(store, documentId, owners, edits, full ? 100 : 10);
  await store.close();

  const differences = openDifferences(folder);
  const random = randomFrom(7);
  const ask = async (apart: number): Promise<number> => {
    const later = Math.ceil(apart + random.next() * (edits - apart)) as Seq;
    const started = performance.now();
    const found = await differences.between(documentId, (later - apart) as Seq, later);
    if (!found) throw new Error('No such moments');
    return performance.now() - started;
  };
  const times = full ? 200 : 25;
  const apart = Math.floor(edits * far);
  // Code that never ran is slow; a server has run it.
  for (let count = 0; count < 8; count++) await ask(apart);
  const delay = monitorEventLoopDelay({resolution: 1});
  delay.enable();
  const wide: number[] = [];
  while (wide.length < times) wide.push(await ask(apart));
  delay.disable();
  const close: number[] = [];
  while (close.length < times) close.push(await ask(near));
  await differences.close();
  const [farApart, nearby] = [spreadOf(wide), spreadOf(close)];
  const what = 'difference of two far-apart moments of 100 pages';
  return [
    row(`${what}, p50`, farApart.p50, 'ms', {
      bound: {what: 'ms comparing alone', value: alone.p50},
    }),
    row(`${what}, p95`, farApart.p95, 'ms', {target: {atMost: 150}}),
    row('the same, comparing alone, p95', alone.p95, 'ms'),
    row('longest wait of the event loop meanwhile', delay.max / 1e6, 'ms'),
    row('difference of two near moments of 100 pages, p50', nearby.p50, 'ms'),
    row('the same, p95', nearby.p95, 'ms'),
  ];
}

/** Without reading anything: the two documents are there already. */
async function compareAlone(
  store: Store,
  documentId: DocumentId,
  owners: Owners,
  count: number,
  times: number,
): Promise<Spread> {
  const shelf = openShelf(store.sqlite);
  const moment = (wanted: number) => {
    const replay = replayTo(shelf, documentId, wanted as Seq);
    if (!replay) throw new Error('No such moment');
    return {seq: replay.seq, at: replay.at, doc: documentOf(replay.state, replay.updates)};
  };
  const [earlier, later] = [moment(Math.floor(count * far)), moment(count)];
  const sealed = shelf.segments(documentId, earlier.seq, later.seq);
  const traces = [
    ...sealed.flatMap((segment) => readSegment(segment).traces),
    ...shelf.rows(documentId, earlier.seq, later.seq).map(({bytes, ...mark}) => ({
      ...{mark, wrote: rangesOf(bytes), removed: deletesOf(bytes)},
    })),
  ].filter(({mark}) => mark.seq > earlier.seq);
  const attributions = await openJournal(store).provenance.until(documentId);
  const entries = () => entriesOf(shelf, documentId, earlier.seq, later.seq);
  const took: number[] = [];
  const input = {earlier, later, owners, attributions, acts: actsOf(traces), entries};
  for (let turn = -6; turn < times; turn++) {
    const started = performance.now();
    differenceBetween(input);
    if (turn >= 0) took.push(performance.now() - started);
  }
  return spreadOf(took);
}
