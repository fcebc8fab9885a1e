/** Who can be named in a document, and what they are called now. */

import {useQuery} from '@tanstack/react-query';
import type {DocumentId, DocumentPeopleView, PersonView} from '@samenspel/shared';
import {ask} from '../../api.ts';

/** Often enough to see who came; what somebody is called rarely changes. */
const freshMs = 60_000;

const nobody: readonly PersonView[] = [];

/** In the order of the lab; [] while they are not known. */
export function usePeople(documentId: DocumentId): readonly PersonView[] {
  const people = useQuery({
    queryKey: ['document', documentId, 'people'],
    queryFn: async () =>
      (await ask<DocumentPeopleView>('GET', `/documents/${documentId}/people`)).people,
    staleTime: freshMs,
    refetchInterval: freshMs,
  });
  return people.data ?? nobody;
}
