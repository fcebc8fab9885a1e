/** Everybody's line breaks at once, and everybody comes back with the text they already have. */

import {join} from 'node:path';
import * as Y from 'yjs';
import {type Bench, row} from './rig/bench.ts';
import {type Measured, seed, type Seeded, startRelay, startServer} from './rig/child.ts';
import {type Client, openClient} from './rig/client.ts';

interface Return {
  readonly seconds: number;
  readonly bytes: number;
  readonly cpuSeconds: number;
}

const people = 500;
const words = 20_000;

export const reconnect: Bench = {
  about:
    '500 clients that have a text of 20,000 words reconnect at once, each claiming its id again',
  async run({folder}) {
    const data = join(folder, 'data');
    const seeded = await seed(data, {people, documents: 1, words});
    const relay = await everybodyReturns(await startRelay(), seeded, null);
    const first = await startServer(data);
    const stateVector = await stateOf(first, seeded);
    const ours = await everybodyReturns(first, seeded, stateVector);
    // And after a restart, when the document has to be opened as well.
    const again = await returnTo(await startServer(data), seeded, stateVector);
    return [
      row('all back', ours.seconds, 's', {
        bound: {what: 'relay', value: relay.seconds},
        target: {atMost: 0.7},
      }),
      row('all back after a restart', again.seconds, 's', {
        bound: {what: 'relay', value: relay.seconds},
        target: {atMost: 0.7},
      }),
      row('bytes on the line, HTTP included', ours.bytes / 1e6, 'MB', {
        bound: {what: 'relay', value: relay.bytes / 1e6},
        target: {atMost: 1},
      }),
      row('CPU of the server', ours.cpuSeconds, 's', {
        bound: {what: 'relay', value: relay.cpuSeconds},
      }),
    ];
  },
};

async function everybodyReturns(
  server: Measured,
  seeded: Seeded,
  stateVector: Uint8Array | null,
): Promise<Return> {
  const before = arrive(server, seeded, stateVector);
  await Promise.all(before.map(({ready}) => ready));
  await Promise.all(before.map((client) => client.close()));
  return returnTo(server, seeded, stateVector);
}

async function returnTo(
  server: Measured,
  seeded: Seeded,
  stateVector: Uint8Array | null,
): Promise<Return> {
  const before = await server.cost();
  const started = performance.now();
  const clients = arrive(server, seeded, stateVector);
  await Promise.all(clients.map(({ready}) => ready));
  const seconds = (performance.now() - started) / 1_000;
  const after = await server.cost();
  const bytes = clients.reduce((sum, client) => sum + client.lineBytes(), 0);
  await Promise.all(clients.map((client) => client.close()));
  await server.stop();
  return {seconds, bytes, cpuSeconds: after.cpuSeconds - before.cpuSeconds};
}

/** @param stateVector what everybody has; null for a relay, which doesn't ask */
function arrive(
  server: Measured,
  {people: everybody, documents}: Seeded,
  stateVector: Uint8Array | null,
): readonly Client[] {
  return everybody.map(({cookie}, index) =>
    openClient({
      ...{url: `${server.url}/sync/${documents[0]?.id}?client=${index + 1}`, cookie},
      ...(stateVector ? {speaks: true, stateVector} : {speaks: false}),
    }),
  );
}

async function stateOf(server: Measured, seeded: Seeded): Promise<Uint8Array> {
  const doc = new Y.Doc();
  const client = openClient({
    url: `${server.url}/sync/${seeded.documents[0]?.id}`,
    cookie: seeded.people[0]?.cookie ?? '',
    speaks: true,
    onContent: (update) => Y.applyUpdate(doc, update),
  });
  await client.ready;
  await client.close();
  return Y.encodeStateVector(doc);
}
