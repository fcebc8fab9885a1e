/** What every keeper of schema numbers promises. */

import type {Journal} from '@samenspel/server/journal/journal.ts';
import type {SchemaVersions} from '@samenspel/server/schema/versions.ts';
import type {DocumentId, Seq} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';

export interface SchemaVersionsWorld {
  readonly versions: SchemaVersions;
  readonly journal: Pick<Journal, 'append'>;
  /** Empty, of version 1. */
  readonly documentId: DocumentId;
}

export function schemaVersionsContract(
  name: string,
  open: () => Promise<SchemaVersionsWorld>,
): void {
  describe(name, () => {
    const entry = (documentId: DocumentId, schema?: number) => ({
      ...{documentId, at: 0, actor: null, clientId: null, bytes: Uint8Array.of(0, 0)},
      ...(schema === undefined ? {kind: 'edit' as const} : {kind: 'schema' as const, schema}),
    });

    test('knows nothing of a document that is not there', async () => {
      const {versions} = await open();
      expect(await versions.of('bestaatniet' as DocumentId)).toBeNull();
    });

    test('[R40] an entry that changes the text raises the number, and earlier text keeps its own', async () => {
      const {versions, journal, documentId} = await open();
      await journal.append([entry(documentId), entry(documentId)]);
      await journal.append([entry(documentId, 2)]);
      await journal.append([entry(documentId)]);
      expect(await versions.of(documentId)).toBe(2);
      const then = [1, 2, 3, 4].map((seq) => versions.of(documentId, seq as Seq));
      expect(await Promise.all(then)).toEqual([1, 1, 2, 2]);
    });

    test('[R40] a number can go up without an entry, from the next one on', async () => {
      const {versions, journal, documentId} = await open();
      await journal.append([entry(documentId)]);
      await versions.raise(documentId, 2);
      expect(await versions.of(documentId)).toBe(2);
      await journal.append([entry(documentId), entry(documentId, 4)]);
      const then = [1, 2, 3].map((seq) => versions.of(documentId, seq as Seq));
      expect(await Promise.all(then)).toEqual([1, 2, 4]);
      expect(await versions.of(documentId)).toBe(4);
    });
  });
}
