/** Tells how much there is that concerns me and that I have not read; a press lists it. */

import {Bell} from 'lucide-react';
import {useMe} from '../sign-in/me.ts';
import {news as words} from '../words/news.ts';
import {useOpenNews} from './news-provider.tsx';
import {useMyNews} from './news.ts';
import '../ui/button.css';
import './news.css';

export function NewsBell() {
  return useMe().data ? <SignedInBell /> : null;
}

function SignedInBell() {
  const unread = useMyNews().data?.unread ?? 0;
  const open = useOpenNews();
  return (
    <button type="button" className="icon-button news-bell" aria-haspopup="dialog" onClick={open}>
      <Bell size={20} aria-hidden />
      <span>{words.bell}</span>
      {unread > 0 ? (
        <span className="news-count">
          {unread}
          <span className="visually-hidden">{` ${words.unreadCount}`}</span>
        </span>
      ) : null}
    </button>
  );
}
