/** The server is killed while people type, again and again: is what it acknowledged still there? */

import {join} from 'node:path';
import {seeded as randomFrom} from '../support/random.ts';
import * as Y from 'yjs';
import {type Bench, row} from './rig/bench.ts';
import {type Measured, seed, type Seeded, startServer} from './rig/child.ts';
import {type Client, openClient} from './rig/client.ts';
import {framesWithin, openTypist} from './rig/typing.ts';

interface Writer {
  readonly document: number;
  readonly clientId: number;
  readonly client: Client;
  /** The content messages that went before what it types. */
  readonly greeted: () => number;
  readonly acknowledged: () => number;
}

const documents = 5;
const people = 50;
const keysPerSecond = 20;
const longestMs = 1_000;
const shortestMs = 200;

export const loss: Bench = {
  about: '50 people type 20 keys/s in 5 documents while the server is killed with -9',
  async run({folder, full}) {
    const data = join(folder, 'data');
    const seeded = await seed(data, {people, documents, words: 100});
    const random = randomFrom(Date.now());
    const kills = full ? 50 : 6;
    const promised = new Map<string, number>();
    let typed = 0;
    for (let kill = 0; kill < kills; kill++) {
      const server = await startServer(data);
      const writers = Array.from({length: people}, (_, index) =>
        arrive(server, seeded, index, kill),
      );
      await Promise.all(writers.map(({client}) => client.ready));
      typed += await typeFor(writers, shortestMs + random.below(longestMs - shortestMs), server);
      for (const writer of writers) {
        promised.set(`${writer.document}/${writer.clientId}`, writer.acknowledged());
      }
      await Promise.all(writers.map(({client}) => client.close()));
    }
    const kept = await read(await startServer(data), seeded);
    let lost = 0;
    let acknowledged = 0;
    for (const [writer, count] of promised) {
      acknowledged += count;
      lost += Math.max(0, count - (kept.get(writer) ?? 0));
    }
    if (lost > 0) throw new Error(`${lost} of ${acknowledged} acknowledged characters were lost`);
    return [
      row('acknowledged characters lost', lost, '', {target: {atMost: 0}}),
      row('kills', kills, ''),
      row('characters typed', typed, ''),
      row('of these acknowledged', acknowledged, ''),
    ];
  },
};

function arrive(server: Measured, seeded: Seeded, index: number, kill: number): Writer {
  const document = index % documents;
  const clientId = 1 + kill * people + index;
  let saved = 0;
  let greeted = 0;
  const client = openClient({
    url: `${server.url}/sync/${seeded.documents[document]?.id}?client=${clientId}`,
    cookie: seeded.people[index]?.cookie ?? '',
    speaks: true,
    onSaved: (count) => (saved = count),
  });
  void client.ready.then(() => (greeted = client.contentSent()));
  return {
    ...{document, clientId, client, greeted: () => greeted},
    acknowledged: () => Math.max(0, saved - greeted),
  };
}

/** Types until the server is killed; returns how many characters were sent. */
async function typeFor(writers: readonly Writer[], ms: number, server: Measured): Promise<number> {
  const most = Math.ceil((longestMs / 1_000) * keysPerSecond) + 1;
  const frames = writers.map(({clientId}) => {
    const typist = openTypist(clientId);
    typist.prepare(most);
    return typist.frames;
  });
  const started = performance.now();
  let sent = 0;
  const typing = setInterval(() => {
    const due = ((performance.now() - started) / 1_000) * keysPerSecond * writers.length;
    for (; sent < due; sent++) {
      const frame = frames[sent % writers.length]?.[Math.floor(sent / writers.length)];
      const client = writers[sent % writers.length]?.client;
      if (frame && client?.socket.readyState === client?.socket.OPEN) client?.write(frame);
    }
  }, 1);
  await new Promise((resolve) => setTimeout(resolve, ms));
  await server.kill();
  clearInterval(typing);
  return sent;
}

/** How many characters of each writer are in the documents now. */
async function read(server: Measured, seeded: Seeded): Promise<ReadonlyMap<string, number>> {
  const kept = new Map<string, number>();
  for (const [document, {id}] of seeded.documents.entries()) {
    const doc = new Y.Doc();
    const client = openClient({
      url: `${server.url}/sync/${id}`,
      cookie: seeded.people[0]?.cookie ?? '',
      speaks: true,
      onContent: (update) => Y.applyUpdate(doc, update),
    });
    await client.ready;
    for (const [clientId] of doc.store.clients) {
      const clocks = Y.getState(doc.store, clientId);
      kept.set(`${document}/${clientId}`, framesWithin(clocks));
    }
    await client.close();
  }
  await server.stop();
  return kept;
}
