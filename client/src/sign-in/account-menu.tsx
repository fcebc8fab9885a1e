/** My name, and behind it what is mine and the way out. */

import {CircleUserRound, Ellipsis} from 'lucide-react';
import {useState} from 'react';
import type {MeView} from '@samenspel/shared';
import type {MenuItem} from '../ui/menu.tsx';
import {account} from '../words/index.ts';
import type {OpenAccountMenu} from './account-menu-open.tsx';
import {useMe} from './me.ts';
import '../ui/button.css';

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

type Open = typeof OpenAccountMenu;

/** On its way beforehand, so that it is there when it is pressed. */
const fetchOpen = async (): Promise<Open> =>
  (await import('./account-menu-open.tsx')).OpenAccountMenu;

function MenuOf({me, more}: MenuOfProps) {
  const [opened, setOpened] = useState<{readonly Menu: Open} | null>(null);
  const label = more?.words ?? account.menu(me.name);
  const shown = (
    <>
      {more ? <Ellipsis size={22} aria-hidden /> : <CircleUserRound size={22} aria-hidden />}
      <span>{more?.words ?? me.name}</span>
    </>
  );
  if (opened) {
    const {Menu} = opened;
    return (
      <Menu me={me} label={label} more={more?.items ?? []}>
        {shown}
      </Menu>
    );
  }
  // Without a line it can't be fetched; it stays a button, and pressing it again tries again.
  const reach = () => void fetchOpen().catch(() => undefined);
  const open = () =>
    void fetchOpen().then(
      (Menu) => setOpened({Menu}),
      () => undefined,
    );
  return (
    <button
      type="button"
      className="icon-button menu-button"
      aria-label={label}
      aria-haspopup="true"
      aria-expanded="false"
      onPointerEnter={reach}
      onFocus={reach}
      onClick={open}
    >
      {shown}
    </button>
  );
}
