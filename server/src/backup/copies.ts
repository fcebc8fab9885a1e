/** The whole backups in a folder: which there are, and which have been overtaken. */

import {readdir, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {isBackupName} from './files.ts';
import {type BackupReason, type Manifest, readManifest} from './manifest.ts';

export interface BackupCopy {
  readonly folder: string;
  readonly manifest: Manifest;
}

export interface Overtaken {
  /** Of these only the latest `keep` stay; 0 keeps all. */
  readonly reason: BackupReason;
  readonly installation: string;
  readonly keep: number;
  readonly now: number;
}

/** What a process left that was killed while copying; younger ones may still be under way. */
const abandonedMs = 24 * 3_600_000;

/** Latest first; [] when the folder is not there. What is not whole is not among them. */
export async function listBackups(
  folder: string,
  installation: string,
): Promise<readonly BackupCopy[]> {
  const names = await namesIn(folder);
  const copies = names
    .filter((name) => !name.startsWith('.'))
    .map(async (name): Promise<readonly BackupCopy[]> => {
      const path = join(folder, name);
      const manifest = await readManifest(path).catch(() => null);
      // Another installation may keep its backups in the same place.
      return manifest?.installation === installation ? [{folder: path, manifest}] : [];
    });
  return (await Promise.all(copies))
    .flat()
    .toSorted((one, other) => other.manifest.madeAt - one.manifest.madeAt);
}

/** Removes what newer backups of its kind have overtaken: only call it when there is a new one. */
export async function removeOvertaken(folder: string, overtaken: Overtaken): Promise<void> {
  const {reason, installation, keep, now} = overtaken;
  const copies = await listBackups(folder, installation);
  const ofKind = copies.filter(({manifest}) => manifest.reason === reason);
  for (const copy of keep === 0 ? [] : ofKind.slice(keep)) await remove(copy.folder);
  for (const name of (await namesIn(folder)).filter((one) => one.startsWith('.'))) {
    const path = join(folder, name);
    const age = now - (await stat(path)).mtimeMs;
    if (age > abandonedMs) await remove(path);
  }
}

async function remove(folder: string): Promise<void> {
  await rm(folder, {recursive: true, force: true});
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter(isBackupName);
}
