/** The files of a data folder that belong in a backup, and copies of them that a power cut can't undo. */

import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {chmod, copyFile, mkdir, open, readdir, stat} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {databaseName, lockName} from '../store/folder.ts';
import type {BackupFile} from './manifest.ts';

/** A whole backup, or one under way, which starts with a dot. */
export const isBackupName = (name: string) => /^\.?samenspel-backup-/.test(name);
/** The database itself is copied by SQLite; its helper files mean nothing elsewhere. */
const isHelper = (name: string) => name.startsWith(databaseName) || name.startsWith(lockName);

/** Everything beside the database, as paths inside the folder; other backups are left out. */
export async function otherFiles(folder: string, inside = ''): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(folder, inside), {withFileTypes: true})) {
    const path = inside ? `${inside}/${entry.name}` : entry.name;
    if (isBackupName(entry.name) || (!inside && isHelper(entry.name))) continue;
    if (entry.isDirectory()) found.push(...(await otherFiles(folder, path)));
    // A link counts as what it leads to: a secret may well be mounted from elsewhere.
    else if ((await statOrNull(join(folder, path)))?.isFile()) found.push(path);
  }
  return found;
}

/** Copies one file to disk, for its owner only; `false` when it is gone by now. */
export async function copyOne(from: string, to: string): Promise<boolean> {
  await mkdir(dirname(to), {recursive: true, mode: 0o700});
  try {
    await copyFile(from, to);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
  await chmod(to, 0o600);
  await flush(to);
  await flush(dirname(to));
  return true;
}

/** Measures a file; the bytes themselves are read, not what the file system remembers. */
export async function measure(folder: string, path: string): Promise<BackupFile> {
  const file = join(folder, path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return {path, bytes: (await stat(file)).size, sha256: hash.digest('hex')};
}

/** Waits until a file or a folder's list of names is on disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function statOrNull(path: string) {
  return stat(path).catch(() => null);
}
