/** Which schema a document's text is of, as rows: its own number, and until when it had older ones. */

import type {Database} from 'better-sqlite3';
import type {DocumentId, Seq} from '@samenspel/shared';
import type {SchemaVersions} from '../schema/versions.ts';
import {asAppError, type Disk} from './disk.ts';

export function openSchemaVersions({sqlite, exclusively}: Disk): SchemaVersions {
  const raise = sqlite.transaction(schemaRaiser(sqlite));
  return {
    ...openSchemaReading(sqlite),
    async raise(documentId, version) {
      try {
        await exclusively(() => raise.immediate(documentId, version));
      } catch (cause) {
        throw asAppError(cause);
      }
    },
  };
}

/** For a connection that can't write. */
export function openSchemaReading(sqlite: Database): Pick<SchemaVersions, 'of'> {
  const now = sqlite
    .prepare<[string], number>('select schema_version from document where id = ?')
    .pluck();
  const then = sqlite
    .prepare<[string, number], number>(
      'select version from older_schema where document = ? and until >= ? order by until limit 1',
    )
    .pluck();
  return {
    async of(documentId, seq) {
      const older = seq === undefined ? undefined : then.get(documentId, seq);
      return older ?? now.get(documentId) ?? null;
    },
  };
}

/** Notes up to which entry the text was of the older version; only ever inside a transaction. */
export function schemaRaiser(sqlite: Database): (documentId: DocumentId, version: number) => void {
  const note = sqlite.prepare<[string, number], {head: Seq}>(
    `insert into older_schema (document, until, version)
       select id, head, schema_version from document where id = ? and schema_version < ?
       on conflict do nothing`,
  );
  const raise = sqlite.prepare(
    'update document set schema_version = max(schema_version, ?) where id = ?',
  );
  return (documentId, version) => {
    note.run(documentId, version);
    raise.run(version, documentId);
  };
}
