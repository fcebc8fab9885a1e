/** What is said about a document, as the server has it: all threads in short, and one as a whole. */

import {keepPreviousData, useQuery} from '@tanstack/react-query';
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
import {ask} from '../api.ts';

export function threadsKey(documentId: DocumentId) {
  return ['comments', documentId, 'threads'] as const;
}

const none: readonly ThreadLine[] = [];

/** All threads; [] while they are not known. */
export function useThreads(documentId: DocumentId): readonly ThreadLine[] {
  const {data} = useQuery({
    queryKey: threadsKey(documentId),
    queryFn: () => ask<ThreadsView>('GET', `/documents/${documentId}/threads`),
  });
  return data?.threads ?? none;
}

/** One thread with all that was said in it; `revision` says when it has to be asked for again. */
export function useThread(documentId: DocumentId, id: ThreadId, revision: number) {
  return useQuery({
    queryKey: ['comments', documentId, 'thread', id, revision],
    queryFn: async (): Promise<ThreadView | null> => {
      const path = `/documents/${documentId}/threads/bodies?ids=${id}`;
      const {threads} = await ask<ThreadBodiesView>('GET', path);
      return threads.find((thread) => thread.id === id) ?? null;
    },
    // What was there stays on the screen while what is new comes in.
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
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
