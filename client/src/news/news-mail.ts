/** How the news of each of my labs is mailed, as the server keeps it. */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {LabId, MailChoicesView, MailHow} from '@samenspel/shared';
import {ask} from '../api.ts';

const key = ['me', 'news-mail'];

export function useMailChoices(isAsked: boolean) {
  return useQuery({
    queryKey: key,
    queryFn: async () => (await ask<MailChoicesView>('GET', '/me/news-mail')).labs,
    enabled: isAsked,
  });
}

export function useChooseMail(labId: LabId) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (how: MailHow) => ask<void>('PUT', `/labs/${labId}/news-mail`, {how}),
    onSuccess: () => queries.invalidateQueries({queryKey: key}),
  });
}
