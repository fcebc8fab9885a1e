/** A lab's own templates as the server tells them, and what changes them. */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {DocumentId, LabId, TemplateId, TemplateView} from '@samenspel/shared';
import {ask} from '../api.ts';
import {openTemplateFile} from './template-file.ts';

const key = (labId: LabId) => ['templates', labId] as const;

export function useTemplates(labId: LabId) {
  return useQuery({
    queryKey: key(labId),
    queryFn: async () => {
      const path = `/labs/${labId}/templates` as const;
      return (await ask<{readonly templates: readonly TemplateView[]}>('GET', path)).templates;
    },
  });
}

export function useSaveTemplate(labId: LabId, documentId: DocumentId) {
  const refresh = useRefresh(labId);
  return useMutation({
    mutationFn: (name: string) =>
      ask<TemplateView>('POST', `/documents/${documentId}/template`, {name}),
    onSuccess: refresh,
  });
}

/** @throws TemplateFileError when it is none that can be used here */
export function useBringTemplate(labId: LabId) {
  const refresh = useRefresh(labId);
  return useMutation({
    mutationFn: async (file: File) =>
      ask<TemplateView>('POST', `/labs/${labId}/templates`, await openTemplateFile(file)),
    onSuccess: refresh,
  });
}

/** Puts a template away (`true`) or brings it back (`false`). */
export function useArchiveTemplate(labId: LabId) {
  const refresh = useRefresh(labId);
  return useMutation({
    mutationFn: ({id, archived}: {readonly id: TemplateId; readonly archived: boolean}) =>
      ask<TemplateView>('POST', `/templates/${id}/${archived ? 'archive' : 'bring-back'}`, {}),
    onSuccess: refresh,
  });
}

/** Where a template is fetched as a file. */
export function templateFileOf(id: TemplateId): string {
  return `/api/templates/${id}/file`;
}

function useRefresh(labId: LabId) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({queryKey: key(labId)});
}
