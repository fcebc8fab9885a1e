/** What my menu offers, and the way out: fetched once somebody opens it, since it weighs much. */

import {Building2, LogOut, Plus, UserCog} from 'lucide-react';
import type {ReactNode} from 'react';
import type {MeView, Side} from '@samenspel/shared';
import {Menu, type MenuItem} from '../ui/menu.tsx';
import {Person} from '../ui/person.tsx';
import {account} from '../words/index.ts';
import {SignOutDialog} from './sign-out-dialog.tsx';
import {useSignOut} from './sign-out.ts';

export interface OpenAccountMenuProps {
  readonly me: MeView;
  /** What the page itself offers, before what is mine. */
  readonly more: readonly MenuItem[];
  readonly label: string;
  /** What its button shows. */
  readonly children: ReactNode;
}

/** Opens as soon as it is there. */
export function OpenAccountMenu({me, more, label, children}: OpenAccountMenuProps) {
  const signOut = useSignOut(me.id);
  const sides = [...new Set([...me.labs, ...me.documents].map(({side}) => side))];
  const items: readonly MenuItem[] = [
    ...more,
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
      <Menu label={label} items={items} intro={<Who name={me.name} sides={sides} />} opensAtOnce>
        {children}
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
