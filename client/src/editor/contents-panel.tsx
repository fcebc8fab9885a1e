/** The table of contents: follows the text, shows where one is, and leads there. */

import type {Editor} from '@tiptap/core';
import {useEffect, useRef} from 'react';
import {beside as words, entryKind, entryUntitled} from '../words/beside.ts';
import {contentsOf} from './contents.ts';
import type {Place} from './jump.ts';
import {useContents} from './use-contents.ts';
import './contents.css';

export interface ContentsPanelProps {
  readonly editor: Editor;
  readonly onJump: (place: Place) => void;
}

export function ContentsPanel({editor, onJump}: ContentsPanelProps) {
  const {entries, current} = useContents(editor);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (list.current && current !== null) keepInView(list.current, current);
  }, [current]);
  if (entries.length === 0) return <p className="muted">{words.noContents}</p>;

  /** Where it stands may have changed since the list was made. */
  function go(key: string): void {
    const entry = contentsOf(editor.state.doc).find((one) => one.key === key);
    if (entry) onJump(entry.pos);
  }

  return (
    <nav aria-label={words.contents}>
      <ol ref={list} className="plain contents">
        {entries.map(({key, kind, depth, words: title}) => (
          <li key={key} data-entry={key}>
            <button
              type="button"
              className={`contents-entry contents-${kind}`}
              data-depth={depth}
              aria-current={key === current ? 'location' : undefined}
              onClick={() => go(key)}
            >
              {title ? (
                <>
                  <span className="visually-hidden">{entryKind(kind)}: </span>
                  {title}
                </>
              ) : (
                <i>{entryUntitled(kind)}</i>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Scrolls what holds the list, never the page. */
function keepInView(list: HTMLElement, key: string): void {
  const entry = [...list.children].find((one) => one.getAttribute('data-entry') === key);
  const box = list.closest('[data-scrolls]');
  if (!entry || !box) return;
  const [mine, around] = [entry.getBoundingClientRect(), box.getBoundingClientRect()];
  if (mine.top < around.top) box.scrollTop += mine.top - around.top - mine.height;
  if (mine.bottom > around.bottom) box.scrollTop += mine.bottom - around.bottom + mine.height;
}
