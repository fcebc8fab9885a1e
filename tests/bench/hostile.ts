/** Somebody with every right sends what no browser sends; what do those in another document notice? */

import {join} from 'node:path';
import {type ClientId, encodeFrame} from '@samenspel/shared';
import * as Y from 'yjs';
import {openAttacker} from '../fuzz/hostile-frames.ts';
import {seeded as randomFrom} from '../support/random.ts';
import {type Bench, row} from './rig/bench.ts';
import {type Measured, seed, type Seeded, startServer} from './rig/child.ts';
import {type Client, openClient} from './rig/client.ts';
import {type Spread, spreadOf} from './rig/percentiles.ts';

const attackerId = 66 as ClientId;
const writerId = 7;
/** Each writes a letter so often. */
const everyMs = 15;
/** Frames between two looks at the line. */
const volley = 20;
const giantText = 'x'.repeat(1_900_000);

export const hostile: Bench = {
  about: 'one attacker in one document, and what two honest people in another notice of it',
  async run({folder, full}) {
    const forMs = full ? 60_000 : 8_000;
    const data = join(folder, 'data');
    const seeded = await seed(data, {people: 3, documents: 2, words: 500});
    const server = await startServer(data);
    const honest = await openPair(server, seeded);
    const calm = await honest.watch(2_000);
    const before = await server.settledCost();
    const attack = attackFor(server, seeded, forMs);
    const during = await honest.watch(forMs);
    const sent = await attack;
    const after = await server.settledCost();
    const alive = await honest.watch(1_000);
    await honest.close();
    await server.stop();
    return [
      row('hostile frames sent', sent.frames, 'frames'),
      row('times sent away', sent.refused, 'times'),
      row('deaths of the server', alive.count > 0 ? 0 : 1, 'deaths', {target: {atMost: 0}}),
      row('memory held afterwards', (after.heapBytes - before.heapBytes) / 1e6, 'MB', {
        target: {atMost: 64},
      }),
      row('longest wait in another document', during.most, 'ms', {
        bound: {what: 'before', value: calm.most},
        target: {atMost: 100},
      }),
      row('p99 in another document', during.p99, 'ms', {
        bound: {what: 'before', value: calm.p99},
      }),
    ];
  },
};

/** One writes, one reads, in the second document. */
async function openPair(server: Measured, {people, documents}: Seeded) {
  const url = `${server.url}/sync/${documents[1]?.id}`;
  const sentAt: number[] = [];
  let arrivals: number[] = [];
  let seen = 0;
  const reader = openClient({
    ...{url: `${url}?client=8`, cookie: people[1]?.cookie ?? '', speaks: true},
    onContent(_update, kind) {
      if (kind !== 'update') return;
      // One letter an update, in order; several may come in one frame when the server was held up.
      const now = performance.now();
      for (; seen < sentAt.length; seen++) arrivals.push(now - (sentAt[seen] ?? now));
    },
  });
  const writer = openClient({
    ...{url: `${url}?client=${writerId}`, cookie: people[0]?.cookie ?? '', speaks: true},
  });
  await Promise.all([reader.ready, writer.ready]);
  const doc = new Y.Doc();
  doc.clientID = writerId;
  const text = new Y.XmlText();
  doc.on('update', (update: Uint8Array) => {
    sentAt.push(performance.now());
    writer.write(encodeFrame({type: 'update', update}));
  });
  doc.getXmlFragment('default').push([text]);

  return {
    async watch(ms: number): Promise<Spread> {
      arrivals = [];
      seen = sentAt.length;
      const end = performance.now() + ms;
      while (performance.now() < end) {
        text.insert(text.length, 'a');
        await pause(everyMs);
      }
      await pause(200);
      return spreadOf(arrivals);
    },
    close: () => Promise.all([reader.close(), writer.close()]),
  };
}

/** Comes back whenever it is sent away. */
async function attackFor(server: Measured, {people, documents}: Seeded, ms: number) {
  const known = new Y.Doc();
  const random = randomFrom(1);
  const attacker = openAttacker(random, known, attackerId);
  const end = performance.now() + ms;
  let frames = 0;
  let refused = 0;
  let made = 0;
  while (performance.now() < end) {
    const client = openClient({
      url: `${server.url}/sync/${documents[0]?.id}?client=${attackerId}`,
      ...{cookie: people[2]?.cookie ?? '', speaks: true},
      onContent: (update) => Y.applyUpdate(known, update),
    });
    const isIn = await client.ready.then(
      () => true,
      () => false,
    );
    if (isIn) frames += await fire(client, end, nextFrame);
    refused++;
    await client.close();
  }
  return {frames, refused};

  function nextFrame(): Uint8Array | string {
    return ++made % 400 === 0 ? giant(known) : attacker.next();
  }
}

/** Until it is sent away or the time is over; how many went out. */
async function fire(client: Client, end: number, next: () => Uint8Array | string): Promise<number> {
  let count = 0;
  while (client.socket.readyState === client.socket.OPEN && performance.now() < end) {
    for (let shot = 0; shot < volley; shot++, count++) client.socket.send(next());
    await pause(1);
  }
  return count;
}

/** One insert as large as a frame may be. */
function giant(known: Y.Doc): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(known));
  doc.clientID = attackerId;
  const before = Y.encodeStateVector(doc);
  doc.getXmlFragment('default').push([new Y.XmlText(giantText)]);
  return encodeFrame({type: 'update', update: Y.encodeStateAsUpdate(doc, before)});
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
