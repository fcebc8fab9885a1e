/** Going for good, or everywhere: first known what is unsent here, then nothing stays on the device. */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {PersonId} from '@samenspel/shared';
import {useLocation} from 'wouter';
import {useWorld} from '../app-world.tsx';

/** In how many documents this device has text that the server does not have; 0 while it is counted. */
export function useUnsent(personId: PersonId): number {
  const {localCopies} = useWorld();
  const unsent = useQuery({
    queryKey: ['unsent', personId],
    queryFn: () => localCopies.unsent(personId),
    staleTime: 0,
    gcTime: 0,
  });
  return unsent.data?.length ?? 0;
}

/** Does what ends every session, clears this device, and begins again at the beginning. */
export function useLeave<Words = void>(
  personId: PersonId,
  end: (words: Words) => Promise<unknown>,
) {
  const {localCopies} = useWorld();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: async (words: Words) => {
      await end(words);
      await localCopies.clear(personId);
    },
    onSuccess: () => {
      navigate('/');
      queries.clear();
      queries.setQueryData(['me'], null);
    },
  });
}
