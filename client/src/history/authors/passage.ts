/** Words in one line of a text, to ask about: where they stand, and whose the server says they are. */

import {useQuery} from '@tanstack/react-query';
import type {DocumentId, PassageView, Seq} from '@samenspel/shared';
import {ask} from '../../api.ts';

export interface Passage {
  /** The line's Yjs id, "client:clock". */
  readonly line: string;
  /** UTF-16 units of the line. */
  readonly from: number;
  readonly until: number;
  /** What stands there. */
  readonly text: string;
}

/** @param seq null is the text as it is now, once it is saved */
export function usePassage(
  documentId: DocumentId,
  {line, from, until}: Passage,
  seq: Seq | null,
  isSaved: boolean,
) {
  const asked = new URLSearchParams({line, from: String(from), until: String(until)});
  if (seq !== null) asked.set('seq', String(seq));
  return useQuery({
    queryKey: ['passage', documentId, line, from, until, seq],
    queryFn: () => ask<PassageView>('GET', `/documents/${documentId}/passage?${asked}`),
    enabled: isSaved,
    staleTime: seq === null ? 0 : Infinity,
    gcTime: seq === null ? 0 : 300_000,
  });
}
