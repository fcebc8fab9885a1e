/** `backup` and `restore` as the operator types them. */

import {resolve} from 'node:path';
import {backupFolderOf, parseOptions} from '../config.ts';
import {StartError} from '../start-error.ts';
import {makeBackup} from './backup.ts';
import {restoreBackup} from './restore.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const text = {type: 'string'} as const;

/** Makes a backup; what to print. @throws StartError */
export async function backupCommand(
  argv: readonly string[],
  environment: Environment,
): Promise<string> {
  const given = parseOptions(argv, {data: text, to: text});
  const dataFolder = dataFolderIn(given.data, environment);
  const to = backupFolderOf(dataFolder, given.to || environment['BACKUP_DIR']);
  try {
    const folder = await makeBackup({dataFolder, to, reason: 'asked', now: Date.now()});
    return `De back-up staat in ${folder}`;
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    throw new StartError(explain(cause, dataFolder, to), {cause});
  }
}

/** Puts a backup back; what to print. @throws StartError */
export async function restoreCommand(
  argv: readonly string[],
  environment: Environment,
): Promise<string> {
  const given = parseOptions(argv, {from: text, data: text});
  if (!given.from) throw new StartError('Zeg welke back-up met --from en de map ervan.');
  const dataFolder = dataFolderIn(given.data, environment);
  const from = resolve(given.from);
  const options = {from, dataFolder, now: Date.now, random: Math.random};
  const {madeAt} = await restoreBackup(options);
  return [
    `De back-up van ${new Date(madeAt).toISOString()} staat in ${dataFolder}`,
    'Inloglinks van toen werken niet meer. Wie nog tekst had die niet was opgeslagen, houdt die apart op het eigen apparaat.',
  ].join('\n');
}

function dataFolderIn(given: string | undefined, environment: Environment): string {
  return resolve(given || environment['DATA_DIR'] || './data');
}

function explain(cause: unknown, dataFolder: string, to: string): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : 'onverwacht';
  return code === 'SQLITE_CORRUPT'
    ? `De database in ${dataFolder} is beschadigd, dus een back-up ervan zou dat ook zijn. Bewaar de hele map, en zet een eerdere back-up terug.`
    : `De back-up van ${dataFolder} naar ${to} is niet gelukt (${String(code)}). Kijk of er plaats is en of er geschreven mag worden.`;
}
