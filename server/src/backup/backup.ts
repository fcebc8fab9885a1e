/** Copies everything an installation is into one folder, which appears when it is whole. */

import {createHash, randomBytes} from 'node:crypto';
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {SCHEMA_VERSION} from '@samenspel/shared';
import {StartError} from '../start-error.ts';
import {databaseName, exists, makeFolder, secretName} from '../store/folder.ts';
import {copyOne, flush, measure, otherFiles} from './files.ts';
import {
  backupFormat,
  type BackupFile,
  type BackupReason,
  manifestName,
  writeManifest,
} from './manifest.ts';
import {copyDatabase} from './snapshot.ts';

export interface BackupOptions {
  readonly dataFolder: string;
  /** The folder in which the backup gets a folder of its own. */
  readonly to: string;
  readonly reason: BackupReason;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Where to build it, when somebody else has to clear up; see `newPlace`. */
  readonly place?: Place;
}

export interface Place {
  /** Where it is built: never taken for a backup. */
  readonly partial: string;
  readonly whole: string;
}

/**
 * Makes a backup, also while a server works in the folder; resolves with its folder.
 * What was begun and failed is removed.
 * @throws StartError when there is nothing to copy
 */
export async function makeBackup(options: BackupOptions): Promise<string> {
  const {dataFolder, to, now} = options;
  if (!(await exists(join(dataFolder, databaseName)))) {
    throw new StartError(`In ${dataFolder} staat geen database. Kies de map met --data.`);
  }
  const place = options.place ?? newPlace(to, now);
  await makeFolder(to);
  await mkdir(place.partial, {mode: 0o700});
  try {
    await fill(place.partial, options);
    await rename(place.partial, place.whole);
  } catch (error) {
    await rm(place.partial, {recursive: true, force: true});
    throw error;
  }
  await flush(to);
  return place.whole;
}

/** A name that sorts by time and that nobody else has. */
export function newPlace(to: string, now: number): Place {
  const time = new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  const name = `samenspel-backup-${time}-${randomBytes(3).toString('hex')}`;
  return {partial: join(to, `.${name}.partial`), whole: join(to, name)};
}

async function fill(folder: string, options: BackupOptions): Promise<void> {
  const {dataFolder, reason, now} = options;
  const snapshot = await copyDatabase(join(dataFolder, databaseName), join(folder, databaseName));
  const paths = [databaseName];
  for (const path of await otherFiles(dataFolder)) {
    if (await copyOne(join(dataFolder, path), join(folder, path))) paths.push(path);
  }
  const files: BackupFile[] = [];
  for (const path of paths) files.push(await measure(folder, path));
  const manifest = writeManifest({
    ...{kind: 'samenspel-backup', format: backupFormat, reason, madeAt: now},
    ...{program: await programVersion(), schemaVersion: SCHEMA_VERSION, ...snapshot},
    ...{installation: await installationOf(folder), files},
  });
  await writeFile(join(folder, manifestName), manifest, {mode: 0o600, flag: 'wx', flush: true});
  await flush(folder);
}

/** Follows from the secret, so that a copy that was put back is the same installation. */
export async function installationOf(folder: string): Promise<string> {
  const secret = await readFile(join(folder, secretName), 'utf8').catch(() => '');
  return createHash('sha256').update(`installation ${secret}`).digest('hex').slice(0, 16);
}

async function programVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as {version: string}).version;
}
