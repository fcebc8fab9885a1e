/** My name and side, and the way out. */

import {Building2, CircleUserRound, Ellipsis, LogOut, Plus, UserCog} from 'lucide-react';
import type {MeView, Side} from '@samenspel/shared';
import {Menu, type MenuItem} from '../ui/menu.tsx';
import {Person} from '../ui/person.tsx';
import {account} from '../words/index.ts';
import {useMe} from './me.ts';
import {SignOutDialog} from './sign-out-dialog.tsx';
import {useSignOut} from './sign-out.ts';

export interface AccountMenuProps {
  /** Where there is room for one menu only: what the page itself offers, before what is mine. */
  readonly more?: {readonly words: string; readonly items: readonly MenuItem[]};
}

export function AccountMenu({more}: AccountMenuProps) {
  const me = useMe();
  return me.data ? <MenuOf me={me.data} more={more} /> : null;
}

interface MenuOfProps {
  readonly me: MeView;
  readonly more: AccountMenuProps['more'];
}

function MenuOf({me, more}: MenuOfProps) {
  const signOut = useSignOut(me.id);
  const sides = [...new Set([...me.labs, ...me.documents].map(({side}) => side))];
  const items: readonly MenuItem[] = [
    ...(more?.items ?? []),
    ...(me.labs.length + me.documents.length > 1
      ? [{id: 'labs', words: account.labs, icon: <Building2 size={20} aria-hidden />, href: '/'}]
      : []),
    ...(me.labs.length > 0 && !me.onlyOneLab
      ? [
          {
            id: 'new',
            words: account.newLab,
            icon: <Plus size={20} aria-hidden />,
            href: '/stichten',
          },
        ]
      : []),
    {id: 'me', words: account.me, icon: <UserCog size={20} aria-hidden />, href: '/ik'},
    {
      id: 'sign-out',
      words: account.signOut,
      icon: <LogOut size={20} aria-hidden />,
      onChoose: () => signOut.ask(),
    },
  ];
  return (
    <>
      <Menu
        label={more?.words ?? account.menu(me.name)}
        items={items}
        intro={<Who name={me.name} sides={sides} />}
      >
        {more ? <Ellipsis size={22} aria-hidden /> : <CircleUserRound size={22} aria-hidden />}
        <span>{more?.words ?? me.name}</span>
      </Menu>
      <SignOutDialog signOut={signOut} />
    </>
  );
}

/** Somebody may stand on another side in another lab; then each is said. */
function Who({name, sides}: {readonly name: string; readonly sides: readonly Side[]}) {
  return (
    <div className="account-who">
      {sides.map((side) => (
        <Person key={side} name={name} side={side} />
      ))}
    </div>
  );
}
