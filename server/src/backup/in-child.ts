/** A backup made beside the server's own work. */

import {spawn} from 'node:child_process';
import {rm} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {type BackupOptions, newPlace} from './backup.ts';

const script = fileURLToPath(new URL('./child.ts', import.meta.url));

/**
 * Resolves with the folder of the backup. Aborting ends it and clears up. It is a process, not a
 * thread: ending a thread while it loads SQLite takes the whole server down (tried).
 * @throws Error with the code of what went wrong, or when it was aborted
 */
export async function backupInChild(options: BackupOptions, signal: AbortSignal): Promise<string> {
  const place = newPlace(options.to, options.now);
  const child = spawn(process.execPath, [script, JSON.stringify({...options, place})], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode) => {
        if (exitCode === 0) return resolve(place.whole);
        reject(Object.assign(new Error('The backup broke off'), {code: said.slice(-40)}));
      });
    });
  } catch (error) {
    await rm(place.partial, {recursive: true, force: true});
    throw error;
  } finally {
    signal.removeEventListener('abort', kill);
  }
}
