/** Who is in the lab, by side: the same room for both, and neither first by rule. */

import {useMutation, useQueryClient} from '@tanstack/react-query';
import {can, type LabView, type PersonId, type Side} from '@samenspel/shared';
import {useState} from 'react';
import {ask} from '../api.ts';
import {useNow} from '../app-world.tsx';
import {InvitationList} from '../invitations/invitation-list.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {SideMark} from '../ui/person.tsx';
import {lab as words, sideHeading, sideWhat} from '../words/index.ts';
import {people} from '../words/people.ts';
import {MemberRow} from './member-row.tsx';
import {sidesOn} from './sides.ts';

export function LabPeople({lab}: {readonly lab: LabView}) {
  const now = useNow();
  return (
    <section className="lab-section" aria-labelledby="lab-people">
      <h2 id="lab-people" tabIndex={-1}>
        {words.people}
      </h2>
      <div className="lab-sides">
        {sidesOn(now).map((side) => (
          <OneSide key={side} side={side} lab={lab} />
        ))}
      </div>
      {can(lab.role, 'invitation.read') ? (
        <InvitationList
          place={{labId: lab.id, documentId: null}}
          mayWithdraw={can(lab.role, 'invitation.withdraw') && lab.closedAt === null}
        />
      ) : null}
    </section>
  );
}

function OneSide({side, lab}: {readonly side: Side; readonly lab: LabView}) {
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const confirm = useConfirm(lab);
  const members = lab.members.filter((one) => one.side === side);
  return (
    <section className={`lab-side lab-side-${side}`} aria-label={sideHeading(side)}>
      <h3>
        <SideMark side={side} /> {sideHeading(side)}
      </h3>
      <p className="muted">{sideWhat(side)}</p>
      <div aria-live="polite" className="lab-done">
        {confirmed === null ? null : <Message kind="good">{people.confirmed(confirmed)}</Message>}
      </div>
      {confirm.isError ? <Trouble error={confirm.error} /> : null}
      {members.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <ul className="plain">
          {members.map((member) => (
            <MemberRow
              key={member.id}
              lab={lab}
              member={member}
              isBusy={confirm.isPending}
              onConfirm={() =>
                confirm.mutate(member.id, {onSuccess: () => setConfirmed(member.name)})
              }
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** "Dit is een van ons": from then on they count for the key of their side. */
function useConfirm({id}: LabView) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (personId: PersonId) => ask('POST', `/labs/${id}/members/${personId}/confirm`),
    onSettled: () => queries.invalidateQueries({queryKey: ['lab', id]}),
  });
}
