/** How far I have seen a document, as the server tells it. */

import {useMutation, useQuery} from '@tanstack/react-query';
import type {DocumentId, SeenView, Seq} from '@samenspel/shared';
import {ask} from '../api.ts';

/** As it was when this page was opened: looking does not change what one compares. */
export function useSeen(documentId: DocumentId, isAsked: boolean) {
  return useQuery({
    queryKey: ['seen', documentId],
    queryFn: () => ask<SeenView>('GET', `/documents/${documentId}/seen`),
    enabled: isAsked,
    staleTime: Infinity,
    // Another visit asks again.
    gcTime: 0,
  });
}

/** I have seen it up to here. */
export function useSee(documentId: DocumentId) {
  return useMutation({
    mutationFn: (seq: Seq) => ask<void>('PUT', `/documents/${documentId}/seen`, {seq}),
  });
}
