/** A backup made beside the server's own work. */

import {rm} from 'node:fs/promises';
import {Worker} from 'node:worker_threads';
import {type BackupOptions, newPlace} from './backup.ts';

/**
 * Resolves with the folder of the backup. Aborting ends it and clears up.
 * @throws Error when it failed or was aborted
 */
export async function backupInWorker(options: BackupOptions, signal: AbortSignal): Promise<string> {
  const place = newPlace(options.to, options.now);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: {...options, place},
    execArgv: [],
  });
  const abort = () => void worker.terminate();
  signal.addEventListener('abort', abort);
  try {
    return await new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', (code) => {
        if (code === 0) resolve(place.whole);
        else reject(new Error('The backup was broken off'));
      });
    });
  } catch (error) {
    await rm(place.partial, {recursive: true, force: true});
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
