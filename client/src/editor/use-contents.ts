/** The contents of an open text, made when the typist pauses, and which entry one is reading. */

import type {Editor} from '@tiptap/core';
import {useEffect, useState} from 'react';
import {type ContentsEntry, contentsOf, type PlacedEntry} from './contents.ts';

export interface Contents {
  readonly entries: readonly ContentsEntry[];
  /** The key of the entry at the top of the window; null above the first. */
  readonly current: string | null;
}

/** Nobody looks at the contents while typing. */
const pauseMs = 400;

export function useContents(editor: Editor): Contents {
  const [contents, setContents] = useState<Contents>(() => read(editor));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const refresh = () => {
      timer = null;
      if (editor.isDestroyed) return;
      setContents((before) => {
        const next = read(editor);
        return isSame(before, next) ? before : next;
      });
    };
    const soon = () => {
      timer ??= setTimeout(refresh, pauseMs);
    };
    const changed = ({transaction}: {readonly transaction: {readonly docChanged: boolean}}) => {
      if (transaction.docChanged) soon();
    };
    refresh();
    editor.on('transaction', changed);
    window.addEventListener('scroll', soon, {passive: true});
    return () => {
      if (timer !== null) clearTimeout(timer);
      editor.off('transaction', changed);
      window.removeEventListener('scroll', soon);
    };
  }, [editor]);
  return contents;
}

function read(editor: Editor): Contents {
  const entries = contentsOf(editor.state.doc);
  return {entries, current: readingAt(editor, entries)?.key ?? null};
}

/** Halves its way to the last entry above a third of the window: few of them are measured. */
function readingAt({view}: Editor, entries: readonly PlacedEntry[]): PlacedEntry | null {
  const line = window.innerHeight / 3;
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = entries[middle] ? view.nodeDOM(entries[middle].pos) : null;
    const top = element instanceof Element ? element.getBoundingClientRect().top : Infinity;
    if (top <= line) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1] ?? null;
}

function isSame(a: Contents, b: Contents): boolean {
  return (
    a.current === b.current &&
    a.entries.length === b.entries.length &&
    a.entries.every((entry, at) => {
      const other = b.entries[at];
      return other?.key === entry.key && other.depth === entry.depth && other.words === entry.words;
    })
  );
}
