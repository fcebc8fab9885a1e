/** One moment of the database, copied while others go on writing. */

import {open} from 'node:fs/promises';
import Database from 'better-sqlite3';
import {flush} from './files.ts';

export interface Snapshot {
  readonly databaseVersion: number;
  readonly epoch: number;
}

/** So many pages (1 MiB) at a time, so that whoever shares the thread gets a turn. */
const pagesAtOnce = 256;

/**
 * Copies `from` to the new file `to`, and looks whether the copy is sound.
 * @throws Error when it can't be read or written, or is damaged
 */
export async function copyDatabase(from: string, to: string): Promise<Snapshot> {
  // Made first, so that nobody else can read it for a moment.
  await (await open(to, 'wx', 0o600)).close();
  const source = new Database(from, {fileMustExist: true, timeout: 5_000});
  try {
    // Held while copying: otherwise every edit of somebody else would make it start over.
    source.exec('begin');
    source.prepare('select count(*) from sqlite_schema').get();
    await source.backup(to, {progress: () => pagesAtOnce});
  } finally {
    source.close();
  }
  const snapshot = inspect(to);
  await flush(to);
  return snapshot;
}

function inspect(file: string): Snapshot {
  const copy = new Database(file, {fileMustExist: true});
  try {
    const found = copy.pragma('integrity_check(1)', {simple: true});
    if (found !== 'ok') {
      throw Object.assign(new Error('The database is damaged'), {code: 'SQLITE_CORRUPT'});
    }
    // One file without helpers: whoever looks at a backup then changes nothing in it.
    copy.pragma('journal_mode = DELETE');
    return {databaseVersion: versionOf(copy), epoch: epochOf(copy)};
  } finally {
    copy.close();
  }
}

function versionOf(copy: Database.Database): number {
  return Number(copy.prepare('select max(number) from migration').pluck().get());
}

function epochOf(copy: Database.Database): number {
  return Number(copy.prepare("select value from meta where key = 'epoch'").pluck().get() ?? 1);
}
