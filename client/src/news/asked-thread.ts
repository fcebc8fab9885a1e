/** An address may name a thread beside a text: `#gesprek=…`. It is opened once, as soon as it is there. */

import {parseNewsId, parseThreadId, type ThreadId} from '@samenspel/shared';
import {useEffect, useState} from 'react';
import type {CommentDesk} from '../comments/comment-desk.tsx';
import {goToText} from '../comments/go-to-text.ts';
import {useReadNews, useUnread} from './news.ts';

const name = 'gesprek';

export function useAskedThread({
  editor,
  threads,
  open,
  opened,
}: Pick<CommentDesk, 'editor' | 'threads' | 'open' | 'opened'>): void {
  const [asked, setAsked] = useState(askedNow);
  useEffect(() => {
    const hear = () => setAsked(askedNow);
    window.addEventListener('hashchange', hear);
    return () => window.removeEventListener('hashchange', hear);
  }, []);
  const line = threads.find(({id}) => id === asked);
  useEffect(() => {
    if (!line) return undefined;
    // Going back or reloading must not open it again.
    const {pathname, search} = window.location;
    window.history.replaceState(window.history.state, '', pathname + search);
    // The text is drawn a moment after its threads are known.
    const frame = requestAnimationFrame(() => {
      setAsked(null);
      if (editor.isDestroyed) return;
      goToText(editor, line);
      open({kind: 'thread', id: line.id, takesFocus: true});
    });
    return () => cancelAnimationFrame(frame);
  }, [line, editor, open]);
  useReadOpened(opened.kind === 'thread' ? opened.id : null);
}

/** Who opens a thread has read what is new in it. */
function useReadOpened(thread: ThreadId | null): void {
  const {mutate} = useReadNews();
  const unread = useUnread((one) => 'threadId' in one && one.threadId === thread);
  // As text, so that the same ones are the same.
  const ids = unread.map(({id}) => id).join(' ');
  useEffect(() => {
    if (ids !== '') mutate(ids.split(' ').flatMap((id) => parseNewsId(id) ?? []));
  }, [ids, mutate]);
}

function askedNow(): ThreadId | null {
  return parseThreadId(new URLSearchParams(window.location.hash.slice(1)).get(name) ?? '');
}
