/** Putting a backup back: with people connected, where nothing is, and only what is whole. */

import 'fake-indexeddb/auto';
import {chmod, cp, mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {type DocumentSession, openSession} from '@samenspel/client/sync/document-session.ts';
import {openLocalCopy} from '@samenspel/client/sync/local-copy.ts';
import {rescuesOf} from '@samenspel/client/sync/rescue.ts';
import {world} from '@samenspel/client/sync/world.ts';
import {nextEpoch} from '@samenspel/server/backup/epoch.ts';
import {readManifest, writeManifest} from '@samenspel/server/backup/manifest.ts';
import {restoreBackup} from '@samenspel/server/backup/restore.ts';
import {StartError} from '@samenspel/server/start-error.ts';
import {closeCodes, type DocumentId, type DocumentView} from '@samenspel/shared';
import Database from 'better-sqlite3';
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest';
import WebSocket from 'ws';
import type * as Y from 'yjs';
import {backUp} from '../support/backup.ts';
import {
  type CleanUp,
  cleanUps,
  runCli,
  runServer,
  seed,
  type Seeded,
  type StartedServer,
  startServer,
  temporaryFolder,
  tokenOf,
} from '../support/started-server.ts';
import {until} from '../support/until.ts';
import {bareSocket, stockClient, textOf, type} from '../support/wire.ts';

type Person = Seeded['people'][number];

test('[R24] after a restore who was connected is turned away with 4410, keeps unsent words, and others see the backup and nothing else', async () => {
  const dataFolder = await temporaryFolder(onTestFinished);
  const {people, documents} = await seed(dataFolder, '--people', '3', '--words', '0');
  const [amina, bart, chaima] = people as [Person, Person, Person];
  const documentId = documents[0]?.id ?? ('' as DocumentId);
  const server = await startServer({cleanUp: onTestFinished, dataFolder, example: false});
  const before = await epochOf(server, amina, documentId);

  const ours = openOurs(server, amina, documentId, before);
  const stock = stockClient(server, bart, documentId, {params: {epoch: String(before)}});
  await until('both joined', () => ours.snapshot().ready && stock.provider.synced);
  type(ours.doc, 'In de back-up.');
  await until('it is saved', () => ours.snapshot().saved.kind === 'saved');
  await until('it is seen', () => stock.text() === 'In de back-up.');
  const backup = await backUp(dataFolder);
  stock.type('Erna, en opgeslagen.');
  await until('it arrived', () => textOf(ours.doc).endsWith('opgeslagen.'));

  await server.kill();
  await until('the line is lost', () => ours.snapshot().saved.kind === 'offline');
  type(ours.doc, 'Zonder server getypt.');
  const restored = join(dataFolder, 'restored');
  expect((await restore(backup, restored)).code).toBe(0);
  const refused = new Promise<number>((resolve) =>
    stock.provider.on('connection-close', (event) => {
      if (event?.code === closeCodes.olderEpoch) resolve(event.code);
    }),
  );
  const again = await startServer({
    ...{cleanUp: onTestFinished, dataFolder: restored, port: server.port, example: false},
  });

  await refused;
  await until('ours is turned away', () => ours.snapshot().saved.kind === 'stopped');
  expect(ours.snapshot().saved).toEqual({kind: 'stopped', reason: 'olderEpoch'});
  await until('the words are safe', () => !ours.snapshot().rescuing);
  expect(await rescuesOf(amina.id)).toMatchObject([
    {documentId, reason: 'olderEpoch', text: 'Zonder server getypt.'},
  ]);
  const copy = openLocalCopy({personId: amina.id, documentId, epoch: before});
  expect(await copy.load()).toEqual({updates: [], unsent: []});

  const after = await epochOf(again, amina, documentId);
  expect(after).toBeGreaterThan(before);
  const fresh = openOurs(again, amina, documentId, after);
  const reader = stockClient(again, chaima, documentId, {params: {epoch: String(after)}});
  await until('both joined', () => fresh.snapshot().ready && reader.provider.synced);
  expect([textOf(fresh.doc), reader.text()]).toEqual(['In de back-up.', 'In de back-up.']);
  type(fresh.doc, 'We gaan verder.');
  await until('it goes on', () => reader.text() === 'In de back-up.|We gaan verder.');
  await until('it is saved', () => fresh.snapshot().saved.kind === 'saved');
});

test('[R24] who says any other epoch hears why, is closed with 4410, and is sent nothing else', async () => {
  const {backup, dataFolder, people, documents} = await backedUp();
  const restored = join(dataFolder, 'restored');
  await restore(backup, restored);
  const server = await startServer({cleanUp: onTestFinished, dataFolder: restored});
  const path = `/sync/${documents[0]?.id}`;
  const {cookie} = people[0] as Person;
  const epoch = await epochOf(server, people[0] as Person, documents[0]?.id as DocumentId);
  for (const other of [1, epoch - 1, epoch + 1]) {
    const socket = await bareSocket(server, `${path}?epoch=${other}`, {cookie});
    expect(await socket.closed).toBe(closeCodes.olderEpoch);
    expect(socket.frames).toEqual([{type: 'auth', reason: 'olderEpoch'}]);
  }
  const welcome = await bareSocket(server, `${path}?epoch=${epoch}`, {cookie});
  await until('greeted', () => welcome.frames.length > 0);
});

test('[R24] links and mails from before the backup are dead, sessions go on', async () => {
  const server = await startServer({cleanUp: onTestFinished});
  const cookie = await server.signIn(server.links.informal);
  const live = new Database(join(server.dataFolder, 'samenspel.db'));
  live.exec(
    `insert into invitation (id, lab, role, side, token_hash, created_by, created_at, expires_at)
       select 'open', id, 'member', 'formal', 'hash', 'somebody', 1, 8e15 from lab;
     insert into mail (id, kind, address, facts, created_at, next_at)
       values ('waiting', 'sign_in', 'iemand@voorbeeld.invalid', '{}', 1, 8e15)`,
  );
  live.close();
  const backup = await backUp(server.dataFolder);
  const open = tokenOf(server.links.formal);
  await server.stop();
  const restored = join(server.dataFolder, 'restored');
  await restore(backup, restored);
  const database = new Database(join(restored, 'samenspel.db'));
  const ends = database.prepare('select expires_at from invitation').pluck().get();
  expect(ends).toBeLessThanOrEqual(Date.now());
  expect(database.prepare('select count(*) from mail').pluck().get()).toBe(0);
  database.close();
  const again = await startServer({cleanUp: onTestFinished, dataFolder: restored});
  expect((await again.ask('/api/me', {cookie})).status).toBe(200);
  expect((await again.ask('/api/sign-in', {body: {token: open}})).status).toBe(404);
  await again.signIn(again.links.formal);
});

test('[R24] one backup put back twice begins two epochs, and a backup of a restored one a third', async () => {
  const {backup, dataFolder} = await backedUp();
  const folders = ['een', 'twee', 'drie'].map((name) => join(dataFolder, name));
  const [one = '', two = '', three = ''] = folders;
  await restore(backup, one);
  await restore(backup, two);
  await restore(await backUp(one), three);
  const epochs = folders.map(epochIn);
  expect(new Set([1, ...epochs]).size).toBe(4);
  expect(epochIn(three)).toBeGreaterThan(epochIn(one));
});

test('[R24] an epoch is higher than the last, whatever the clock says, and hard to give out twice', () => {
  const now = Date.UTC(2026, 0, 15);
  const first = nextEpoch(1, now, () => 0.999_999_9);
  expect(Number.isSafeInteger(first)).toBe(true);
  expect(nextEpoch(first, now + 2_000, () => 0)).toBeGreaterThan(first);
  expect(nextEpoch(first, 0, () => 0)).toBeGreaterThan(first);
  expect(nextEpoch(first, 0, () => 0.3)).not.toBe(nextEpoch(first, 0, () => 0.300_01));
  expect(Number.isSafeInteger(nextEpoch(1, Date.UTC(2199, 0, 1), () => 0.9))).toBe(true);
});

test('[R24] nothing is overwritten', async () => {
  const {backup, dataFolder} = await backedUp();
  const file = join(dataFolder, 'samenspel.db');
  const bytes = await readFile(file);
  expectOneLine(await restore(backup, dataFolder), /staat al samenspel\.db/);
  expect(await readFile(file)).toEqual(bytes);

  const other = join(dataFolder, 'anders');
  await mkdir(other);
  await writeFile(join(other, 'secret'), 'een ander geheim van een andere plek, lang genoeg');
  expectOneLine(await restore(backup, other), /staat al een andere secret/);
  expect(await readdir(other)).toEqual(['secret']);
});

test('[R24] with the database moved away the same folder will do', async () => {
  const {backup, dataFolder} = await backedUp();
  await rename(join(dataFolder, 'samenspel.db'), join(dataFolder, 'weggezet.db'));
  expect((await restore(backup, dataFolder)).code).toBe(0);
  expect(epochIn(dataFolder)).toBeGreaterThan(1);
});

test('[R24] a folder on which a server runs is refused', async () => {
  const {backup} = await backedUp();
  const server = await startServer({cleanUp: onTestFinished});
  expectOneLine(await restore(backup, server.dataFolder), /al in gebruik/);
  expect((await server.ask('/readyz')).status).toBe(200);
});

test('[R24] a backup of a newer version is refused', async () => {
  const {backup, dataFolder} = await backedUp();
  const manifest = await readManifest(backup);
  for (const change of [{databaseVersion: 999}, {schemaVersion: 999}]) {
    await writeFile(join(backup, 'manifest.json'), writeManifest({...manifest, ...change}));
    expectOneLine(await restore(backup, join(dataFolder, 'nieuw')), /nieuwere versie/);
  }
  const later = {kind: 'samenspel-backup', format: 2, anything: 'else'};
  await writeFile(join(backup, 'manifest.json'), JSON.stringify(later));
  expectOneLine(await restore(backup, join(dataFolder, 'nieuw')), /nieuwere versie/);
  expect(await readdir(dataFolder)).not.toContain('nieuw');
});

const damages: readonly (readonly [string, (backup: string) => Promise<void>])[] = [
  ['a flipped bit in the database', (backup) => flipIn(join(backup, 'samenspel.db'))],
  ['a flipped bit in the secret', (backup) => flipIn(join(backup, 'secret'))],
  ['a flipped bit in the manifest', (backup) => flipIn(join(backup, 'manifest.json'))],
  ['a missing database', (backup) => rm(join(backup, 'samenspel.db'))],
  ['a cut manifest', (backup) => writeFile(join(backup, 'manifest.json'), '{"kind": "samen')],
  [
    'a changed number in the manifest',
    async (backup) => {
      const text = await readFile(join(backup, 'manifest.json'), 'utf8');
      await writeFile(join(backup, 'manifest.json'), text.replace('"epoch": 1', '"epoch": 0'));
    },
  ],
];

const cleaning = cleanUps();
let shared: ReturnType<typeof backedUp>;
beforeAll(() => {
  shared = backedUp(cleaning.add);
});
afterAll(cleaning.run);

for (const [what, damage] of damages) {
  test(`[R24] ${what} is seen, and nothing is put back`, async () => {
    const parent = await temporaryFolder(onTestFinished);
    const from = join(parent, 'backup');
    const dataFolder = join(parent, 'nieuw');
    await cp((await shared).backup, from, {recursive: true});
    await damage(from);
    const options = {from, dataFolder, now: Date.now, random: Math.random};
    await expect(restoreBackup(options)).rejects.toThrow(StartError);
    await expect(restoreBackup(options)).rejects.toThrow(/beschadigd/);
    expect(await readdir(parent)).toEqual(['backup']);
  });
}

test('[R24] a manifest never leads out of the folder', async () => {
  const {backup, dataFolder} = await backedUp();
  const manifest = await readManifest(backup);
  const dataNew = join(dataFolder, 'nieuw');
  for (const path of ['../buiten', '/buiten', 'in/../../buiten', 'in//buiten', '..']) {
    const files = [...manifest.files, {path, bytes: 0, sha256: ''}];
    expect(() => writeManifest({...manifest, files})).toThrow();
    const text = JSON.stringify({...manifest, files, checksum: ''});
    await writeFile(join(backup, 'manifest.json'), text);
    const options = {from: backup, dataFolder: dataNew, now: Date.now, random: Math.random};
    await expect(restoreBackup(options)).rejects.toThrow(/beschadigd/);
  }
});

test('a restore without what it needs is one line and exit 1', async () => {
  const {backup, dataFolder} = await backedUp();
  expectOneLine(await runCli(['restore', '--data', dataFolder]), /--from/);
  expectOneLine(await restore(join(dataFolder, 'backups'), dataFolder), /geen volledige back-up/);
  expectOneLine(await restore(backup, '/proc/samenspel'), /\/proc\/samenspel/);
  expectOneLine(await runCli(['restore', '--form', backup]), /--form/);
});

test('[R24] what is put back can be read by its owner only, and starts', async () => {
  const {backup, dataFolder} = await backedUp();
  await chmod(join(backup, 'secret'), 0o644);
  const restored = join(dataFolder, 'restored');
  await restore(backup, restored);
  expect((await readdir(restored)).toSorted()).toEqual(['samenspel.db', 'secret', 'server.lock']);
  const database = new Database(join(restored, 'samenspel.db'));
  expect(database.pragma('integrity_check', {simple: true})).toBe('ok');
  database.close();
  const server = await startServer({cleanUp: onTestFinished, dataFolder: restored});
  expect((await server.ask('/readyz')).status).toBe(200);
  expectOneLine(
    await runServer(['--port', '0', '--data', restored]),
    new RegExp(basename(restored)),
  );
});

/** A seeded folder with a backup of it. */
async function backedUp(cleanUp: CleanUp = onTestFinished) {
  const dataFolder = await temporaryFolder(cleanUp);
  const seeded = await seed(dataFolder, '--words', '20');
  return {...seeded, dataFolder, backup: await backUp(dataFolder)};
}

function restore(from: string, dataFolder: string) {
  return runCli(['restore', '--from', from, '--data', dataFolder]);
}

async function epochOf(server: StartedServer, {cookie}: Person, documentId: DocumentId) {
  const view = (await (
    await server.ask(`/api/documents/${documentId}`, {cookie})
  ).json()) as DocumentView;
  return view.epoch;
}

function epochIn(dataFolder: string): number {
  const database = new Database(join(dataFolder, 'samenspel.db'), {readonly: true});
  const value = database.prepare("select value from meta where key = 'epoch'").pluck().get();
  database.close();
  return Number(value);
}

/** The browser's own session, on a socket that carries this person's cookie. */
function openOurs(
  server: StartedServer,
  person: Person,
  documentId: DocumentId,
  epoch: number,
): DocumentSession & {readonly doc: Y.Doc} {
  class Signed extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, {headers: {cookie: person.cookie}});
    }
  }
  const session = openSession({
    ...{documentId, personId: person.id, epoch, access: 'write'},
    title: () => 'Plan',
    onNotice: () => undefined,
    syncUrl: `${server.url.replace('http', 'ws')}/sync`,
    world: {
      ...{now: world.now, after: world.after, watchNetwork: () => () => undefined},
      WebSocket: Signed as unknown as typeof globalThis.WebSocket,
    },
  });
  onTestFinished(() => session.close());
  return session;
}

async function flipIn(file: string): Promise<void> {
  const bytes = await readFile(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

function expectOneLine(
  ended: {readonly code: number | null; readonly stdout: string; readonly stderr: string},
  naming: RegExp,
): void {
  expect(ended.stderr).toMatch(/^[^\n]+\n$/);
  expect(ended.stderr).toMatch(naming);
  expect([ended.code, ended.stdout]).toEqual([1, '']);
}
