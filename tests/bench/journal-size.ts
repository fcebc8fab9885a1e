/** What a long past takes on disk once it is sealed, and what sealing it costs whoever types meanwhile. */

import {monitorEventLoopDelay} from 'node:perf_hooks';
import {openStore} from '@samenspel/server/store/open.ts';
import {seeded as randomFrom} from '../support/random.ts';
import {type Bench, row} from './rig/bench.ts';
import {seed} from './rig/child.ts';
import {writeJournal} from './rig/write-journal.ts';
import {deletions, insertions, trace, traceDays, updatesOf} from './trace.ts';

const clientId = 4_711;
const count = insertions + deletions;

export const journalSize: Bench = {
  about: `the journal of a document with ${count.toLocaleString('en-GB')} edits, sealed while it is written`,
  async run({folder}) {
    const seeded = await seed(folder, {people: 1, documents: 1, words: 0});
    const updates = [...updatesOf(trace(randomFrom(1)), clientId)];
    const delay = monitorEventLoopDelay({resolution: 1});
    delay.enable();
    const started = performance.now();
    await writeJournal(folder, seeded, updates, {clientId, count, days: traceDays});
    const seconds = (performance.now() - started) / 1_000;
    delay.disable();
    const store = await openStore(folder, Date.now);
    const sizeOf = (table: string, column: string) =>
      store.sqlite
        .prepare<[], {count: number; bytes: number}>(
          `select count(*) as count, coalesce(sum(length(${column})), 0) as bytes from ${table}`,
        )
        .get() ?? {count: 0, bytes: 0};
    const segments = sizeOf('segment', 'body');
    const checkpoints = sizeOf('checkpoint', 'state');
    const rows = sizeOf('journal', 'bytes');
    await store.close();
    const raw = updates.reduce((sum, {length}) => sum + length, 0);
    const mega = (bytes: number) => bytes / 1e6;
    return [
      row(`${segments.count} segments`, mega(segments.bytes), 'MB', {
        bound: {what: 'MB of updates as they came', value: mega(raw)},
        target: {atMost: 1},
      }),
      row(`${checkpoints.count} checkpoints`, mega(checkpoints.bytes), 'MB', {
        target: {atMost: 4},
      }),
      row('entries not sealed yet', rows.count, ''),
      row('written and sealed', count / seconds, 'edits/s'),
      row('longest wait of the event loop', delay.max / 1e6, 'ms'),
      row('99.9 % of its waits', delay.percentile(99.9) / 1e6, 'ms'),
    ];
  },
};
