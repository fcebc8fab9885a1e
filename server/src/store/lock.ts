/** One server per data folder: a lock that the operating system drops with the process, even on kill -9. */

import {join} from 'node:path';
import Database from 'better-sqlite3';
import {StartError} from '../start-error.ts';

/**
 * Holds the folder until the returned release, or the end of the process.
 * @throws StartError when another server holds it
 */
export function lockFolder(folder: string): () => void {
  const lock = new Database(join(folder, 'server.lock'), {timeout: 0});
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
