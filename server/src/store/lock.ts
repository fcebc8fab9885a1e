/** One server per data folder: a lock that the operating system drops with the process, even on kill -9. */

import {join} from 'node:path';
import Database from 'better-sqlite3';
import {StartError} from '../start-error.ts';
import {cannotUse, lockName, makeFolder} from './folder.ts';

/**
 * Makes the folder where it is missing and holds it until the returned release, or the end of the process.
 * @throws StartError when another server holds it or it can't be written
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const lock = await openLock(folder);
  try {
    // In memory: a crash then leaves no journal to roll back.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('begin exclusive');
  } catch (cause) {
    lock.close();
    throw new StartError(`De map ${folder} is al in gebruik door een andere server.`, {cause});
  }
  return () => lock.close();
}

async function openLock(folder: string): Promise<Database.Database> {
  try {
    await makeFolder(folder);
    return new Database(join(folder, lockName), {timeout: 0});
  } catch (cause) {
    throw new StartError(cannotUse(folder), {cause});
  }
}
