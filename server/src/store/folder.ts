/** The data folder itself: whether it can be used, and how it is made. */

import {access, constants, mkdir, stat} from 'node:fs/promises';
import {dirname} from 'node:path';
import {StartError} from '../start-error.ts';

/** The names of what is in it; SQLite keeps helper files beside the first two. */
export const databaseName = 'samenspel.db';
export const lockName = 'server.lock';
export const secretName = 'secret';

/** Touches nothing. @throws StartError when neither the folder nor its nearest parent can be written */
export async function mustBeWritable(folder: string): Promise<void> {
  let path = folder;
  while (!(await exists(path)) && path !== dirname(path)) path = dirname(path);
  try {
    if (!(await stat(path)).isDirectory()) throw new Error('Not a folder');
    await access(path, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StartError(cannotUse(folder), {cause});
  }
}

/** With its parents, for its owner only. Node's own `recursive` never returns on /proc. */
export async function makeFolder(folder: string): Promise<void> {
  if (await exists(folder)) return;
  if (folder !== dirname(folder)) await makeFolder(dirname(folder));
  await mkdir(folder, {mode: 0o700}).catch(async (error: unknown) => {
    // Somebody else was first, which is as good.
    if (!(await exists(folder))) throw error;
  });
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

export function cannotUse(folder: string): string {
  return `In de map ${folder} kan niet worden geschreven. Kies een andere map met --data of geef schrijfrechten.`;
}
