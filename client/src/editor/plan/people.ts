/** Who can be named in a document, and what they are called now. */

import {useQuery} from '@tanstack/react-query';
import type {DocumentId, DocumentPeopleView, PersonView} from '@samenspel/shared';
import {useCallback} from 'react';
import {ask} from '../../api.ts';

/** Often enough to see who came; what somebody is called rarely changes. */
const freshMs = 60_000;

const nobody: readonly PersonView[] = [];

export interface People {
  /** In the order of the lab; [] while they are not known. */
  readonly people: readonly PersonView[];
  /** Asks again: somebody is named who was not known. */
  readonly refresh: () => void;
}

export function usePeople(documentId: DocumentId, isWanted = true): People {
  const {data, refetch} = useQuery({
    queryKey: ['document', documentId, 'people'],
    queryFn: async () =>
      (await ask<DocumentPeopleView>('GET', `/documents/${documentId}/people`)).people,
    staleTime: freshMs,
    enabled: isWanted,
  });
  const refresh = useCallback(() => void refetch({cancelRefetch: false}), [refetch]);
  return {people: data ?? nobody, refresh};
}
