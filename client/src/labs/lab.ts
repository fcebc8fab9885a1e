/** A lab as the server tells it, kept fresh while somebody looks. */

import {skipToken, useQuery} from '@tanstack/react-query';
import type {LabId, LabView} from '@samenspel/shared';
import {ask} from '../api.ts';

/** Often enough to see who is where; the text itself is live by another way. */
const refreshMs = 15_000;

export function useLab(labId: LabId) {
  return useQuery({
    queryKey: ['lab', labId],
    queryFn: () => fetchLab(labId),
    refetchInterval: refreshMs,
    refetchOnWindowFocus: 'always',
  });
}

/** Whether this lab is closed; not asked for who is not in it, as a guest of one document. */
export function useIsClosed(labId: LabId | null): boolean {
  const lab = useQuery({
    queryKey: ['lab', labId],
    queryFn: labId === null ? skipToken : () => fetchLab(labId),
    staleTime: 15_000,
  });
  return lab.data !== undefined && lab.data.closedAt !== null;
}

function fetchLab(labId: LabId): Promise<LabView> {
  return ask('GET', `/labs/${labId}`);
}
