/** A database that is only looked at: nothing is made, migrated or changed. */

import {join} from 'node:path';
import Database from 'better-sqlite3';
import type {DocumentId} from '@samenspel/shared';
import type {Shelf} from '../journal/past.ts';
import type {LogShelf} from '../log/verify.ts';
import {StartError} from '../start-error.ts';
import {databaseName} from './folder.ts';
import {migrations} from './migrations.ts';
import {openLogShelf} from './log-shelf.ts';
import {openPlanShelf, type PlanShelf} from './plan-shelf.ts';
import {openShelf} from './shelf.ts';

export interface Reading {
  readonly shelf: Shelf;
  readonly plans: PlanShelf;
  readonly logs: LogShelf;
  /** All documents, in order of making. */
  documents(): readonly DocumentId[];
  /** What SQLite finds wrong with the file, in its own words; [] if nothing. */
  damage(): readonly string[];
  close(): void;
}

/** @throws StartError when there is no database of this version in the folder */
export function openReading(folder: string): Reading {
  const sqlite = openFile(folder);
  try {
    // A connection that may not write at all would leave its helper files behind.
    sqlite.pragma('query_only = ON');
    const version = sqlite.prepare<[], {version: number}>(
      'select coalesce(max(number), 0) as version from migration',
    );
    if (version.get()?.version !== migrations.length) throw new Error('Another version');
    const shelf = openShelf(sqlite);
    const ids = sqlite.prepare<[], {id: DocumentId}>(
      'select id from document order by created_at, id',
    );
    return {
      shelf,
      plans: openPlanShelf(sqlite),
      logs: openLogShelf(sqlite),
      documents: () => ids.all().map(({id}) => id),
      damage: () =>
        (sqlite.pragma('quick_check') as readonly {quick_check: string}[])
          .map(({quick_check}) => quick_check)
          .filter((found) => found !== 'ok'),
      close: () => sqlite.close(),
    };
  } catch (cause) {
    sqlite.close();
    throw new StartError(
      `De database in ${folder} is niet van deze versie of niet te lezen. Start Samenspel eerst een keer met deze map, of zet een back-up terug.`,
      {cause},
    );
  }
}

function openFile(folder: string): Database.Database {
  try {
    return new Database(join(folder, databaseName), {fileMustExist: true, timeout: 5_000});
  } catch (cause) {
    throw new StartError(`In de map ${folder} staat geen database van Samenspel.`, {cause});
  }
}
