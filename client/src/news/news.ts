/** My news as the server tells it: the same on all my devices. */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {MyNewsView, NewsId, NewsView} from '@samenspel/shared';
import {ask} from '../api.ts';

/** Asked again when a notice says so, and when one comes back to this window. */
export const newsKey = ['my-news'];

const none: readonly NewsView[] = [];

export function useMyNews() {
  return useQuery({
    queryKey: newsKey,
    queryFn: () => ask<MyNewsView>('GET', '/me/news'),
    refetchOnWindowFocus: 'always',
    staleTime: 15_000,
  });
}

/** What I have not read and this is true of; newest first. */
export function useUnread(isWanted: (news: NewsView) => boolean): readonly NewsView[] {
  const items = useMyNews().data?.items ?? none;
  return items.filter((news) => !news.isRead && isWanted(news));
}

/** Read at once on this screen; when the server could not be reached, it is news again. */
export function useReadNews() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly NewsId[]) => ask<void>('POST', '/me/news/read', {ids}),
    onMutate: (ids) => {
      queries.setQueryData<MyNewsView>(newsKey, (before) => before && withRead(before, ids));
    },
    onSettled: () => queries.invalidateQueries({queryKey: newsKey}),
  });
}

function withRead({items}: MyNewsView, ids: readonly NewsId[]): MyNewsView {
  const now = items.map((news) => (ids.includes(news.id) ? {...news, isRead: true} : news));
  return {items: now, unread: now.filter(({isRead}) => !isRead).length};
}
