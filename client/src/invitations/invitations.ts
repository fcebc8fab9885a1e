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
  readonly document?: DocumentId;
  readonly email?: string;
}

export function useInvitations(labId: LabId) {
  return useQuery({
    queryKey: ['lab', labId, 'invitations'],
    queryFn: async () => {
      const {invitations} = await ask<{readonly invitations: readonly InvitationView[]}>(
        'GET',
        `/labs/${labId}/invitations`,
      );
      return invitations;
    },
  });
}

export function useInvite(labId: LabId) {
  const refresh = useRefresh(labId);
  return useMutation({
    mutationFn: (invitation: NewInvitation) =>
      ask<InvitationMade>('POST', `/labs/${labId}/invitations`, invitation),
    onSuccess: refresh,
  });
}

export function useWithdrawInvitation(labId: LabId) {
  const refresh = useRefresh(labId);
  return useMutation({
    mutationFn: (id: string) => ask<InvitationView>('POST', `/invitations/${id}/withdraw`),
    onSuccess: refresh,
  });
}

function useRefresh(labId: LabId) {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({queryKey: ['lab', labId, 'invitations']}),
      queries.invalidateQueries({queryKey: ['lab', labId, 'log']}),
    ]);
  };
}
