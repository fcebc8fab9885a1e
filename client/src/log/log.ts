/** A lab's log, page by page from the newest. */

import {useInfiniteQuery} from '@tanstack/react-query';
import type {LabId, LogPage} from '@samenspel/shared';
import {ask} from '../api.ts';

export function useLog(labId: LabId) {
  return useInfiniteQuery({
    queryKey: ['lab', labId, 'log'],
    initialPageParam: null as number | null,
    queryFn: ({pageParam}) =>
      ask<LogPage>('GET', `/labs/${labId}/log${pageParam === null ? '' : `?before=${pageParam}`}`),
    getNextPageParam: ({before}) => before,
    refetchOnWindowFocus: 'always',
  });
}
