/** The moments of a day and a document's text at one of them, as the server tells them. */

import {keepPreviousData, useQuery} from '@tanstack/react-query';
import type {DocumentId, MomentTextView, MomentView, Seq, TimelineDay} from '@samenspel/shared';
import {ask} from '../api.ts';

/** Newest first. */
export function useMoments(documentId: DocumentId, {from, until}: TimelineDay) {
  return useQuery({
    queryKey: ['moments', documentId, from, until],
    queryFn: async () => {
      const range = `from=${from}&until=${until}`;
      const {moments} = await ask<{readonly moments: readonly MomentView[]}>(
        'GET',
        `/documents/${documentId}/moments?${range}`,
      );
      return moments;
    },
    // A day that goes on has another end, and is asked anew.
    placeholderData: keepPreviousData,
  });
}

/** What stands there while the next one is on its way is the one before it. */
export function useMoment(documentId: DocumentId, seq: Seq, isWanted: boolean) {
  return useQuery({
    queryKey: ['moment', documentId, seq],
    queryFn: async () => {
      const {people, ...moment} = await ask<MomentTextView>(
        'GET',
        `/documents/${documentId}/moments/${seq}`,
      );
      return {...moment, people: new Map(people.map((one) => [one.id, one]))};
    },
    enabled: isWanted,
    // What was, stays as it was.
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}
