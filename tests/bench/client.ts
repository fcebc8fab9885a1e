/** How soon a letter stands on the screen, in a hundred pages, alone and while twenty others type. */

import {join} from 'node:path';
import * as Y from 'yjs';
import {seeded as randomFrom} from '../support/random.ts';
import {hundredPages} from './hundred-pages.ts';
import {type Bench, type Row, row} from './rig/bench.ts';
import {buildClient} from './rig/build-client.ts';
import {seed, startServer} from './rig/child.ts';
import {openDesk, type Typed} from './rig/desk.ts';
import {bringOthers} from './rig/others.ts';
import {watchSaturation} from './rig/saturation.ts';
import {writeJournal} from './rig/write-journal.ts';

const others = 20;
/** A fast typist, in characters per second. */
const keysPerSecond = 6.6;
/** What nobody notices. */
const target = {atMost: 100};

export const client: Bench = {
  about:
    '100 pages in a real browser: from a key until the frame with its letter, with 0 and 20 others',
  async run({folder, full}) {
    await buildClient();
    const data = join(folder, 'data');
    const seeded = await seed(data, {people: others + 1, documents: 1, words: 0});
    const update = hundredPages(randomFrom(1));
    const clientId = Y.decodeUpdate(update).structs[0]?.id.client ?? 0;
    const documentId = await writeJournal(data, seeded, [update], {clientId, count: 1, days: 1});
    const server = await startServer(data);
    const random = randomFrom(2);
    const keys = full ? 400 : 60;
    const desk = await openDesk({
      // As the server calls itself: a session belongs to one name.
      url: server.url.replace('ws://127.0.0.1', 'http://localhost'),
      cookie: seeded.people[0]?.cookie ?? '',
      ...{documentId, random},
    });
    try {
      const rows: Row[] = [];
      const measure = async (name: string) => {
        const saturation = watchSaturation();
        rows.push(...rowsOf(name, await desk.type(keys)));
        const {machineCores} = saturation.read();
        // Of which browser, server and the others here are the most, on a machine of our own.
        rows.push(row(`${name}: machine's CPU, in all`, machineCores, 'cores'));
      };
      const show = (panel: string) => desk.page.getByRole('tab', {name: panel}).click();
      await show('Inhoud');
      await measure('alone');
      await show('Overzicht');
      await measure('alone, overview open');
      const crowd = await bringOthers(server, {seeded, update, random, count: others});
      const stop = crowd.type(keysPerSecond);
      await measure(`${others} others, overview open`);
      await show('Inhoud');
      await measure(`${others} others`);
      stop();
      await crowd.close();
      return rows;
    } finally {
      await desk.close();
      await server.stop();
    }
  },
};

function rowsOf(name: string, {paint, cores}: Typed): readonly Row[] {
  return [
    row(`${name}: key to paint, p50`, paint.p50, 'ms'),
    row(`${name}: key to paint, p95`, paint.p95, 'ms', {target}),
    row(`${name}: longest`, paint.most, 'ms'),
    row(`${name}: page's CPU`, cores, 'cores'),
  ];
}
