import {openSchemaVersions} from '@samenspel/server/store/schema-versions.ts';
import type {DocumentId} from '@samenspel/shared';
import {schemaVersionsContract} from '../contracts/schema-versions.ts';
import {addDocuments, openJournal, openTestStore, temporaryFolder} from '../support/store.ts';

schemaVersionsContract('Schema numbers in SQLite', async () => {
  const store = await openTestStore(await temporaryFolder());
  const documentId = 'document1' as DocumentId;
  await addDocuments(store, [documentId]);
  await store.db.updateTable('document').set({schema_version: 1}).execute();
  return {versions: openSchemaVersions(store), journal: openJournal(store), documentId};
});
