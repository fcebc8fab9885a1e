/** The program of the browser: what is measured is what stands in the sources now. */

import {execFile} from 'node:child_process';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

export async function buildClient(): Promise<void> {
  const folder = fileURLToPath(new URL('../../../client/', import.meta.url));
  const vite = join(folder, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {cwd: folder});
}
