/** Opens the one database connection of this process, with its promises kept and its shape current. */

import {join} from 'node:path';
import Database from 'better-sqlite3';
import {Kysely, SqliteDialect} from 'kysely';
import {makeBackup} from '../backup/backup.ts';
import {StartError} from '../start-error.ts';
import {cannotUse, databaseName, exists, makeFolder, mustBeWritable} from './folder.ts';
import {type Migration, migrations} from './migrations.ts';
import type {Tables} from './tables.ts';

export interface Store {
  readonly db: Kysely<Tables>;
  /** The same connection, for statements prepared by hand: only ever inside `exclusively`. */
  readonly sqlite: Database.Database;
  /** Runs synchronous work while no Kysely query or transaction is under way on the connection. */
  exclusively<T>(work: () => T): Promise<T>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly known?: readonly Migration[];
  /** Where the backup from before a migration goes; inside the folder when left out. */
  readonly backups?: string;
}

/**
 * Creates the folder and the database where they are missing.
 * @throws StartError when the folder can't be used or the database is newer than this program
 */
export async function openStore(
  folder: string,
  now: () => number,
  {known = migrations, backups = join(folder, 'backups')}: StoreOptions = {},
): Promise<Store> {
  await inspectFolder(folder, known.length);
  const sqlite = await openConnection(folder);
  const version = appliedVersion(sqlite);
  if (version > 0 && version < known.length) {
    await backUp(folder, backups, now()).catch((error: unknown) => {
      sqlite.close();
      throw error;
    });
  }
  const db = new Kysely<Tables>({dialect: new SqliteDialect({database: sqlite})});
  await migrate(sqlite, db, now, known);
  return {
    db,
    sqlite,
    exclusively: (work) => db.connection().execute(() => Promise.resolve(work())),
    close: () => db.destroy(),
  };
}

/**
 * Looks whether the folder can be used, without touching anything.
 * @throws StartError when it can't, or when its database is newer than this program
 */
export async function inspectFolder(folder: string, known = migrations.length): Promise<void> {
  await mustBeWritable(folder);
  const file = join(folder, databaseName);
  if (!(await exists(file))) return;
  const version = readVersion(file, folder);
  if (version > known) {
    throw new StartError(
      `De database in ${folder} is van een nieuwere versie (${version}) dan dit programma kent (${known}). Werk het programma bij.`,
    );
  }
}

async function openConnection(folder: string): Promise<Database.Database> {
  try {
    await makeFolder(folder);
    const sqlite = new Database(join(folder, databaseName), {timeout: 5_000});
    sqlite.pragma('journal_mode = WAL');
    // A reopened WAL database runs NORMAL unless every connection says otherwise.
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    // What is deleted is overwritten: who is forgotten must not be found in the file.
    sqlite.pragma('secure_delete = ON');
    return sqlite;
  } catch (cause) {
    throw new StartError(cannotUse(folder), {cause});
  }
}

/** @throws StartError when it failed: what a migration does can't be undone without */
async function backUp(dataFolder: string, to: string, now: number): Promise<void> {
  try {
    await makeBackup({dataFolder, to, reason: 'migration', now});
  } catch (cause) {
    throw new StartError(
      `De database moet worden bijgewerkt, maar vooraf een back-up maken in ${to} lukt niet. Maak ruimte, of kies een andere map met BACKUP_DIR.`,
      {cause},
    );
  }
}

/** One transaction over everything that is missing, so that two processes never migrate at once. */
async function migrate(
  sqlite: Database.Database,
  db: Kysely<Tables>,
  now: () => number,
  known: readonly Migration[],
): Promise<void> {
  if (appliedVersion(sqlite) === known.length) return;
  sqlite.exec('begin immediate');
  try {
    sqlite.exec(
      'create table if not exists migration (number integer primary key, name text not null, applied_at integer not null) strict',
    );
    for (const [index, migration] of known.entries()) {
      if (index < appliedVersion(sqlite)) continue;
      await migration.up(db);
      await db
        .insertInto('migration')
        .values({number: index + 1, name: migration.name, applied_at: now()})
        .execute();
    }
    sqlite.exec('commit');
  } catch (cause) {
    if (sqlite.inTransaction) sqlite.exec('rollback');
    sqlite.close();
    throw cause;
  }
}

/** The number of the last migration that ran; 0 for an empty database. */
function appliedVersion(sqlite: Database.Database): number {
  const table = sqlite
    .prepare("select 1 from sqlite_schema where type = 'table' and name = 'migration'")
    .get();
  if (!table) return 0;
  const row = sqlite.prepare('select max(number) as number from migration').get();
  return (row as {number: number | null}).number ?? 0;
}

function readVersion(file: string, folder: string): number {
  try {
    // Not read-only: such a connection leaves its helper files behind, this one takes them away.
    const sqlite = new Database(file, {fileMustExist: true, timeout: 5_000});
    try {
      return appliedVersion(sqlite);
    } finally {
      sqlite.close();
    }
  } catch (cause) {
    throw new StartError(cannotUse(folder), {cause});
  }
}
