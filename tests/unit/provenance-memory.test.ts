import type {DocumentId, PersonId} from '@samenspel/shared';
import {provenanceContract} from '../contracts/provenance.ts';
import {memoryJournal} from '../support/memory-journal.ts';

provenanceContract('The journal in memory', async () => {
  const documents = ['document1', 'document2'] as [DocumentId, DocumentId];
  return {journal: memoryJournal(documents), documents, person: 'person1' as PersonId};
});
