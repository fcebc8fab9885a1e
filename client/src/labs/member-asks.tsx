/** What one can ask a lab about one of its people; each happens with a key from each side. */

import {type LabId, type MemberView, type Role, roles} from '@samenspel/shared';
import {useState} from 'react';
import {AskDialog} from '../questions/ask-dialog.tsx';
import {Choice} from '../ui/choice.tsx';
import {roleChoice} from '../words/invitations.ts';
import {asking as words} from '../words/questions.ts';

export interface AskAboutProps {
  readonly labId: LabId;
  readonly member: MemberView;
  readonly onClose: () => void;
}

export function AskRemove({member: {id, name}, ...rest}: AskAboutProps) {
  return (
    <AskDialog
      {...rest}
      isOpen
      title={words.remove(name)}
      what={words.removeWhat(name)}
      act={{kind: 'remove_member', person: id}}
    />
  );
}

export function AskSide({member: {id, name, side}, ...rest}: AskAboutProps) {
  const other = side === 'informal' ? 'formal' : 'informal';
  return (
    <AskDialog
      {...rest}
      isOpen
      title={words.side(name)}
      what={words.sideWhat(name, other)}
      act={{kind: 'change_side', person: id, side: other}}
    />
  );
}

export function AskLink({member: {id, name}, ...rest}: AskAboutProps) {
  return (
    <AskDialog
      {...rest}
      isOpen
      title={words.link(name)}
      what={words.linkWhat(name)}
      act={{kind: 'sign_in_link', person: id}}
    />
  );
}

export function AskRole({member: {id, name, role: now}, ...rest}: AskAboutProps) {
  const others = roles.filter((one) => one !== now);
  const [role, setRole] = useState<Role | null>(null);
  return (
    <AskDialog
      {...rest}
      isOpen
      title={words.role(name)}
      what=""
      act={role ? {kind: 'change_role', person: id, role} : words.roleMissing}
      renderFields={(isTried) => (
        <Choice
          label={words.roleChoice}
          options={others.map((one) => ({value: one, ...roleChoice(one)}))}
          value={role}
          onChange={setRole}
          error={isTried && role === null ? words.roleMissing : null}
        />
      )}
    />
  );
}
