/** The lab's own words for where money comes from, to choose from beside those of the product. */

import {skipToken, useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {FundSourceView, LabId} from '@samenspel/shared';
import {ask} from '../api.ts';

/** They change rarely, and one's own change shows at once. */
const freshMs = 60_000;

const noSources: readonly FundSourceView[] = [];

/** By name; [] while they are not known, and for who is not in the lab (null). */
export function useFundSources(labId: LabId | null): readonly FundSourceView[] {
  const sources = useQuery({
    queryKey: ['lab', labId, 'fund-sources'],
    queryFn:
      labId === null
        ? skipToken
        : async () =>
            (
              await ask<{readonly sources: readonly FundSourceView[]}>(
                'GET',
                `/labs/${labId}/fund-sources`,
              )
            ).sources,
    staleTime: freshMs,
  });
  return sources.data ?? noSources;
}

export function useAddFundSource(labId: LabId) {
  const refresh = useRefresh(labId);
  return useMutation({
    mutationFn: (name: string) =>
      ask<FundSourceView>('POST', `/labs/${labId}/fund-sources`, {name}),
    onSuccess: refresh,
  });
}

export function useRemoveFundSource(labId: LabId) {
  const refresh = useRefresh(labId);
  return useMutation({
    mutationFn: (id: string) => ask<void>('DELETE', `/labs/${labId}/fund-sources/${id}`),
    onSuccess: refresh,
  });
}

function useRefresh(labId: LabId) {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({queryKey: ['lab', labId, 'fund-sources']}),
      queries.invalidateQueries({queryKey: ['lab', labId, 'log']}),
    ]);
  };
}
