/** How this server lets people in: whether it can mail. */

import {useQuery} from '@tanstack/react-query';
import type {WaysView} from '@samenspel/shared';
import {ask} from '../api.ts';

export function useWays() {
  return useQuery({
    queryKey: ['ways'],
    queryFn: () => ask<WaysView>('GET', '/ways'),
    staleTime: Infinity,
  });
}
