/** A real server in this process whose clock a test can move, with a seeded lab. */

import {join} from 'node:path';
import {type Clock, systemClock} from '@samenspel/server/clock.ts';
import {readConfig} from '@samenspel/server/config.ts';
import type {Logger} from '@samenspel/server/logger.ts';
import {readSeedOptions, seed} from '@samenspel/server/seed/seed.ts';
import {startServer} from '@samenspel/server/server.ts';
import Database from 'better-sqlite3';
import {onTestFinished} from 'vitest';
import type {Ask, Seeded} from './started-server.ts';
import {temporaryFolder} from './store.ts';

export interface MovedServer {
  readonly url: string;
  readonly folder: string;
  readonly greeting: string;
  readonly seeded: Seeded;
  readonly logged: readonly {readonly message: string; readonly facts: object}[];
  /** From now on it is so much later; timers that fall due meanwhile go off. */
  later(ms: number): void;
  ask(path: string, asked?: Ask): Promise<Response>;
  database(): Database.Database;
  close(): Promise<void>;
}

export async function movedServer(
  arrange: {
    people?: number;
    folder?: string;
    /** Nothing is seeded. */
    empty?: boolean;
    environment?: Record<string, string>;
  } = {},
): Promise<MovedServer> {
  const {people = 2, empty = false, environment = {}} = arrange;
  const folder = arrange.folder ?? (await temporaryFolder());
  const argv = ['--people', String(people), '--data', folder, '--json'];
  const seeded = (
    empty ? {people: [], documents: []} : JSON.parse(await seed(readSeedOptions(argv, {})))
  ) as Seeded;
  const clock = movableClock();
  const logged: {message: string; facts: object}[] = [];
  const log: Logger['info'] = (facts, message) => void logged.push({message, facts});
  const server = await startServer(
    readConfig(['--port', '0', '--data', folder, '--no-example'], environment),
    {info: log, warn: log, error: log},
    clock,
  );
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= server.close());
  onTestFinished(close);
  let opened: Database.Database | null = null;
  const greeting = server.greeting.join('\n');
  const url = /http:\/\/\S+/.exec(greeting)?.[0] ?? '';
  return {
    ...{url, folder, greeting, seeded, logged, later: clock.later, close},
    ask: (path, {method, cookie, body, headers} = {}) =>
      fetch(url + path, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          ...(cookie === undefined ? {} : {cookie}),
          ...(body === undefined ? {} : {'content-type': 'application/json'}),
          ...headers,
        },
        ...(body === undefined ? {} : {body: JSON.stringify(body)}),
      }),
    database: () => (opened ??= openDatabase(folder)),
  };
}

/** The cookies of an answer, as a browser would send them back. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function openDatabase(folder: string): Database.Database {
  const database = new Database(join(folder, 'samenspel.db'), {timeout: 5_000});
  onTestFinished(() => void database.close());
  return database;
}

/** Real time, with a leap in it; what waits for a time that is leapt over happens at once. */
function movableClock(): Clock & {later(ms: number): void} {
  let leapt = 0;
  let waiting: {at: number; go: () => void}[] = [];
  const now = () => Date.now() + leapt;
  return {
    now,
    elapsed: systemClock.elapsed,
    after(ms, callback) {
      const timer = {at: now() + ms, go};
      const stop = systemClock.after(ms, go);
      waiting.push(timer);
      function forget() {
        stop();
        waiting = waiting.filter((other) => other !== timer);
      }
      function go() {
        forget();
        callback();
      }
      return forget;
    },
    later(ms) {
      leapt += ms;
      for (const {go} of waiting.filter(({at}) => at <= now())) go();
    },
  };
}
