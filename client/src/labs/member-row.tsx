/** One of the people of a lab: their name, what they do here, and what can be asked about them. */

import {
  ArrowLeftRight,
  MessageCircleQuestionMark,
  KeyRound,
  UserMinus,
  UserPen,
} from 'lucide-react';
import {can, type LabMemberView, type LabView, unreachable} from '@samenspel/shared';
import {useState} from 'react';
import {useMe} from '../sign-in/me.ts';
import {Button} from '../ui/button.tsx';
import {Menu, type MenuItem} from '../ui/menu.tsx';
import {roleNote} from '../words/index.ts';
import {people as words} from '../words/people.ts';
import {AskLink, AskRemove, AskRole, AskSide} from './member-asks.tsx';

type AskKind = 'remove' | 'role' | 'side' | 'link';

export interface MemberRowProps {
  readonly lab: LabView;
  readonly member: LabMemberView;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
}

export function MemberRow({lab, member, isBusy, onConfirm}: MemberRowProps) {
  const me = useMe().data?.id;
  const [asked, setAsked] = useState<AskKind | null>(null);
  const isMe = member.id === me;
  const mayAsk = can(lab.role, 'question.ask') && lab.closedAt === null;
  const waits = member.role === 'member' && !member.counts;
  const notes = [isMe ? words.me : null, roleNote(member.role)].filter((note) => note !== null);
  return (
    <li className="member-row">
      <div className="member-words">
        <span>
          {member.name}
          {notes.length > 0 ? <span className="muted"> ({notes.join(', ')})</span> : null}
        </span>
        {waits ? <span className="badge">{words.waits}</span> : null}
        {waits && isMe ? (
          <p className="muted">
            {lab.missingSides.includes(member.side) ? words.waitsMeFirst : words.waitsMe}
          </p>
        ) : null}
        {member.confirmable && can(lab.role, 'member.confirm') ? (
          <div>
            <Button
              aria-label={words.confirmOf(member.name)}
              isDisabled={isBusy}
              onPress={onConfirm}
            >
              {words.confirm}
            </Button>
          </div>
        ) : null}
      </div>
      {mayAsk ? (
        <Menu label={words.menuOf(member.name)} items={itemsFor(isMe, setAsked)}>
          <MessageCircleQuestionMark size={20} aria-hidden />
          <span>{words.more}</span>
        </Menu>
      ) : null}
      {mayAsk ? (
        <Ask lab={lab} member={member} kind={asked} onClose={() => setAsked(null)} />
      ) : null}
    </li>
  );
}

/** About oneself one asks no link and no removal: leaving is always possible. */
function itemsFor(isMe: boolean, choose: (kind: AskKind) => void): readonly MenuItem[] {
  const items: readonly (MenuItem & {readonly id: AskKind})[] = [
    {id: 'role', words: words.askRole, icon: <UserPen size={20} aria-hidden />},
    {id: 'side', words: words.askSide, icon: <ArrowLeftRight size={20} aria-hidden />},
    {id: 'link', words: words.askLink, icon: <KeyRound size={20} aria-hidden />},
    {id: 'remove', words: words.askRemove, icon: <UserMinus size={20} aria-hidden />},
  ];
  return items
    .filter(({id}) => !isMe || id === 'role' || id === 'side')
    .map((item) => ({...item, onChoose: () => choose(item.id)}));
}

interface AskProps {
  readonly lab: LabView;
  readonly member: LabMemberView;
  readonly kind: AskKind | null;
  readonly onClose: () => void;
}

function Ask({lab: {id: labId}, member, kind, onClose}: AskProps) {
  const props = {labId, member, onClose};
  switch (kind) {
    case null:
      return null;
    case 'remove':
      return <AskRemove {...props} />;
    case 'role':
      return <AskRole {...props} />;
    case 'side':
      return <AskSide {...props} />;
    case 'link':
      return <AskLink {...props} />;
    default:
      return unreachable(kind);
  }
}
