/** What it takes to be there and do nothing: a connection, an open document, and what is left after. */

import {join} from 'node:path';
import {seeded as randomFrom} from '../support/random.ts';
import * as Y from 'yjs';
import {type Bench, row} from './rig/bench.ts';
import {type Measured, seed, type Seeded, startRelay, startServer} from './rig/child.ts';
import {type Client, openClient} from './rig/client.ts';
import type {Cost} from './rig/probe.ts';
import {writeJournal} from './rig/write-journal.ts';

const documents = 10;
const pieceText = 'samen';
const pieces = 100_000;
const clientId = 4_711;
const roomIdleMs = 500;
const roomRestMs = 1_000;
/** How long the server gets to free or rest what nobody uses. */
const graceMs = 2_000;
const environment = {ROOM_IDLE_MS: String(roomIdleMs), ROOM_REST_MS: String(roomRestMs)};

export const memory: Bench = {
  about:
    'after a garbage collection: idle connections, what is left when all have gone, 500 KB open',
  async run({folder, full}) {
    const connections = full ? 2_000 : 1_000;
    const data = join(folder, 'many');
    const seeded = await seed(data, {people: 200, documents, words: 500});
    const relay = await idle(await startRelay(), seeded, connections, false);
    const ours = await idle(await startServer(data, {environment}), seeded, connections, true);
    const large = await openLarge(join(folder, 'large'));
    const each = ({before, during}: Idle, read: (cost: Cost) => number) =>
      (read(during) - read(before)) / connections / 1_000;
    const heap = ({heapBytes}: Cost) => heapBytes;
    const rss = ({rssBytes}: Cost) => rssBytes;
    return [
      row('heap per idle connection', each(ours, heap), 'KB', {
        bound: {what: 'relay', value: each(relay, heap)},
        target: {atMost: 10},
      }),
      row('resident memory per idle connection', each(ours, rss), 'KB', {
        bound: {what: 'relay', value: each(relay, rss)},
      }),
      row('heap left after the last one went', (heap(ours.after) - heap(ours.before)) / 1e6, 'MB', {
        bound: {what: 'relay', value: (heap(relay.after) - heap(relay.before)) / 1e6},
      }),
      row('heap of a server doing nothing', heap(ours.before) / 1e6, 'MB'),
      row('resident memory of a server doing nothing', rss(ours.before) / 1e6, 'MB'),
      row('500 KB in pieces of 5, just opened', large.opened / 1e6, 'MB'),
      row('the same, unedited for a while', large.rested / 1e6, 'MB', {target: {atMost: 4}}),
      row('the same, after its reader left', large.left / 1e6, 'MB'),
    ];
  },
};

interface Idle {
  readonly before: Cost;
  readonly during: Cost;
  readonly after: Cost;
}

async function idle(
  server: Measured,
  seeded: Seeded,
  connections: number,
  speaks: boolean,
): Promise<Idle> {
  // Code that was never run takes memory too: not what is asked here.
  await leave(await come(server, seeded, 50, speaks));
  await pause(graceMs);
  const before = await server.settledCost();
  const clients = await come(server, seeded, connections, speaks);
  await pause(graceMs);
  const during = await server.settledCost();
  await leave(clients);
  await pause(graceMs);
  const after = await server.settledCost();
  await server.stop();
  return {before, during, after};
}

async function come(
  server: Measured,
  {people, documents: open}: Seeded,
  connections: number,
  speaks: boolean,
): Promise<readonly Client[]> {
  const clients: Client[] = [];
  while (clients.length < connections) {
    const next = Array.from({length: Math.min(50, connections - clients.length)}, (_, offset) => {
      const number = clients.length + offset;
      const id = open[number % open.length]?.id;
      const cookie = people[number % people.length]?.cookie ?? '';
      return openClient({url: `${server.url}/sync/${id}?client=${number + 1}`, cookie, speaks});
    });
    await Promise.all(next.map(({ready}) => ready));
    clients.push(...next);
  }
  return clients;
}

async function leave(clients: readonly Client[]): Promise<void> {
  await Promise.all(clients.map((client) => client.close()));
}

/** Bytes of heap more than without it. */
async function openLarge(folder: string) {
  const seeded = await seed(folder, {people: 1, documents: 2, words: 0});
  const [large, small] = seeded.documents;
  if (!large || !small) throw new Error('The seed made too few documents');
  await writeJournal(folder, seeded, smallPieces(), {clientId, count: pieces, days: 30});
  const server = await startServer(folder, {environment});
  const reader = async (id: string) => {
    const cookie = seeded.people[0]?.cookie ?? '';
    const client = openClient({url: `${server.url}/sync/${id}?client=1`, cookie, speaks: true});
    await client.ready;
    return client;
  };
  await (await reader(small.id)).close();
  await pause(graceMs);
  const before = (await server.settledCost()).heapBytes;
  const client = await reader(large.id);
  const opened = (await server.settledCost()).heapBytes - before;
  await pause(roomRestMs + graceMs);
  const rested = (await server.settledCost()).heapBytes - before;
  await client.close();
  await pause(graceMs);
  const left = (await server.settledCost()).heapBytes - before;
  await server.stop();
  return {opened, rested, left};
}

/** Each put between two others somewhere in its paragraph, where it can't be joined with them. */
function* smallPieces(): Generator<Uint8Array> {
  const random = randomFrom(2);
  const doc = new Y.Doc();
  doc.clientID = clientId;
  let latest: Uint8Array = new Uint8Array();
  doc.on('update', (update) => (latest = update));
  const texts: Y.XmlText[] = [];
  const piecesInParagraph = 100;
  for (let piece = 0; piece < pieces; piece++) {
    doc.transact(() => {
      if (piece % piecesInParagraph === 0) {
        const paragraph = new Y.XmlElement('paragraph');
        doc.getXmlFragment('default').push([paragraph]);
        const text = new Y.XmlText();
        paragraph.insert(0, [text]);
        texts.push(text);
      }
      const text = texts.at(-1);
      text?.insert(random.below(text.length / pieceText.length + 1) * pieceText.length, pieceText);
    });
    yield latest;
  }
  doc.destroy();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
