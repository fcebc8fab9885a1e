/** A document beside its text: its name, its place in the list, and what changes those. */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {DocumentId, DocumentView, LabId, LabView} from '@samenspel/shared';
import {ask} from '../api.ts';
import type {Beginning} from '../templates/beginning.ts';

export function useDocument(documentId: DocumentId) {
  return useQuery({
    queryKey: ['document', documentId],
    queryFn: () => ask<DocumentView>('GET', `/documents/${documentId}`),
  });
}

export function useCreateDocument(labId: LabId) {
  const keep = useKeep();
  return useMutation({
    mutationFn: (json: {readonly title: string; readonly template: Beginning}) =>
      ask<DocumentView>('POST', `/labs/${labId}/documents`, json),
    onSuccess: keep,
  });
}

export function useRenameDocument(documentId: DocumentId) {
  const keep = useKeep();
  return useMutation({
    mutationFn: (title: string) => ask<DocumentView>('PATCH', `/documents/${documentId}`, {title}),
    onSuccess: keep,
  });
}

/** Puts a document away (`true`) or brings it back (`false`). */
export function useArchiveDocument() {
  const keep = useKeep();
  return useMutation({
    mutationFn: ({id, archived}: {readonly id: DocumentId; readonly archived: boolean}) =>
      ask<DocumentView>('POST', `/documents/${id}/${archived ? 'archive' : 'bring-back'}`),
    onSuccess: keep,
  });
}

/** Shows the answer everywhere at once, then asks the server for the list. */
function useKeep() {
  const queries = useQueryClient();
  return async (answer: DocumentView) => {
    queries.setQueryData(['document', answer.id], answer);
    queries.setQueryData<LabView>(['lab', answer.labId], (lab) =>
      lab ? {...lab, documents: replaced(lab.documents, answer)} : lab,
    );
    await queries.invalidateQueries({queryKey: ['lab', answer.labId]});
  };
}

function replaced(documents: readonly DocumentView[], answer: DocumentView) {
  const stands = documents.some(({id}) => id === answer.id);
  return stands
    ? documents.map((one) => (one.id === answer.id ? answer : one))
    : [answer, ...documents];
}
