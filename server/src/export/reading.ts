/** The database as somebody reads it who copies from it: a connection of its own, that can't write. */

import {join} from 'node:path';
import {type DocumentId, type PersonId, SCHEMA_VERSION} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import {migrated} from '@samenspel/shared/schema/migrations';
import Database from 'better-sqlite3';
import {Kysely, SqliteDialect} from 'kysely';
import {type JournalFile, stretchesOf} from '../history/journal-file.ts';
import {textOf} from '../history/moment.ts';
import {type Moment, moments} from '../history/moments.ts';
import {type AuthoredBlock, authorsOf} from '../history/provenance/authors-of.ts';
import {latestOf, marksOf} from '../journal/past.ts';
import {documentOf} from '../journal/state.ts';
import {databaseName} from '../store/folder.ts';
import {openProvenance} from '../store/provenance.ts';
import {openShelf} from '../store/shelf.ts';
import type {Tables} from '../store/tables.ts';

export interface Reading {
  readonly db: Kysely<Tables>;
  /** A document's text as JSON; null when it was deleted meanwhile. @throws AppError 'damaged' */
  text(documentId: DocumentId): ReturnType<typeof textOf> | null;
  /** Its text blocks with whose words they are; null as above. @throws AppError 'damaged' */
  authored(documentId: DocumentId): Promise<readonly AuthoredBlock[] | null>;
  /** Its journal from the beginning, and the schema of its text now; empty when it was deleted meanwhile. */
  journal(documentId: DocumentId): Pick<JournalFile, 'stretches' | 'schema'>;
  /** When who wrote in it, oldest first. */
  moments(documentId: DocumentId): readonly Moment[];
  close(): Promise<void>;
}

/** For a thread of its own: every answer is read and worked out at once. */
export function openReading(folder: string): Reading {
  const sqlite = new Database(join(folder, databaseName), {readonly: true, timeout: 5_000});
  const db = new Kysely<Tables>({dialect: new SqliteDialect({database: sqlite})});
  const shelf = openShelf(sqlite);
  const provenance = openProvenance(sqlite);
  const schemaOf = sqlite
    .prepare<[string], number>('select schema_version from document where id = ?')
    .pluck();
  const latest = (documentId: DocumentId) => shelf.snapshot(() => latestOf(shelf, documentId));

  return {
    db,
    text(documentId) {
      const replay = latest(documentId);
      if (!replay) return null;
      // Nobody may have opened it since the program was renewed.
      const version = schemaOf.get(documentId) ?? SCHEMA_VERSION;
      return migrated(textOf(replay.updates, replay.state), version);
    },
    async authored(documentId) {
      const claims = await db
        .selectFrom('claim')
        .select(['client_id', 'person'])
        .where('document', '=', documentId)
        .execute();
      const replay = latest(documentId);
      if (!replay) return null;
      const attributions = await provenance.until(documentId, replay.seq);
      const doc = documentOf(replay.state, replay.updates);
      const owners = new Map(claims.map(({client_id, person}) => [client_id, person]));
      const blocks = authorsOf(doc.getXmlFragment(ROOT_NAME), attributions, owners);
      doc.destroy();
      return blocks;
    },
    journal: (documentId) => ({
      stretches: stretchesOf(shelf, documentId),
      schema: schemaOf.get(documentId) ?? SCHEMA_VERSION,
    }),
    moments: (documentId) => moments(shelf.snapshot(() => marksOf(shelf, documentId))),
    close: () => db.destroy(),
  };
}

/** What of these blocks is by this person: one text per block, parts by others left out. */
export function passagesBy(
  blocks: readonly AuthoredBlock[],
  personId: PersonId,
): readonly string[] {
  return blocks.flatMap(({runs}) => {
    const mine = runs.filter(({author}) => author === personId).map(({text}) => text);
    return mine.length > 0 ? [mine.join(' … ')] : [];
  });
}
