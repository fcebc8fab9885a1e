/** What changed in a lab since I was here, document by document. */

import {useQuery} from '@tanstack/react-query';
import type {LabId, LabNewsView} from '@samenspel/shared';
import {ask} from '../api.ts';

export type DocumentNews = LabNewsView['documents'][number];

export function useNews(labId: LabId) {
  return useQuery({
    queryKey: ['news', labId],
    queryFn: async () => (await ask<LabNewsView>('GET', `/labs/${labId}/news`)).documents,
    // What one is looking at would turn old news while one reads it.
    refetchOnWindowFocus: false,
    staleTime: 0,
  });
}
