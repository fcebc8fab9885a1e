/** What one can do with a moment: give it a name, put it back, make a document of it. */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {
  DocumentId,
  RestoredView,
  RestorePreview,
  RestoreScopeView,
  Seq,
  VersionId,
  VersionView,
} from '@samenspel/shared';
import {ask} from '../../api.ts';

export interface VersionWords {
  readonly name: string;
  readonly note: string;
}

export function useNameMoment(documentId: DocumentId) {
  return useMutation({
    mutationFn: (version: VersionWords & {readonly seq: Seq}) =>
      ask<VersionView>('POST', `/documents/${documentId}/versions`, version),
    onSuccess: useAskAgain(documentId),
  });
}

export function useChangeVersion(documentId: DocumentId) {
  return useMutation({
    mutationFn: ({id, ...version}: VersionWords & {readonly id: VersionId}) =>
      ask<void>('PATCH', `/documents/${documentId}/versions/${id}`, version),
    onSuccess: useAskAgain(documentId),
  });
}

export function useRemoveVersion(documentId: DocumentId) {
  return useMutation({
    mutationFn: ({id}: VersionView) =>
      ask<void>('DELETE', `/documents/${documentId}/versions/${id}`),
    onSettled: useAskAgain(documentId),
  });
}

export function useCopyMoment(documentId: DocumentId) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (copy: {readonly title: string; readonly seq: Seq}) =>
      ask<{readonly id: DocumentId}>('POST', `/documents/${documentId}/copies`, copy),
    onSuccess: () => queries.invalidateQueries({queryKey: ['lab']}),
  });
}

export interface Restoration {
  readonly seq: Seq;
  readonly scope: RestoreScopeView;
}

/** What putting it back would do to the text as it is now. */
export function useRestorePreview(documentId: DocumentId, {seq, scope}: Restoration) {
  const asked = new URLSearchParams(
    Object.entries({...scope, seq}).map(([name, value]) => [name, String(value)]),
  );
  return useQuery({
    queryKey: ['restore', documentId, seq, scope],
    queryFn: () => ask<RestorePreview>('GET', `/documents/${documentId}/restore?${asked}`),
    // Others go on writing: what was true a while ago may not be.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

export function useRestore(documentId: DocumentId) {
  return useMutation({
    mutationFn: (restoration: Restoration) =>
      ask<RestoredView>('POST', `/documents/${documentId}/restore`, restoration),
    onSuccess: useAskAgain(documentId),
  });
}

/** What this changes on the page that looks back. */
function useAskAgain(documentId: DocumentId) {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ['versions', 'timeline'].map((name) =>
        queries.invalidateQueries({queryKey: [name, documentId]}),
      ),
    );
}
