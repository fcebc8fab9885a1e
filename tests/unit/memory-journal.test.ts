import type {DocumentId, PersonId} from '@samenspel/shared';
import {journalContract} from '../contracts/journal.ts';
import {memoryClaims, memoryJournal} from '../support/memory-journal.ts';

journalContract('The journal in memory', async () => {
  const documents = ['document1', 'document2'] as [DocumentId, DocumentId];
  const people = ['person1', 'person2'] as [PersonId, PersonId];
  return {journal: memoryJournal(documents), claims: memoryClaims(), documents, people};
});
