/** Backups as tests meet them: made by the operator's command, and looked at from outside. */

import {readdir} from 'node:fs/promises';
import Database from 'better-sqlite3';
import {join} from 'node:path';
import {runCli} from './started-server.ts';

/** Makes one as the operator does; its folder. */
export async function backUp(dataFolder: string, to = join(dataFolder, 'backups')) {
  const {code, stdout, stderr} = await runCli(['backup', '--data', dataFolder, '--to', to]);
  if (code !== 0) throw new Error(`The backup ended with ${code}: ${stderr}`);
  const folder = /^De back-up staat in (.+)\n$/.exec(stdout)?.[1];
  if (!folder) throw new Error(`The backup printed: ${stdout}`);
  return folder;
}

/** What stands in a folder for backups under a whole name. */
export async function wholeIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.startsWith('samenspel-backup-')).toSorted();
}

/** So many megabytes beside the labs, so that copying takes a while. */
export function makeHeavy(dataFolder: string, megabytes: number): void {
  const database = new Database(join(dataFolder, 'samenspel.db'));
  database.exec('create table ballast (bytes blob)');
  const insert = database.prepare('insert into ballast values (randomblob(1048576))');
  database.transaction(() => {
    for (let count = 0; count < megabytes; count++) insert.run();
  })();
  database.close();
}
