/** Who I am, for every screen: null when signed out. */

import {useQuery} from '@tanstack/react-query';
import type {MeView} from '@samenspel/shared';
import {ask, failureOf} from '../api.ts';

export function useMe() {
  return useQuery({queryKey: ['me'], queryFn: fetchMe, staleTime: 60_000});
}

async function fetchMe(): Promise<MeView | null> {
  try {
    return await ask<MeView>('GET', '/me');
  } catch (error) {
    if (failureOf(error) === 'signed_out') return null;
    throw error;
  }
}
