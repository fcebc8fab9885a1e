/** Tells how much there is that concerns me and that I have not read; a press lists it. */

import {Bell} from 'lucide-react';
import {useEffect, useRef, useState} from 'react';
import {useLocation} from 'wouter';
import {useMe} from '../sign-in/me.ts';
import {piece} from '../ui/piece.tsx';
import {news as words} from '../words/news.ts';
import {follow} from './follow.ts';
import {useMyNews} from './news.ts';
import '../ui/button.css';
import './news.css';

/** Fetched once somebody presses: most pages are left without. */
const NewsDialog = piece(async () => (await import('./news-dialog.tsx')).NewsDialog);

export function NewsBell() {
  return useMe().data ? <SignedInBell /> : null;
}

function SignedInBell() {
  const unread = useMyNews().data?.unread ?? 0;
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const wanted = useRef<string | null>(null);
  const [, navigate] = useLocation();
  useEffect(() => {
    // While it is open, nothing behind it can take the focus.
    if (isOpen || wanted.current === null) return;
    follow(wanted.current, navigate);
    wanted.current = null;
  }, [isOpen, navigate]);
  const open = () => {
    setOpened(true);
    setOpen(true);
  };
  return (
    <>
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
      {wasOpened ? (
        <NewsDialog
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          onFollow={(path) => {
            wanted.current = path;
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
