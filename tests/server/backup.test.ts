/** Backups: whole, of one moment, made by themselves, and never taken for what they are not. */

import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {installationOf, makeBackup} from '@samenspel/server/backup/backup.ts';
import {listBackups, removeOvertaken} from '@samenspel/server/backup/copies.ts';
import {readConfig} from '@samenspel/server/config.ts';
import {startServer as startHere} from '@samenspel/server/server.ts';
import {StartError} from '@samenspel/server/start-error.ts';
import {type Migration, migrations} from '@samenspel/server/store/migrations.ts';
import {openStore} from '@samenspel/server/store/open.ts';
import Database from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {backUp, makeHeavy, wholeIn} from '../support/backup.ts';
import {type FakeClock, fakeClock} from '../support/fake-clock.ts';
import {runCli, seed, startServer, temporaryFolder} from '../support/started-server.ts';
import {typist} from '../support/typist.ts';
import {until} from '../support/until.ts';
import {stockClient} from '../support/wire.ts';

const hourMs = 3_600_000;

test('[R24] a backup holds everything beside a running server, for its owner only', async () => {
  const server = await startServer({cleanUp: onTestFinished});
  await mkdir(join(server.dataFolder, 'beelden', 'plan'), {recursive: true});
  await writeFile(join(server.dataFolder, 'beelden', 'plan', 'een.png'), 'beeld');
  await backUp(server.dataFolder);
  const folder = await backUp(server.dataFolder);
  const names = await readdir(folder, {recursive: true});
  expect(names.toSorted()).toEqual([
    'beelden',
    'beelden/plan',
    'beelden/plan/een.png',
    'manifest.json',
    'samenspel.db',
    'secret',
  ]);
  for (const name of ['.', ...names]) {
    const {mode} = await stat(join(folder, name));
    expect([name, mode & 0o077]).toEqual([name, 0]);
  }
  expect(await readFile(join(folder, 'secret'))).toEqual(
    await readFile(join(server.dataFolder, 'secret')),
  );
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({
    ...{reason: 'asked', databaseVersion: migrations.length, epoch: 1},
    files: [
      {path: 'samenspel.db', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string},
      {path: 'beelden/plan/een.png', bytes: 5},
      {path: 'secret'},
    ],
  });
});

test('[R24] backups taken under load are sound, and hold what was acknowledged before', async () => {
  const dataFolder = await temporaryFolder(onTestFinished);
  const {people, documents} = await seed(dataFolder, '--people', '3', '--words', '0');
  const server = await startServer({cleanUp: onTestFinished, dataFolder, example: false});
  const documentId = documents[0]?.id ?? '';
  const typists = people.map(({cookie}, index) => typist(documentId, cookie, 100 + index));
  const working = typists.map((one) => one.work(server));
  const acknowledged = () => typists.flatMap((one) => one.acknowledged());
  await until('they type', () => acknowledged().length > 100);

  const taken: {folder: string; before: readonly string[]; after: number}[] = [];
  for (let round = 0; round < 3; round++) {
    const before = acknowledged();
    const folder = await backUp(dataFolder);
    taken.push({folder, before, after: acknowledged().length});
  }
  await server.kill();
  await Promise.all(working);

  for (const {folder, before, after} of taken) {
    expect(after).toBeGreaterThan(before.length);
    const database = new Database(join(folder, 'samenspel.db'), {readonly: true});
    expect(database.pragma('integrity_check', {simple: true})).toBe('ok');
    database.close();
    const restored = join(dataFolder, 'restored', folder.slice(-6));
    await runCli(['restore', '--from', folder, '--data', restored]);
    expect((await runCli(['verify', '--data', restored])).code).toBe(0);
    const again = await startServer({cleanUp: onTestFinished, dataFolder: restored});
    const reader = stockClient(again, people[0] ?? {id: '', name: '', cookie: ''}, documentId);
    await until('read', () => reader.provider.synced);
    const words: readonly string[] = reader.text().match(/‹[\d.]+›/g) ?? [];
    expect(new Set(words).size).toBe(words.length);
    expect(before.filter((word) => !words.includes(word))).toEqual([]);
    reader.provider.destroy();
    await again.kill();
  }
});

test('[R24] a backup ends however much is written meanwhile, and shows one moment', async () => {
  const dataFolder = await temporaryFolder(onTestFinished);
  await seed(dataFolder);
  makeHeavy(dataFolder, 24);
  const writer = new Database(join(dataFolder, 'samenspel.db'));
  onTestFinished(() => void writer.close());
  writer.exec('create table debit (n integer); create table credit (n integer)');
  const pay = writer.transaction((n: number) => {
    writer.prepare('insert into debit values (?)').run(n);
    writer.prepare('insert into credit values (?)').run(n);
  });
  let written = 0;
  let going = true;
  const write = () => {
    if (!going) return;
    pay(written++);
    setImmediate(write);
  };
  write();
  const to = join(dataFolder, 'backups');
  const folder = await makeBackup({dataFolder, to, reason: 'asked', now: 0});
  going = false;

  const copy = new Database(join(folder, 'samenspel.db'), {readonly: true});
  onTestFinished(() => void copy.close());
  const count = (table: string) => copy.prepare(`select count(*) from ${table}`).pluck().get();
  expect(count('debit')).toBe(count('credit'));
  expect(written).toBeGreaterThan(Number(count('debit')));
  expect(await readdir(folder)).not.toContain('samenspel.db-wal');
});

test('[R24] a backup that was killed half way is not taken for one, and goes in time', async () => {
  const dataFolder = await temporaryFolder(onTestFinished);
  await seed(dataFolder);
  makeHeavy(dataFolder, 64);
  const to = join(dataFolder, 'backups');
  const child = startBackup(dataFolder);
  const half = () => readdir(to).catch(() => []);
  await until('it has begun', async () => (await half()).some((name) => name.endsWith('.partial')));
  child.kill('SIGKILL');
  await once(child, 'close');

  const [partial = ''] = await half();
  expect(await wholeIn(to)).toEqual([]);
  const installation = await installationOf(dataFolder);
  expect(await listBackups(to, installation)).toEqual([]);
  const refused = await runCli(['restore', '--from', join(to, partial), '--data', join(to, 'x')]);
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toMatch(/^[^\n]*geen volledige back-up[^\n]*\n$/);

  const overtaken = {reason: 'schedule', installation, keep: 1} as const;
  await removeOvertaken(to, {...overtaken, now: Date.now()});
  expect(await half()).toEqual([partial]);
  await removeOvertaken(to, {...overtaken, now: Date.now() + 25 * hourMs});
  expect(await half()).toEqual([]);
});

test('[R24] a backup that fails leaves nothing behind and says so in one line', async () => {
  const dataFolder = await temporaryFolder(onTestFinished);
  const empty = await runCli(['backup', '--data', dataFolder]);
  expect([empty.code, empty.stdout]).toEqual([1, '']);
  expect(empty.stderr).toMatch(/^[^\n]*geen database[^\n]*\n$/);

  await seed(dataFolder);
  const to = join(dataFolder, 'weg');
  await writeFile(to, 'geen map');
  const blocked = await runCli(['backup', '--data', dataFolder, '--to', to]);
  expect([blocked.code, blocked.stdout]).toEqual([1, '']);
  expect(blocked.stderr).toMatch(/^[^\n]*niet gelukt[^\n]*\n$/);
  expect(await readFile(to, 'utf8')).toBe('geen map');
});

test('[R24] a damaged database is no backup', async () => {
  const dataFolder = await temporaryFolder(onTestFinished);
  await seed(dataFolder);
  makeHeavy(dataFolder, 1);
  const file = join(dataFolder, 'samenspel.db');
  const bytes = await readFile(file);
  // An inner page of the tables, not the ballast itself, which nothing could check.
  bytes.fill(0xff, 4096 * 3, 4096 * 6);
  await writeFile(file, bytes);
  const ended = await runCli(['backup', '--data', dataFolder]);
  expect([ended.code, ended.stdout]).toEqual([1, '']);
  expect(ended.stderr).toMatch(/^[^\n]*beschadigd[^\n]*\n$/);
  expect(await wholeIn(join(dataFolder, 'backups'))).toEqual([]);
});

test('[R24] a running server makes backups in time, and old ones go when there is a new one', async () => {
  const {clock, folder, dataFolder, made} = await scheduled({
    BACKUP_EVERY_HOURS: '12',
    BACKUP_KEEP: '2',
  });
  const asked = await backUp(dataFolder, folder);
  expect(await wholeIn(folder)).toHaveLength(1);
  clock.advance(5 * 60_000);
  await made(1);
  for (const round of [2, 3, 4]) {
    clock.advance(12 * hourMs - 1);
    expect((await wholeIn(folder)).length).toBe(Math.min(round, 3));
    clock.advance(1);
    await made(round);
  }
  const kept = await listBackups(folder, await installationOf(dataFolder));
  const byItself = kept.filter(({manifest}) => manifest.reason === 'schedule');
  expect(byItself.map(({manifest}) => manifest.madeAt)).toEqual([
    clock.now(),
    clock.now() - 12 * hourMs,
  ]);
  expect(kept.map((copy) => copy.folder)).toContain(asked);
});

test('[R24] a second start waits for the moment at which the first would have made one', async () => {
  const first = await scheduled({BACKUP_EVERY_HOURS: '12'});
  first.clock.advance(5 * 60_000);
  await first.made(1);
  await first.close();
  const second = await scheduled(
    {BACKUP_EVERY_HOURS: '12'},
    first.dataFolder,
    fakeClock(first.clock.now() + hourMs),
  );
  second.clock.advance(11 * hourMs - 1);
  expect(await wholeIn(second.folder)).toHaveLength(1);
  second.clock.advance(1);
  await second.made(1);
  expect(await wholeIn(second.folder)).toHaveLength(2);
});

test('[R24] a failing backup is loud, not fatal, and tried again within the hour', async () => {
  const parent = await temporaryFolder(onTestFinished);
  const folder = join(parent, 'copies');
  await writeFile(folder, 'geen map');
  const {clock, url, logged, made} = await scheduled({BACKUP_DIR: folder});
  clock.advance(5 * 60_000);
  await until('it is said', () => {
    clock.advance(0);
    return logged.includes('THE BACKUP FAILED: there is no new copy of the data');
  });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  await rm(folder);
  clock.advance(hourMs);
  await made(1);
  expect(await wholeIn(folder)).toHaveLength(1);
});

test('[R24] another installation’s backups in the same place are left alone', async () => {
  const folder = await temporaryFolder(onTestFinished);
  const other = await temporaryFolder(onTestFinished);
  await seed(other);
  const theirs = await makeBackup({dataFolder: other, to: folder, reason: 'schedule', now: 0});
  const {clock, made} = await scheduled({
    ...{BACKUP_DIR: folder, BACKUP_KEEP: '1', BACKUP_EVERY_HOURS: '1'},
  });
  clock.advance(5 * 60_000);
  await made(1);
  clock.advance(hourMs);
  await made(2);
  const names = await wholeIn(folder);
  expect(names).toHaveLength(2);
  expect(names.map((name) => join(folder, name))).toContain(theirs);
});

test('[R24] 0 hours is never', async () => {
  const {clock, folder, close} = await scheduled({BACKUP_EVERY_HOURS: '0'});
  clock.advance(1_000 * hourMs);
  await close();
  expect(await wholeIn(folder)).toEqual([]);
});

test('[R24] stopping breaks off a backup under way and leaves nothing of it', async () => {
  const {clock, folder, dataFolder, close} = await scheduled({});
  makeHeavy(dataFolder, 64);
  clock.advance(5 * 60_000);
  await until('it has begun', async () => (await readdir(folder).catch(() => [])).length > 0);
  await close();
  expect(await readdir(folder)).toEqual([]);
});

const oneMore: readonly Migration[] = [
  ...migrations,
  {
    name: 'one more',
    async up(db) {
      await db.schema.createTable('later').addColumn('id', 'text').execute();
    },
  },
];

test('[R24] before a migration there is a backup of what was, and without it no migration', async () => {
  const dataFolder = await temporaryFolder(onTestFinished);
  const backups = join(dataFolder, 'copies');
  await seed(dataFolder);
  await writeFile(backups, 'geen map');
  const open = () => openStore(dataFolder, Date.now, {known: oneMore, backups});
  await expect(open()).rejects.toThrow(StartError);
  expect(tablesIn(join(dataFolder, 'samenspel.db'))).not.toContain('later');

  await rm(backups);
  await (await open()).close();
  expect(tablesIn(join(dataFolder, 'samenspel.db'))).toContain('later');
  const [name = ''] = await wholeIn(backups);
  expect(tablesIn(join(backups, name, 'samenspel.db'))).not.toContain('later');
  await (await open()).close();
  expect(await wholeIn(backups)).toHaveLength(1);
});

test('a new database needs no backup', async () => {
  const dataFolder = await temporaryFolder(onTestFinished);
  await (await openStore(dataFolder, Date.now)).close();
  expect(await readdir(dataFolder)).not.toContain('backups');
});

/** A server in this process whose clock the test moves. */
async function scheduled(
  environment: Readonly<Record<string, string>>,
  dataFolder?: string,
  clock: FakeClock = fakeClock(),
) {
  const folder = dataFolder ?? (await temporaryFolder(onTestFinished));
  if (!dataFolder) await seed(folder, '--documents', '0');
  const config = readConfig(['--port', '0', '--data', folder, '--no-example'], environment);
  const logged: string[] = [];
  const log = (_facts: object, message: string) => void logged.push(message);
  const server = await startHere(config, {info: log, warn: log, error: log}, clock);
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= server.close());
  onTestFinished(close);
  return {
    ...{clock, logged, close, dataFolder: folder, folder: config.backup.folder},
    url: /http:\/\/\S+/.exec(server.greeting.join('\n'))?.[0] ?? '',
    /** Resolves when so many were made, and the next is planned. */
    async made(count: number) {
      await until(`${count} made`, () => {
        clock.advance(0);
        return logged.filter((line) => line === 'a backup was made').length >= count;
      });
    },
  };
}

function startBackup(dataFolder: string): ChildProcess {
  const cli = fileURLToPath(new URL('../../server/src/cli.ts', import.meta.url));
  return spawn(process.execPath, [cli, 'backup', '--data', dataFolder], {stdio: 'ignore'});
}

function tablesIn(file: string): readonly unknown[] {
  const database = new Database(file, {readonly: true});
  try {
    return database.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
  } finally {
    database.close();
  }
}
