/** How far I have seen a document, what others wrote since, and saying that I have seen it. */

import {useQuery, useQueryClient} from '@tanstack/react-query';
import type {DocumentId, Seq, SinceView} from '@samenspel/shared';
import {useEffect} from 'react';
import {ask} from '../api.ts';

/** As it was when one came: what others write meanwhile stands in the text before one's eyes. */
export function useSince(documentId: DocumentId) {
  return useQuery({
    queryKey: ['since', documentId],
    queryFn: () => ask<SinceView>('GET', `/documents/${documentId}/since`),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  });
}

/** Seen up to here, or all of it as it is now (null). What could not be said is told once more. */
export function saySeen(documentId: DocumentId, seq: Seq | null): void {
  const said = fetch(`/api/documents/${documentId}/seen`, {
    method: 'PUT',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({seq}),
    // Also when one leaves.
    keepalive: true,
  });
  said.catch(() => undefined);
}

/** Who is here and has nothing to catch up on sees what is written, until they go. */
export function useSeenWhileHere(documentId: DocumentId, isUpToDate: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isUpToDate) return undefined;
    saySeen(documentId, null);
    const {pathname} = window.location;
    const hide = () => {
      if (document.visibilityState === 'hidden') saySeen(documentId, null);
    };
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      // Whose text was closed before their eyes is still here, and has no more to say of it.
      const isLeaving = window.location.pathname !== pathname;
      if (isLeaving && queries.getQueryData(['me'])) saySeen(documentId, null);
    };
  }, [queries, documentId, isUpToDate]);
}

/** What was pressed is gone: whoever reads on with a keyboard begins at the heading. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('h1')?.focus({preventScroll: true});
}
