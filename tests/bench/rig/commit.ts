/** What the disk of this machine takes at least: one small row per commit, WAL, `synchronous=FULL`. */

import {join} from 'node:path';
import Database from 'better-sqlite3';
import {type Spread, spreadOf} from './percentiles.ts';

/** @param rows in each commit. Milliseconds. */
export function measureCommit(folder: string, rows = 1, commits = 400): Spread {
  const sqlite = new Database(join(folder, `commit-${rows}.db`));
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.exec('create table entry (number integer primary key, bytes blob not null) strict');
  const insert = sqlite.prepare('insert into entry (bytes) values (?)');
  const bytes = Buffer.alloc(30, 1);
  const commit = sqlite.transaction(() => {
    for (let index = 0; index < rows; index++) insert.run(bytes);
  });
  const took: number[] = [];
  for (let index = 0; index < commits; index++) {
    const started = performance.now();
    commit();
    took.push(performance.now() - started);
  }
  sqlite.close();
  return spreadOf(took);
}
