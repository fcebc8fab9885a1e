/** Which schema each document is of, in memory, beside a journal in memory. */

import type {SchemaVersions} from '@samenspel/server/schema/versions.ts';
import type {NewEntry} from '@samenspel/server/journal/journal.ts';
import {beginning, type DocumentId, type Seq} from '@samenspel/shared';
import type {MemoryJournal} from './memory-journal.ts';

/** @param versions with what each document's journal began */
export function memorySchemaVersions(
  journal: MemoryJournal,
  versions: ReadonlyMap<DocumentId, number>,
): SchemaVersions {
  const raised: {documentId: DocumentId; since: Seq; version: number}[] = [];
  return {
    async of(documentId, seq = Infinity as Seq) {
      const first = versions.get(documentId);
      if (first === undefined) return null;
      const inEntries = journal.entries.flatMap((entry) => {
        const {schema} = entry as Pick<NewEntry, 'schema'>;
        return entry.documentId === documentId && schema
          ? [{since: entry.seq, version: schema}]
          : [];
      });
      const beside = raised.filter((one) => one.documentId === documentId);
      const known = [...inEntries, ...beside].filter(({since}) => since <= seq);
      return Math.max(first, ...known.map(({version}) => version));
    },
    async raise(documentId, version) {
      const head = (await journal.head(documentId)) ?? beginning;
      raised.push({documentId, since: (head + 1) as Seq, version});
    },
  };
}
