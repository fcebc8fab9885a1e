/** The list of news lies over all pages, so that it stays open when the page behind it has come in. */

import {createContext, type ReactNode, useContext, useEffect, useRef, useState} from 'react';
import {useLocation} from 'wouter';
import {useMe} from '../sign-in/me.ts';
import {piece} from '../ui/piece.tsx';
import {follow} from './follow.ts';

/** Fetched once somebody presses: most pages are left without. */
const NewsDialog = piece(async () => (await import('./news-dialog.tsx')).NewsDialog);

const OpenNewsContext = createContext<(() => void) | null>(null);

export function NewsProvider({children}: {readonly children: ReactNode}) {
  const isSignedIn = useMe().data != null;
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const wanted = useRef<string | null>(null);
  const [, navigate] = useLocation();
  useEffect(() => {
    // While it is open, nothing behind it can take the focus.
    if (isOpen || !wasOpened) return;
    // Not every browser gives the focus to a button that a finger presses, and the page with the bell may
    // have come in since: there is nothing to come back to by itself.
    if (wanted.current === null) document.querySelector<HTMLElement>('.news-bell')?.focus();
    else follow(wanted.current, navigate);
    wanted.current = null;
  }, [isOpen, wasOpened, navigate]);
  const [open] = useState(() => () => {
    setOpened(true);
    setOpen(true);
  });
  return (
    <OpenNewsContext.Provider value={open}>
      {children}
      {wasOpened && isSignedIn ? (
        <NewsDialog
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          onFollow={(path) => {
            wanted.current = path;
            setOpen(false);
          }}
        />
      ) : null}
    </OpenNewsContext.Provider>
  );
}

/** @throws Error outside a NewsProvider */
export function useOpenNews(): () => void {
  const open = useContext(OpenNewsContext);
  if (!open) throw new Error('No news around this component');
  return open;
}
