/** Who is in the lab, by side: the same room for both, and neither first by rule. */

import type {MemberView, Side} from '@samenspel/shared';
import {useNow} from '../app-world.tsx';
import {useMe} from '../sign-in/me.ts';
import {SideMark} from '../ui/person.tsx';
import {lab as words, roleWord, sideHeading, sideWhat} from '../words/index.ts';
import {sidesOn} from './sides.ts';

export function LabPeople({members}: {readonly members: readonly MemberView[]}) {
  const now = useNow();
  return (
    <section className="lab-section" aria-labelledby="lab-people">
      <h2 id="lab-people">{words.people}</h2>
      <div className="lab-sides">
        {sidesOn(now).map((side) => (
          <OneSide key={side} side={side} members={members.filter((one) => one.side === side)} />
        ))}
      </div>
    </section>
  );
}

interface OneSideProps {
  readonly side: Side;
  readonly members: readonly MemberView[];
}

function OneSide({side, members}: OneSideProps) {
  const me = useMe().data?.id;
  return (
    <section className={`lab-side lab-side-${side}`} aria-label={sideHeading(side)}>
      <h3>
        <SideMark side={side} /> {sideHeading(side)}
      </h3>
      <p className="muted">{sideWhat(side)}</p>
      {members.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <ul className="plain">
          {members.map((member) => (
            <li key={member.id}>
              {member.name}
              <Notes notes={[member.id === me ? words.me : null, roleWord(member.role)]} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Notes({notes}: {readonly notes: readonly (string | null)[]}) {
  const shown = notes.filter((note) => note !== null);
  return shown.length > 0 ? <span className="muted"> ({shown.join(', ')})</span> : null;
}
