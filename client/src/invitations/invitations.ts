/** Asking people in: what was asked, a new invitation, taking one back. */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {
  DocumentId,
  InvitationMade,
  InvitationView,
  LabId,
  Role,
  Side,
} from '@samenspel/shared';
import {ask} from '../api.ts';

export interface NewInvitation {
  readonly role: Role;
  readonly side: Side;
  readonly use: 'once' | 'meeting';
  /** For a meeting. Epoch milliseconds. */
  readonly until?: number;
  readonly email?: string;
}

/** Where somebody is asked in: a whole lab or, with a document, that one alone. */
export interface Place {
  readonly labId: LabId;
  readonly documentId: DocumentId | null;
}

export function useInvitations(place: Place) {
  return useQuery({
    queryKey: keyOf(place),
    queryFn: async () => {
      const {invitations} = await ask<{readonly invitations: readonly InvitationView[]}>(
        'GET',
        addressOf(place),
      );
      return invitations;
    },
  });
}

export function useInvite(place: Place) {
  const refresh = useRefresh(place);
  return useMutation({
    mutationFn: (invitation: NewInvitation) =>
      ask<InvitationMade>('POST', addressOf(place), invitation),
    onSuccess: refresh,
  });
}

export function useWithdrawInvitation(place: Place) {
  const refresh = useRefresh(place);
  return useMutation({
    mutationFn: (id: string) => ask<InvitationView>('POST', `/invitations/${id}/withdraw`),
    onSuccess: refresh,
  });
}

/** The lab lists those to its documents too. */
function useRefresh(place: Place) {
  const queries = useQueryClient();
  const {labId} = place;
  return async () => {
    const keys = [keyOf(place), keyOf({labId, documentId: null}), ['lab', labId, 'log']];
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({queryKey})));
  };
}

function keyOf({labId, documentId}: Place): readonly string[] {
  return documentId === null
    ? ['lab', labId, 'invitations']
    : ['document', documentId, 'invitations'];
}

function addressOf({labId, documentId}: Place): string {
  return `${documentId === null ? `/labs/${labId}` : `/documents/${documentId}`}/invitations`;
}
