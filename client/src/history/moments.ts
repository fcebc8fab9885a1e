/** The moments of a document and its text at one of them, as the server tells them. */

import {useQuery} from '@tanstack/react-query';
import type {DocumentId, MomentView, Seq} from '@samenspel/shared';
import {api, request} from '../api.ts';

export function useMoments(documentId: DocumentId) {
  return useQuery({
    queryKey: ['moments', documentId],
    queryFn: async () => {
      const {moments} = await request(api.documents[':id'].moments.$get({param: {id: documentId}}));
      return moments;
    },
    refetchOnWindowFocus: 'always',
  });
}

export function useMoment(documentId: DocumentId, seq: Seq | null) {
  return useQuery({
    queryKey: ['moment', documentId, seq],
    queryFn: async () => {
      const {people, ...moment} = await request(
        api.documents[':id'].moments[':seq'].$get({param: {id: documentId, seq: String(seq)}}),
      );
      return {...moment, people: new Map(people.map((one) => [one.id, one]))};
    },
    enabled: seq !== null,
    // What was, stays as it was.
    staleTime: Infinity,
  });
}

/** Where one stands in the history: at a moment, with one before and one after it. */
export interface Standpoint {
  readonly seq: Seq;
  /** The stretch that holds this position. */
  readonly moment: MomentView;
  readonly older: Seq | null;
  readonly newer: Seq | null;
}

/**
 * Looks up a position (null: the latest) among moments, newest first. A shared address may point into
 * a stretch that went on afterwards. null when there is no such position.
 */
export function standAt(moments: readonly MomentView[], asked: Seq | null): Standpoint | null {
  const seq = asked ?? moments[0]?.seq;
  if (seq === undefined) return null;
  const index = moments.findLastIndex((one) => one.seq >= seq);
  const moment = moments[index];
  if (!moment) return null;
  const newer = moment.seq > seq ? moment.seq : (moments[index - 1]?.seq ?? null);
  return {seq, moment, older: moments[index + 1]?.seq ?? null, newer};
}
