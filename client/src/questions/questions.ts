/** What a lab was asked, and the keys that are turned on it. */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {KeyAct, LabId, QuestionId, QuestionView, TurnedView} from '@samenspel/shared';
import {ask} from '../api.ts';

export interface Asking {
  readonly act: KeyAct;
  readonly reason: string;
}

/** Everything that was asked, newest first. */
export function useQuestions(labId: LabId) {
  return useQuery({
    queryKey: ['lab', labId, 'questions'],
    queryFn: async () => {
      const {questions} = await ask<{readonly questions: readonly QuestionView[]}>(
        'GET',
        `/labs/${labId}/questions`,
      );
      return questions;
    },
    refetchOnWindowFocus: 'always',
  });
}

/** Asks the lab; one's own key is turned with it where one may. */
export function useAskLab(labId: LabId) {
  const refresh = useRefresh(labId);
  return useMutation({
    mutationFn: (asking: Asking) => ask<TurnedView>('POST', `/labs/${labId}/questions`, asking),
    onSettled: refresh,
  });
}

export function useTurnKey(labId: LabId) {
  const refresh = useRefresh(labId);
  return useMutation({
    mutationFn: (id: QuestionId) => ask<TurnedView>('POST', `/questions/${id}/key`),
    onSettled: refresh,
  });
}

export function useWithdrawQuestion(labId: LabId) {
  const refresh = useRefresh(labId);
  return useMutation({
    mutationFn: (id: QuestionId) => ask<QuestionView>('POST', `/questions/${id}/withdraw`),
    onSettled: refresh,
  });
}

/** Also after a refusal: somebody else was first, and the page should show it. */
function useRefresh(labId: LabId) {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({queryKey: ['lab', labId]}),
      queries.invalidateQueries({queryKey: ['me']}),
    ]);
  };
}
