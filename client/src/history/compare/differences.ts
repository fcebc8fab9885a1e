/** What differs between two moments, and how far I have seen a document, as the server tells it. */

import {useMutation, useQuery} from '@tanstack/react-query';
import {
  type DifferenceView,
  type DocumentId,
  type PackedDifferenceView,
  type SeenView,
  type Seq,
  unpackDifference,
} from '@samenspel/shared';
import {ask} from '../../api.ts';
import {nowWord, type Until} from './compare-path.ts';

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

export function useDifference(documentId: DocumentId, from: Seq | null, until: Until) {
  const range = `from=${from}${until === nowWord ? '' : `&until=${until}`}`;
  return useQuery({
    queryKey: ['difference', documentId, from, until],
    queryFn: async (): Promise<DifferenceView> => {
      const path = `/documents/${documentId}/difference?${range}`;
      const {difference, people} = await ask<PackedDifferenceView>('GET', path);
      return {difference: unpackDifference(difference), people};
    },
    // What it is made of is a hundred pages: looking for what stayed the same takes longer than it saves.
    structuralSharing: false,
    enabled: from !== null,
    // What was, stays as it was; a text that goes on is compared anew when asked for.
    staleTime: until === nowWord ? 10_000 : Infinity,
    refetchOnWindowFocus: false,
  });
}

/** Where the comparison can be taken along from, as a page by itself. */
export function takeAlongHref(documentId: DocumentId, {difference}: DifferenceView): string {
  const {earlier, later} = difference;
  return `/api/documents/${documentId}/difference.html?from=${earlier.seq}&until=${later.seq}`;
}
