/** The same work, once on the bare relay and once on the server, in the same run. */

import {join} from 'node:path';
import {type Measured, seed, type Seeded, startRelay, startServer} from './child.ts';
import {type Crowd, gather} from './crowd.ts';

export interface Sizes {
  readonly people: number;
  readonly documents: number;
  readonly words: number;
  /** Connections to each document. */
  readonly perDocument: number;
}

export interface Compared<T> {
  readonly relay: T;
  readonly ours: T;
}

type Environment = Readonly<Record<string, string>>;

export async function compare<T>(
  folder: string,
  sizes: Sizes,
  work: (crowd: Crowd, server: Measured) => Promise<T>,
  environment: Environment = {},
): Promise<Compared<T>> {
  const data = join(folder, 'data');
  const seeded = await seed(data, sizes);
  const relay = await within(await startRelay(), seeded, sizes, false, work);
  const ours = await within(await startServer(data, {environment}), seeded, sizes, true, work);
  return {relay, ours};
}

/**
 * Both in turns, a few seconds each, so that what else the machine does hits both alike; one result per
 * round.
 */
export async function compareInTurns<T>(
  folder: string,
  sizes: Sizes,
  rounds: number,
  work: (crowd: Crowd) => Promise<T>,
): Promise<Compared<readonly T[]>> {
  const {perDocument} = sizes;
  const data = join(folder, 'data');
  const seeded = await seed(data, sizes);
  const servers = [await startRelay(), await startServer(data)] as const;
  try {
    const bare = await gather(servers[0], {seeded, perDocument, speaks: false});
    const full = await gather(servers[1], {seeded, perDocument, speaks: true});
    const results: {relay: T[]; ours: T[]} = {relay: [], ours: []};
    for (let round = 0; round < rounds; round++) {
      results.relay.push(await work(bare));
      results.ours.push(await work(full));
    }
    await Promise.all([bare.close(), full.close()]);
    return results;
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** Without the relay, where a relay can't. */
export async function onServer<T>(
  folder: string,
  sizes: Sizes,
  work: (crowd: Crowd, server: Measured) => Promise<T>,
): Promise<T> {
  const data = join(folder, 'data');
  const seeded = await seed(data, sizes);
  return within(await startServer(data), seeded, sizes, true, work);
}

async function within<T>(
  server: Measured,
  seeded: Seeded,
  {perDocument}: Sizes,
  speaks: boolean,
  work: (crowd: Crowd, server: Measured) => Promise<T>,
): Promise<T> {
  try {
    const crowd = await gather(server, {seeded, perDocument, speaks});
    const result = await work(crowd, server);
    await crowd.close();
    return result;
  } finally {
    await server.stop();
  }
}
