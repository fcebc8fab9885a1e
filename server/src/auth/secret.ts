/** The secret that signs sessions: made once, kept in the data folder for its owner only. */

import {randomBytes} from 'node:crypto';
import {link, open, readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {newId} from '../ids.ts';
import {StartError} from '../start-error.ts';
import {secretName} from '../store/folder.ts';

/** @throws StartError when the file is there but holds no secret */
export async function openSecret(folder: string): Promise<string> {
  const file = join(folder, secretName);
  const found = await read(file);
  if (found !== null) return found;
  const fresh = `${file}.${newId()}`;
  const handle = await open(fresh, 'wx', 0o600);
  await handle.writeFile(randomBytes(32).toString('base64url'));
  // On disk before it signs anything: after a power cut sessions must still be valid.
  await handle.sync();
  await handle.close();
  try {
    // Fails when another process was first; then its secret is the one.
    await link(fresh, file).catch(ignoreExisting);
  } finally {
    await rm(fresh, {force: true});
  }
  const secret = await read(file);
  if (secret === null) throw new StartError(`Het bestand ${file} kan niet worden gemaakt.`);
  return secret;
}

async function read(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw new StartError(`Het bestand ${file} kan niet worden gelezen.`, {cause: error});
  });
  if (text !== null && text.trim().length < 32) {
    throw new StartError(`Het bestand ${file} is beschadigd. Zet het terug uit een back-up.`);
  }
  return text === null ? null : text.trim();
}

function ignoreExisting(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
