/** Signing out: first look for text that only this device has, then leave nothing behind. */

import {useMutation, useQueryClient} from '@tanstack/react-query';
import type {PersonId} from '@samenspel/shared';
import {useState} from 'react';
import {useLocation} from 'wouter';
import {ask, failureOf} from '../api.ts';
import {useWorld} from '../app-world.tsx';

export type SignOutState =
  | {readonly kind: 'idle'}
  /** Waits for an answer: text in this many documents is on this device only. */
  | {readonly kind: 'warning'; readonly unsent: number}
  | {readonly kind: 'leaving'}
  | {readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void};

export interface SignOut {
  readonly state: SignOutState;
  /** Signs out, or warns first. */
  readonly ask: () => void;
  /** Signs out whatever is unsent. */
  readonly leave: () => void;
  readonly stay: () => void;
}

export function useSignOut(personId: PersonId): SignOut {
  const {localCopies} = useWorld();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [unsent, setUnsent] = useState(0);

  const leaving = useMutation({
    mutationFn: async () => {
      await endSession();
      await localCopies.clear(personId);
    },
    onSuccess: () => {
      navigate('/');
      queries.clear();
      queries.setQueryData(['me'], null);
    },
  });
  const looking = useMutation({
    mutationFn: () => localCopies.unsent(personId),
    onSuccess: (documents) => {
      setUnsent(documents.length);
      if (documents.length === 0) leaving.mutate();
    },
  });

  return {
    state: stateOf(),
    ask: () => looking.mutate(),
    leave: () => {
      setUnsent(0);
      looking.reset();
      leaving.mutate();
    },
    stay: () => {
      setUnsent(0);
      leaving.reset();
      looking.reset();
    },
  };

  function stateOf(): SignOutState {
    if (leaving.error) return {kind: 'failed', error: leaving.error, retry: () => leaving.mutate()};
    // What is unsent could not be counted, so trying again must not skip the warning.
    if (looking.error) return {kind: 'failed', error: looking.error, retry: () => looking.mutate()};
    if (leaving.isPending) return {kind: 'leaving'};
    return unsent > 0 ? {kind: 'warning', unsent} : {kind: 'idle'};
  }
}

/** A session that has already ended is what we wanted. */
async function endSession(): Promise<void> {
  try {
    await ask('POST', '/sign-out');
  } catch (error) {
    if (failureOf(error) !== 'signed_out') throw error;
  }
}
