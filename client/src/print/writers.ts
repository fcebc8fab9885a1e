/** Who wrote a text, kept ready: when the browser asks for paper there is no time to ask. */

import {useQuery} from '@tanstack/react-query';
import type {DocumentId, DocumentPeopleView, PersonView, Seq} from '@samenspel/shared';
import {ask} from '../api.ts';

/** Who comes back to the window to print sees who wrote meanwhile. */
const freshMs = 30_000;

const nobody: readonly PersonView[] = [];

/** Up to a moment; up to now with null. [] while they are not known. */
export function useWriters(documentId: DocumentId, until: Seq | null): readonly PersonView[] {
  const {data} = useQuery({
    queryKey: ['document', documentId, 'writers', until],
    queryFn: async () => {
      const range = until === null ? '' : `?until=${until}`;
      const path = `/documents/${documentId}/writers${range}`;
      return (await ask<DocumentPeopleView>('GET', path)).people;
    },
    staleTime: freshMs,
  });
  return data ?? nobody;
}
