/** Puts a backup back where nothing is, as the beginning of a new epoch. */

import {chmod, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import Database from 'better-sqlite3';
import {SCHEMA_VERSION} from '@samenspel/shared';
import {StartError} from '../start-error.ts';
import {cannotUse, databaseName, exists, mustBeWritable} from '../store/folder.ts';
import {lockFolder} from '../store/lock.ts';
import {migrations} from '../store/migrations.ts';
import {nextEpoch} from './epoch.ts';
import {copyOne, flush, measure} from './files.ts';
import {type BackupFile, type Manifest, newer, readManifest} from './manifest.ts';
import {voidLinks} from './void.ts';

export interface RestoreOptions {
  /** The folder of one backup. */
  readonly from: string;
  readonly dataFolder: string;
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** How many migrations this program has. */
  readonly known?: number;
}

/**
 * Verifies the backup, then puts it into the folder; resolves with what it was.
 * The database comes last and at once: a folder in which this was broken off has none.
 * @throws StartError when the backup is damaged or newer, or the folder is in use or not empty
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const {from, dataFolder, known = migrations.length} = options;
  const manifest = await readManifest(from);
  if (manifest.databaseVersion > known || manifest.schemaVersion > SCHEMA_VERSION) {
    throw new StartError(newer(from));
  }
  for (const file of manifest.files) await mustBeSound(from, file);
  await mustBeWritable(dataFolder);
  await mustBeFree(dataFolder, manifest);
  const unlock = await lockFolder(dataFolder);
  try {
    // Again: somebody may have been first.
    await mustBeFree(dataFolder, manifest);
    await putBack(options, manifest);
  } finally {
    unlock();
  }
  return manifest;
}

async function mustBeSound(from: string, expected: BackupFile): Promise<void> {
  const found = await measure(from, expected.path).catch(() => null);
  if (found?.bytes === expected.bytes && found.sha256 === expected.sha256) return;
  throw new StartError(
    `De back-up in ${from} is beschadigd: ${expected.path} is niet meer wat het was. Neem een andere.`,
  );
}

/** Nothing is overwritten: what stands there may be the only copy of something. */
async function mustBeFree(dataFolder: string, {files}: Manifest): Promise<void> {
  for (const name of ['', '-wal', '-journal'].map((end) => databaseName + end)) {
    if (!(await exists(join(dataFolder, name)))) continue;
    // Says so when a server runs on it, which is the better reason.
    (await lockFolder(dataFolder))();
    throw new StartError(
      `In ${dataFolder} staat al ${name}. Zet de map eerst ergens anders neer, of kies een andere met --data.`,
    );
  }
  for (const {path, sha256} of files) {
    const found = await measure(dataFolder, path).catch(() => null);
    if (found && found.sha256 !== sha256) {
      throw new StartError(
        `In ${dataFolder} staat al een andere ${path}. Zet die eerst ergens anders neer.`,
      );
    }
  }
}

async function putBack({from, dataFolder, now, random}: RestoreOptions, manifest: Manifest) {
  const fresh = join(dataFolder, `${databaseName}.restoring`);
  try {
    await rm(fresh, {force: true});
    for (const {path} of manifest.files) {
      await copyOne(join(from, path), path === databaseName ? fresh : join(dataFolder, path));
    }
    beginEpoch(fresh, nextEpoch(manifest.epoch, now(), random), now());
    await chmod(fresh, 0o600);
    await flush(fresh);
    await rename(fresh, join(dataFolder, databaseName));
    await flush(dataFolder);
  } catch (cause) {
    await rm(fresh, {force: true});
    throw new StartError(cannotUse(dataFolder), {cause});
  }
}

function beginEpoch(file: string, epoch: number, now: number): void {
  const sqlite = new Database(file, {fileMustExist: true});
  try {
    sqlite.transaction(() => {
      sqlite
        .prepare(
          "insert into meta (key, value) values ('epoch', ?) on conflict (key) do update set value = excluded.value",
        )
        .run(String(epoch));
      voidLinks(sqlite, now);
    })();
    // As a server leaves it, so that a backup can be made before the first start.
    sqlite.pragma('journal_mode = WAL');
  } finally {
    sqlite.close();
  }
}
