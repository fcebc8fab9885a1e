/** How long it takes to compare two moments of a hundred pages, in a thread, from the database. */

import {monitorEventLoopDelay} from 'node:perf_hooks';
import {differenceBetween} from '@samenspel/server/history/difference/difference.ts';
import {openDifferences} from '@samenspel/server/history/difference/differences.ts';
import {entriesOf, readSegment, replayTo} from '@samenspel/server/journal/past.ts';
import {deletesOf, rangesOf} from '@samenspel/server/journal/segment.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import {openClaims, openJournal} from '@samenspel/server/store/journal.ts';
import {openStore, type Store} from '@samenspel/server/store/open.ts';
import {openSeals} from '@samenspel/server/store/seals.ts';
import {openShelf} from '@samenspel/server/store/shelf.ts';
import {type DocumentId, parseDocumentId, type PersonId, type Seq} from '@samenspel/shared';
import {sealAll} from '../support/past.ts';
import {seeded as randomFrom} from '../support/random.ts';
import {type Owners, ownersOf, type PageRow, pages} from './pages.ts';
import {type Context, type Row, row} from './rig/bench.ts';
import {seed} from './rig/child.ts';
import {type Spread, spreadOf} from './rig/percentiles.ts';

const people = 5;
const days = 90;
/** As the server has it. */
const sealRows = 2_000;
const batchSize = 500;
/** Two moments are far apart when half of the document's life lies between them. */
const far = 0.5;
const near = 50;

export async function differenceRows({folder, full}: Context): Promise<readonly Row[]> {
  const seeded = await seed(folder, {people, documents: 1, words: 0});
  const documentId = parseDocumentId(seeded.documents[0]?.id ?? '');
  if (!documentId) throw new Error('The seed made no document');
  const owners = ownersOf(seeded.people.map(({id}) => id as PersonId));
  const rows = [...pages(randomFrom(3), owners)];
  const store = await openStore(folder, Date.now);
  await write(store, documentId, rows, owners);
  const alone = await compareAlone(store, documentId, owners, rows.length, full ? 100 : 10);
  await store.close();

  const differences = openDifferences(folder);
  const random = randomFrom(7);
  const ask = async (apart: number): Promise<number> => {
    const later = Math.ceil(apart + random.next() * (rows.length - apart)) as Seq;
    const started = performance.now();
    const found = await differences.between(documentId, (later - apart) as Seq, later);
    if (!found) throw new Error('No such moments');
    return performance.now() - started;
  };
  const times = full ? 200 : 25;
  const apart = Math.floor(rows.length * far);
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

/** Straight through the store, evenly over the days, and sealed. */
async function write(
  store: Store,
  documentId: DocumentId,
  rows: readonly PageRow[],
  owners: Owners,
): Promise<void> {
  // Made long ago: a journal lets nothing happen before its document was made.
  await store.db.updateTable('document').set({changed_at: 0}).execute();
  const claims = openClaims(store);
  for (const [clientId, person] of owners) await claims.claim(documentId, [clientId], person);
  const journal = openJournal(store);
  const start = Date.now() - days * 24 * 60 * 60 * 1_000;
  const apartMs = (Date.now() - start) / rows.length;
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = rows.slice(from, from + batchSize);
    await journal.append(
      batch.map((one, index) => ({
        ...{...one, documentId, kind: 'edit' as const},
        at: Math.floor(start + (from + index) * apartMs),
      })),
    );
  }
  await sealAll(openSeals(store, Date.now), documentId, sealRows);
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
  const input = {earlier, later, owners, attributions, traces, entries};
  for (let turn = -6; turn < times; turn++) {
    const started = performance.now();
    differenceBetween(input);
    if (turn >= 0) took.push(performance.now() - started);
  }
  return spreadOf(took);
}
