/** The moments of a day and a document's text at one of them, as the server tells them. */

import {keepPreviousData, useQuery, useQueryClient} from '@tanstack/react-query';
import type {
  DocumentId,
  MomentTextView,
  MomentView,
  NamedPeople,
  Seq,
  TimelineDay,
} from '@samenspel/shared';
import {useEffect, useState} from 'react';
import {ask} from '../api.ts';

export function useMoments(documentId: DocumentId, day: TimelineDay) {
  // A day that goes on has another end, and is asked anew.
  return useQuery({...momentsOf(documentId, day), placeholderData: keepPreviousData});
}

/** The moments of a day, newest first. */
export function momentsOf(documentId: DocumentId, {from, until}: TimelineDay) {
  return {
    queryKey: ['moments', documentId, from, until],
    queryFn: async () => {
      const range = `from=${from}&until=${until}`;
      const {moments} = await ask<{readonly moments: readonly MomentView[]}>(
        'GET',
        `/documents/${documentId}/moments?${range}`,
      );
      return moments;
    },
  };
}

export interface Moment extends Omit<MomentTextView, 'people'> {
  readonly people: NamedPeople;
}

/** What stands there while the next one is on its way is the one before it. */
export function useMoment(documentId: DocumentId, seq: Seq, isWanted: boolean) {
  return useQuery({
    ...wholeOf(documentId, seq),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
}

/** A moment on a page that is opened with it. */
export interface OpenedMoment {
  /** It, the moment before it while it is on its way, or its beginning where nothing stood yet. */
  readonly data: Moment | undefined;
  readonly isPlaceholderData: boolean;
  /** Why it can't be shown, or not all of it; null while that is not so. */
  readonly error: Error | null;
  readonly retry: () => void;
  /** All of it, once it is here. */
  readonly whole: () => Promise<Moment>;
}

/** More than anybody reads before the rest is here; characters. */
const beginningLength = 6_000;

export function useOpenedMoment(documentId: DocumentId, seq: Seq, isWanted: boolean): OpenedMoment {
  const queries = useQueryClient();
  // Only where nothing stands yet: a short text in place of a long one would move what one reads.
  const [first] = useState(seq);
  const isFirst = seq === first;
  const all = wholeOf(documentId, seq);
  const beginning = useQuery({
    queryKey: [...all.queryKey, beginningLength],
    queryFn: async () => {
      const moment = await askFor(documentId, seq, `?characters=${beginningLength}`);
      if (!moment.hasMore) queries.setQueryData(all.queryKey, moment);
      return moment;
    },
    enabled: isWanted && isFirst,
    staleTime: Infinity,
  });
  const isDrawn = useDrawn(beginning.isSuccess);
  const whole = useMoment(documentId, seq, isWanted && (!isFirst || isDrawn));
  return {
    data: whole.data ?? (isFirst ? beginning.data : undefined),
    isPlaceholderData: whole.isPlaceholderData,
    error: (isFirst ? beginning.error : null) ?? whole.error,
    retry: () => void (isFirst && beginning.isError ? beginning : whole).refetch(),
    whole: () => queries.fetchQuery(all),
  };
}

/** Only after what is here has been put on the screen: nothing then waits for what may come later. */
function useDrawn(isHere: boolean): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!isHere) return undefined;
    const timer = setTimeout(() => setDrawn(true));
    return () => clearTimeout(timer);
  }, [isHere]);
  return isDrawn;
}

function wholeOf(documentId: DocumentId, seq: Seq) {
  return {
    queryKey: ['moment', documentId, seq],
    queryFn: () => askFor(documentId, seq),
    // What was, stays as it was.
    staleTime: Infinity,
  };
}

async function askFor(documentId: DocumentId, seq: Seq, part = ''): Promise<Moment> {
  const path = `/documents/${documentId}/moments/${seq}${part}`;
  const {people, ...moment} = await ask<MomentTextView>('GET', path);
  return {...moment, people: new Map(people.map((one) => [one.id, one]))};
}
