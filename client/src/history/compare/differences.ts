/** What differs between two moments, as the server tells it. */

import {useQuery} from '@tanstack/react-query';
import {
  type DifferenceView,
  type DocumentId,
  type PackedDifferenceView,
  type Seq,
  unpackDifference,
} from '@samenspel/shared';
import {ask} from '../../api.ts';
import {nowWord, type Until} from './compare-path.ts';

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
