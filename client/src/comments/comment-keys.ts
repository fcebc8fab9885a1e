/** The keys of the comments, wherever one is in the page: to comment, and from the text to a thread and back. */

import type {Editor} from '@tiptap/core';
import {useEffect, useRef} from 'react';
import type {ThreadLine} from '@samenspel/shared';
import {placeIn} from './anchors.ts';
import {type CommentDesk, useCommentDesk} from './comment-desk.tsx';
import {goToText} from './go-to-text.ts';

export function useCommentKeys(): void {
  const desk = useCommentDesk();
  const newest = useRef(desk);
  useEffect(() => {
    newest.current = desk;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !wasMeant(newest.current, event)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** Does what the key is for; false when it is none of ours. */
function wasMeant(desk: CommentDesk, event: KeyboardEvent): boolean {
  const {editor, threads, mayComment, open} = desk;
  if (event.ctrlKey && event.altKey && event.code === 'KeyM') {
    if (!mayComment || !isAtText(editor)) return false;
    editor.emit('comment', {on: 'here'});
    return true;
  }
  if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return false;
  const card = document.activeElement?.closest<HTMLElement>('[data-card]');
  const from = card && threads.find(({id}) => id === card.dataset['card']);
  if (from) return goToText(editor, from);
  const next = nextThread(editor, threads);
  if (next) open({kind: 'thread', id: next.id, takesFocus: true});
  return next !== null;
}

function isAtText({view}: Editor): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || view.dom.contains(at);
}

/** The innermost thread around the caret, else the first after it, else the first of all. */
function nextThread(editor: Editor, threads: readonly ThreadLine[]): ThreadLine | null {
  const {head} = editor.state.selection;
  const placed = threads
    .filter(({state, hidden}) => state === 'open' && !hidden)
    .flatMap((line) => {
      const range = placeIn(editor.state, line.id, line.place);
      return range ? {line, ...range} : [];
    })
    .toSorted((a, b) => a.from - b.from);
  const around = placed
    .filter(({from, to}) => from <= head && head <= to)
    .toSorted((a, b) => a.to - a.from - (b.to - b.from));
  const [nearest] = [...around, ...placed.filter(({from}) => from > head), ...placed];
  return nearest?.line ?? null;
}
