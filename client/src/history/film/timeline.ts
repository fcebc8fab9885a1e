/** A document's whole life and the moments in it that got a name, as the server tells them. */

import {useQuery} from '@tanstack/react-query';
import {
  type DocumentId,
  type PackedTimeline,
  unpackTimeline,
  type VersionView,
} from '@samenspel/shared';
import {ask} from '../../api.ts';

/** Often enough to see that somebody goes on writing. */
const refreshMs = 15_000;

export function useTimeline(documentId: DocumentId) {
  return useQuery({
    queryKey: ['timeline', documentId],
    queryFn: async () =>
      unpackTimeline(await ask<PackedTimeline>('GET', `/documents/${documentId}/timeline`)),
    refetchInterval: refreshMs,
    refetchOnWindowFocus: 'always',
  });
}

export function useVersions(documentId: DocumentId) {
  return useQuery({
    queryKey: ['versions', documentId],
    queryFn: async () =>
      (
        await ask<{readonly versions: readonly VersionView[]}>(
          'GET',
          `/documents/${documentId}/versions`,
        )
      ).versions,
    refetchInterval: refreshMs,
    refetchOnWindowFocus: 'always',
  });
}
