/** The thread that compares: one pair of moments after another, read from a database that it can't change. */

import {join} from 'node:path';
import {parentPort} from 'node:worker_threads';
import {packDifference, peopleInDifference} from '@samenspel/shared';
import Database from 'better-sqlite3';
import {Kysely, SqliteDialect} from 'kysely';
import {AppError} from '../../errors.ts';
import {databaseName} from '../../store/folder.ts';
import {openProvenance} from '../../store/provenance.ts';
import {openSchemaReading} from '../../store/schema-versions.ts';
import {openShelf} from '../../store/shelf.ts';
import type {Tables} from '../../store/tables.ts';
import {compareMoments, type ComparisonSource} from './comparison.ts';
import {openActs, openAttributions} from './remembered-source.ts';
import type {DifferenceResult, DifferenceTask} from './differences.ts';

/** Kept as long as the thread is there: opening takes longer than a small comparison. */
const sources = new Map<string, ComparisonSource>();

// An error ends the thread and reaches whoever waits for the work.
parentPort?.on('message', (task: DifferenceTask) => void answer(task));

async function answer(task: DifferenceTask): Promise<void> {
  parentPort?.postMessage(await compare(task), []);
}

async function compare({folder, ...comparison}: DifferenceTask): Promise<DifferenceResult> {
  const source = sources.get(folder) ?? openSource(folder);
  sources.set(folder, source);
  try {
    const difference = await compareMoments(source, comparison);
    if (!difference) return {kind: 'absent'};
    return {
      kind: 'found',
      json: JSON.stringify(packDifference(difference)),
      people: peopleInDifference(difference),
    };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'damaged') throw error;
    return {kind: 'damaged', nearest: error.details['nearest'] ?? null};
  }
}

function openSource(folder: string): ComparisonSource {
  const sqlite = new Database(join(folder, databaseName), {readonly: true, timeout: 5_000});
  const db = new Kysely<Tables>({dialect: new SqliteDialect({database: sqlite})});
  const shelf = openShelf(sqlite);
  return {
    shelf,
    // This connection sees only what is there for good.
    attributions: openAttributions(openProvenance(sqlite)),
    acts: openActs(shelf),
    versions: openSchemaReading(sqlite),
    async owners(documentId) {
      const claims = await db
        .selectFrom('claim')
        .select(['client_id', 'person'])
        .where('document', '=', documentId)
        .execute();
      return new Map(claims.map(({client_id, person}) => [client_id, person]));
    },
  };
}
