/** Who reads along in one document without being in its lab, or by its writer's invitation. */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {DocumentId, GuestView, PersonId} from '@samenspel/shared';
import {ask} from '../api.ts';

export function useGuests(documentId: DocumentId) {
  return useQuery({
    queryKey: ['document', documentId, 'guests'],
    queryFn: async () => {
      const {guests} = await ask<{readonly guests: readonly GuestView[]}>(
        'GET',
        `/documents/${documentId}/guests`,
      );
      return guests;
    },
  });
}

export function useRemoveGuest(documentId: DocumentId) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (personId: PersonId) =>
      ask<void>('DELETE', `/documents/${documentId}/guests/${personId}`),
    onSettled: () => queries.invalidateQueries({queryKey: ['document', documentId, 'guests']}),
  });
}
