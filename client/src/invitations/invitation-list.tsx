/** The invitations that still open something, folded: every member sees them and can take them back. */

import type {InvitationView} from '@samenspel/shared';
import {useState} from 'react';
import {useNow} from '../app-world.tsx';
import {Button} from '../ui/button.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {when} from '../words/index.ts';
import {invitationWords, inviting as words} from '../words/invitations.ts';
import {type Place, useInvitations, useWithdrawInvitation} from './invitations.ts';
import '../labs/labs.css';

export interface InvitationListProps {
  readonly place: Place;
  /** A closed lab asks nobody in and takes nothing back. */
  readonly mayWithdraw: boolean;
}

export function InvitationList({place, mayWithdraw}: InvitationListProps) {
  const now = useNow();
  const [isWithdrawn, setWithdrawn] = useState(false);
  const withdraw = useWithdrawInvitation(place);
  const invitations = useInvitations(place);
  const open = (invitations.data ?? []).filter(({state}) => state === 'open');
  return (
    <>
      <div aria-live="polite" className="lab-done">
        {isWithdrawn ? <Message kind="good">{words.withdrawn}</Message> : null}
      </div>
      {withdraw.isError ? <Trouble error={withdraw.error} /> : null}
      {open.length === 0 ? null : (
        <details className="archive">
          <summary>{words.list(open.length)}</summary>
          {place.documentId === null ? <p className="muted">{words.listWhat}</p> : null}
          <ul className="plain document-list">
            {open.map((invitation) => (
              <li key={invitation.id} className="document-row">
                <div className="document-row-words">
                  <p>{invitationWords(invitation)}</p>
                  <p className="muted">{factsOf(invitation, now)}</p>
                </div>
                {mayWithdraw ? (
                  <Button
                    aria-label={words.withdrawOf(invitationWords(invitation))}
                    isDisabled={withdraw.isPending}
                    onPress={() =>
                      withdraw.mutate(invitation.id, {onSuccess: () => setWithdrawn(true)})
                    }
                  >
                    {words.withdraw}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function factsOf({createdBy, createdAt, expiresAt, uses}: InvitationView, now: number): string {
  const made = when(createdAt, now);
  return [
    createdBy ? words.by(createdBy.name, made) : words.bySomeone(made),
    words.openUntil(when(expiresAt, now)),
    words.uses(uses),
  ].join(' · ');
}
