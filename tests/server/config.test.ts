/** How a server starts and stops, and that it says in one line why it can't. */

import {once} from 'node:events';
import {chmod, mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {readConfig} from '@samenspel/server/config.ts';
import {StartError} from '@samenspel/server/start-error.ts';
import {closeCodes} from '@samenspel/shared';
import Database from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {WebSocket} from 'ws';
import {runServer, seed, startServer, temporaryFolder} from '../support/started-server.ts';
import {openTestStore} from '../support/store.ts';

test('without options it listens on this machine only, with every limit on', () => {
  const {limits, dataFolder, backup, ...rest} = readConfig([], {});
  expect(rest).toEqual({
    ...{port: 8080, host: '127.0.0.1', publicUrl: null, noExample: false, trustProxy: []},
    ...{mail: null, securityContact: null, pagesFolder: null},
  });
  expect(backup).toEqual({folder: join(dataFolder, 'backups'), everyHours: 24, keep: 7});
  expect(dataFolder).toBe(join(process.cwd(), 'data'));
  expect(limits).toEqual({
    roomIdleMs: 30_000,
    roomRestMs: 120_000,
    maxFrameBytes: 2 * 1024 * 1024,
    maxDocumentBytes: 8 * 1024 * 1024,
    maxDocumentStructs: 250_000,
    maxAwarenessBytes: 16 * 1024,
    maxConnectionsPerPerson: 20,
    maxMessagesPerSecond: 300,
    maxMessageBurst: 1_000,
    maxQueueBytes: 4 * 1024 * 1024,
    sealRows: 2_000,
  });
});

test('an option goes before the environment, which goes before the default', () => {
  const environment = {PORT: '1', HOST: '0.0.0.0', PUBLIC_URL: 'https://lab.voorbeeld.nl/'};
  expect(readConfig(['--', '--port', '2', '--no-example'], environment)).toMatchObject({
    ...{port: 2, host: '0.0.0.0', publicUrl: 'https://lab.voorbeeld.nl', noExample: true},
  });
  expect(readConfig([], {NO_EXAMPLE: '1'}).noExample).toBe(true);
  expect(readConfig([], {NO_EXAMPLE: '0', PORT: ''})).toMatchObject({noExample: false, port: 8080});
});

test('0 is a value like any other for a limit', () => {
  expect(readConfig([], {MAX_QUEUE_BYTES: '0'}).limits.maxQueueBytes).toBe(0);
});

test('a config can’t be changed by who holds it', () => {
  const config = readConfig([], {});
  expect(Object.isFrozen(config)).toBe(true);
  expect(Object.isFrozen(config.limits)).toBe(true);
});

const refused: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>])[] =
  [
    ['--foo', ['--foo'], {}],
    ['-x', ['-x'], {}],
    ['--port', ['--port'], {}],
    ['--port', ['--port', '65536'], {}],
    ['--port', ['--port', '80a'], {}],
    ['--no-example', ['--no-example=1'], {}],
    ['woord', ['woord'], {}],
    ['--public-url', ['--public-url', 'lab.voorbeeld.nl'], {}],
    ['--public-url', ['--public-url', 'https://lab.voorbeeld.nl/pad'], {}],
    ['PUBLIC_URL', [], {PUBLIC_URL: 'ftp://lab.voorbeeld.nl'}],
    ['PORT', [], {PORT: '-1'}],
    ['HOST', [], {HOST: 'een host'}],
    ['NO_EXAMPLE', [], {NO_EXAMPLE: 'ja'}],
    ['TRUST_PROXY', [], {TRUST_PROXY: 'loopback, mijn-proxy'}],
    ['BACKUP_KEEP', [], {BACKUP_KEEP: 'alle'}],
    ['SMTP_URL', [], {SMTP_URL: 'mail.voorbeeld.nl', MAIL_FROM: 'lab@voorbeeld.nl'}],
    ['MAIL_FROM', [], {SMTP_URL: 'smtp://mail.voorbeeld.nl'}],
    ['MAIL_FROM', [], {SMTP_URL: 'smtp://mail.voorbeeld.nl', MAIL_FROM: 'het lab'}],
    ['SECURITY_CONTACT', [], {SECURITY_CONTACT: 'lab@voorbeeld.nl'}],
    ['ROOM_IDLE_MS', [], {ROOM_IDLE_MS: '1.5'}],
    ['MAX_FRAME_BYTES', [], {MAX_FRAME_BYTES: '2MB'}],
  ];

for (const [named, argv, environment] of refused) {
  test(`names ${named} when it is wrong: ${JSON.stringify([...argv, environment])}`, () => {
    const read = () => readConfig(argv, environment);
    expect(read).toThrow(StartError);
    expect(read).toThrow(named);
  });
}

test('a bad option is one line and exit 1, and nothing is made', async () => {
  const parent = await temporaryFolder(onTestFinished);
  const ended = await runServer(['--port', 'acht', '--data', join(parent, 'data')]);
  expectOneLine(ended, '--port');
  expect(await readdir(parent)).toEqual([]);
});

test('a bad environment value is one line and exit 1', async () => {
  expectOneLine(await runServer([], {MAX_MESSAGE_BURST: 'veel'}), 'MAX_MESSAGE_BURST');
});

test('a port that is taken is one line and exit 1, and nothing is made', async () => {
  const parent = await temporaryFolder(onTestFinished);
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const {port} = other.address() as AddressInfo;
  const ended = await runServer(['--port', String(port), '--data', join(parent, 'data')]);
  expectOneLine(ended, String(port));
  expect(await readdir(parent)).toEqual([]);
});

test('a host that is not ours is one line and exit 1', async () => {
  expectOneLine(await runServer(['--host', '203.0.113.1', '--port', '0']), '203.0.113.1');
});

test('a data folder that can’t be written is one line and exit 1', async () => {
  const parent = await temporaryFolder(onTestFinished);
  await writeFile(join(parent, 'file'), 'inhoud');
  for (const folder of [join(parent, 'file'), join(parent, 'file', 'data'), '/proc/samenspel']) {
    expectOneLine(await runServer(['--port', '0', '--data', folder]), folder);
  }
  expect(await readFile(join(parent, 'file'), 'utf8')).toBe('inhoud');
});

test('a folder without write permission is refused for who is not root', async () => {
  const parent = await temporaryFolder(onTestFinished);
  const folder = join(parent, 'dicht');
  await mkdir(folder);
  await chmod(parent, 0o755);
  await chmod(folder, 0o500);
  const ended = await runServer(['--port', '0', '--data', join(folder, 'data')], {}, 65_534);
  expectOneLine(ended, folder);
});

test('a file that is no database is one line and exit 1, and stays as it is', async () => {
  const folder = await temporaryFolder(onTestFinished);
  const file = join(folder, 'samenspel.db');
  await writeFile(file, 'Dit is geen database, maar wel van iemand. '.repeat(200));
  const before = await readFile(file);
  expectOneLine(await runServer(['--port', '0', '--data', folder]), folder);
  expect(await readFile(file)).toEqual(before);
  expect(await readdir(folder)).toEqual(['samenspel.db']);
});

test('a database of a newer version is one line and exit 1, and not a byte of it changes', async () => {
  const first = await startServer({cleanUp: onTestFinished});
  expect(await first.stop()).toBe(0);
  const file = join(first.dataFolder, 'samenspel.db');
  const database = new Database(file);
  database
    .prepare("insert into migration (number, name, applied_at) values (999, 'later', 0)")
    .run();
  database.close();
  const [bytes, names] = [await readFile(file), await readdir(first.dataFolder)];
  expectOneLine(await runServer(['--port', '0', '--data', first.dataFolder]), '999');
  expect(await readFile(file)).toEqual(bytes);
  expect(await readdir(first.dataFolder)).toEqual(names);
});

test('one server per data folder; a killed one leaves no lock behind', async () => {
  const first = await startServer({cleanUp: onTestFinished});
  const second = await runServer(['--port', '0', '--data', first.dataFolder]);
  expectOneLine(second, 'al in gebruik');
  expect((await first.ask('/readyz')).status).toBe(200);
  await first.kill();
  const third = await startServer({cleanUp: onTestFinished, dataFolder: first.dataFolder});
  expect((await third.ask('/readyz')).status).toBe(200);
});

test('[R1] the connection that appends waits for the disk, on a second start too', async () => {
  const folder = await temporaryFolder(onTestFinished);
  const first = await openTestStore(folder);
  expect(first.sqlite.pragma('synchronous', {simple: true})).toBe(2);
  await first.close();
  const second = await openTestStore(folder);
  expect(second.sqlite.pragma('synchronous', {simple: true})).toBe(2);
  expect(second.sqlite.pragma('journal_mode', {simple: true})).toBe('wal');
  expect(second.sqlite.pragma('foreign_keys', {simple: true})).toBe(1);
  expect(second.sqlite.pragma('busy_timeout', {simple: true})).toBe(5_000);
});

test('work by hand never lands inside an open transaction', async () => {
  const store = await openTestStore(await temporaryFolder(onTestFinished));
  const inside: boolean[] = [];
  const order: string[] = [];
  const transaction = store.db.transaction().execute(async (trx) => {
    order.push('begin');
    await trx.insertInto('meta').values({key: 'a', value: '1'}).execute();
    await new Promise(setImmediate);
    await trx.insertInto('meta').values({key: 'b', value: '1'}).execute();
    order.push('end');
  });
  const work = store.exclusively(() => {
    order.push('work');
    inside.push(store.sqlite.inTransaction);
  });
  await Promise.all([transaction, work]);
  expect(inside).toEqual([false]);
  expect(order.indexOf('work')).not.toBe(1);
});

test('what people write can be read by the owner of the server only', async () => {
  const parent = await temporaryFolder(onTestFinished);
  const folder = join(parent, 'data');
  const server = await startServer({cleanUp: onTestFinished, dataFolder: folder});
  for (const name of ['.', ...(await readdir(folder))]) {
    const {mode} = await stat(join(folder, name));
    expect([name, mode & 0o077]).toEqual([name, 0]);
  }
  await server.kill();
});

test('[R5] when asked to stop it tells who is connected to come back, and ends with 0', async () => {
  const server = await startServer({cleanUp: onTestFinished});
  const {people, documents} = await seed(server.dataFolder);
  const socket = new WebSocket(`ws://localhost:${server.port}/sync/${documents[0]?.id}`, {
    headers: {cookie: people[0]?.cookie ?? ''},
  });
  await once(socket, 'message');
  const closed = once(socket, 'close');
  const from = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - from).toBeLessThan(10_000);
  expect((await closed)[0]).toBe(closeCodes.restarting);
  await expect(server.ask('/healthz')).rejects.toThrow();
});

function expectOneLine(
  ended: {readonly code: number | null; readonly stdout: string; readonly stderr: string},
  naming: string,
): void {
  expect(ended.stderr).toMatch(/^[^\n]+\n$/);
  expect(ended.stderr).toContain(naming);
  expect(ended.stdout).toBe('');
  expect(ended.code).toBe(1);
}
