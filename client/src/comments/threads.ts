/** What is said about a document, as the server has it: all threads in short, and one as a whole. */

import {type QueryClient, useQuery, useQueryClient} from '@tanstack/react-query';
import type {
  DocumentId,
  MentionableView,
  PersonView,
  ThreadBodiesView,
  ThreadId,
  ThreadLine,
  ThreadsView,
  ThreadView,
} from '@samenspel/shared';
import {useEffect, useRef} from 'react';
import {ask} from '../api.ts';
import {outdated, together} from './known-threads.ts';

/** joining: what happens is not told yet; away: it is not told any more. */
export type TellingLine = 'joining' | 'live' | 'away';

export function threadsKey(documentId: DocumentId) {
  return ['comments', documentId, 'threads'] as const;
}

function threadKey(documentId: DocumentId, id?: ThreadId) {
  return ['comments', documentId, 'thread', ...(id === undefined ? [] : [id])] as const;
}

const none: readonly ThreadLine[] = [];

/**
 * All threads; [] while they are not known. Asked for as a whole once the line tells of what happens from
 * then on, and again when it does after a break.
 */
export function useThreads(documentId: DocumentId, line: TellingLine): readonly ThreadLine[] {
  const queries = useQueryClient();
  const {data} = useQuery({
    queryKey: threadsKey(documentId),
    queryFn: async () => {
      const view = await ask<ThreadsView>('GET', `/documents/${documentId}/threads`);
      forgetOutdated(queries, documentId, view);
      return view;
    },
    enabled: line !== 'joining',
    structuralSharing: (known, said) =>
      together(known as ThreadsView | undefined, said as ThreadsView),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  const wasAway = useRef(false);
  useEffect(() => {
    if (line === 'live' && wasAway.current) {
      void queries.invalidateQueries({queryKey: threadsKey(documentId)});
    }
    wasAway.current = line === 'away';
  }, [line, queries, documentId]);
  return data?.threads ?? none;
}

/** For who lists them: goals got other titles meanwhile, and moved, without anything being said. */
export function useFreshThreads(documentId: DocumentId): void {
  const queries = useQueryClient();
  useEffect(() => {
    void queries.invalidateQueries({queryKey: threadsKey(documentId)});
  }, [queries, documentId]);
}

/** What is said of some threads now. */
export function takeIn(queries: QueryClient, documentId: DocumentId, said: ThreadsView): void {
  forgetOutdated(queries, documentId, said);
  queries.setQueryData<ThreadsView>(
    threadsKey(documentId),
    (known) => known && together(known, said),
  );
}

/** A closed thread holds no words that were changed or withdrawn since; an open one is asked for anew. */
function forgetOutdated(queries: QueryClient, documentId: DocumentId, said: ThreadsView): void {
  const kept = queries.getQueryCache().findAll({queryKey: threadKey(documentId), type: 'inactive'});
  const views = kept.flatMap(({state}) => (state.data as ThreadView | null | undefined) ?? []);
  const whole = new Map(views.map(({id, revision}) => [id, revision]));
  for (const id of outdated(whole, said))
    queries.removeQueries({queryKey: threadKey(documentId, id)});
}

/** One thread with all that was said in it; when `revision` is newer it is asked for again. */
export function useThread(documentId: DocumentId, id: ThreadId, revision: number) {
  const thread = useQuery({
    // Under one name whatever its revision: what was withdrawn is nowhere else.
    queryKey: threadKey(documentId, id),
    queryFn: async (): Promise<ThreadView | null> => {
      const path = `/documents/${documentId}/threads/bodies?ids=${id}`;
      const {threads} = await ask<ThreadBodiesView>('GET', path);
      return threads.find((one) => one.id === id) ?? null;
    },
    staleTime: Infinity,
  });
  const {data, refetch} = thread;
  // A number, so that a still newer one is asked for too.
  const missed = data != null && data.revision < revision ? revision : null;
  useEffect(() => {
    if (missed !== null) void refetch();
  }, [missed, refetch]);
  return thread;
}

const nobody: readonly PersonView[] = [];

/** Whom one can name here; [] while they are not known. */
export function useMentionable(documentId: DocumentId): readonly PersonView[] {
  const {data} = useQuery({
    queryKey: ['comments', documentId, 'people'],
    queryFn: () => ask<MentionableView>('GET', `/documents/${documentId}/mentionable`),
    staleTime: 60_000,
  });
  return data?.people ?? nobody;
}
