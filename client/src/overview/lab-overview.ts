/** What a lab's documents come to, as the server tells it, kept fresh while somebody looks. */

import {useQuery} from '@tanstack/react-query';
import type {LabId, LabOverviewView} from '@samenspel/shared';
import {ask} from '../api.ts';

const refreshMs = 20_000;

export function useLabOverview(labId: LabId) {
  return useQuery({
    queryKey: ['lab', labId, 'overview'],
    queryFn: () => ask<LabOverviewView>('GET', `/labs/${labId}/overview`),
    // Whoever comes back from a document sees what they just wrote there.
    staleTime: 0,
    refetchInterval: refreshMs,
    refetchOnWindowFocus: 'always',
  });
}
