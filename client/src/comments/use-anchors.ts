/** Keeps what the text shows of comments as it is, and the places as the server knows them. */

import {useQueryClient} from '@tanstack/react-query';
import type {BlockId, ThreadId, ThreadLine} from '@samenspel/shared';
import type {Transaction} from '@tiptap/pm/state';
import {useEffect, useMemo} from 'react';
import {changedIn} from '../editor/changed.ts';
import {showAnchors, staleThreads} from './anchors.ts';
import {type CommentDesk, type Opened, useCommentDesk} from './comment-desk.tsx';
import {lookAgain} from './look-again.ts';

/** Nobody looks for comments while typing. */
const pauseMs = 400;
/** The server may still be on its way to what was typed; asked again after so long, then it rests. */
const patienceMs = [500, 1_000, 2_000, 4_000];

export function useAnchors(): void {
  const desk = useCommentDesk();
  useShown(desk);
  useMending(desk);
}

function useShown({editor, threads, opened, mayComment}: CommentDesk): void {
  const activeThread = opened.kind === 'thread' || opened.kind === 'attach' ? opened.id : null;
  const shown = useMemo(() => threads.filter((one) => isInText(one, opened)), [threads, opened]);
  const activeBlock =
    opened.kind === 'new' && opened.anchor.on === 'block' ? opened.anchor.id : null;
  const counts = useMemo(() => countsByBlock(threads), [threads]);
  useEffect(() => {
    showAnchors(editor, {threads: shown, counts, activeThread, activeBlock, mayComment});
  }, [editor, shown, counts, activeThread, activeBlock, mayComment]);
}

/** What is done with leaves the text; one can still open it from the list. */
function isInText({id, state, hidden}: ThreadLine, opened: Opened): boolean {
  const isOpen = opened.kind === 'thread' && opened.id === id;
  return isOpen || (state === 'open' && !hidden);
}

/** The threads that are open about it, and those that it came from. */
function countsByBlock(threads: readonly ThreadLine[]): ReadonlyMap<BlockId, number> {
  const counts = new Map<BlockId, number>();
  for (const line of threads.filter(({hidden}) => !hidden)) {
    for (const id of new Set(blocksOf(line))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Which blocks lead to a thread. */
export function blocksOf({place, state, made}: ThreadLine): readonly BlockId[] {
  const own = place.at === 'block' && state === 'open' ? [place.id] : [];
  return [...own, ...made.map(({block}) => block)];
}

/** Asks anew where threads are once characters that they hang on have died, or words may be back. */
function useMending({editor, documentId, threads}: CommentDesk): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (threads.length === 0) return undefined;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let tries = 0;
    const back = new Set<ThreadId>();
    const later = (ms: number) => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(look, ms);
    };
    const look = () => {
      timer = null;
      if (editor.isDestroyed) return;
      const asked = new Set([...back, ...staleThreads(editor.state)]);
      if (asked.size === 0) return;
      const pause = patienceMs[tries];
      if (pause === undefined) return;
      tries += 1;
      void lookAgain(queries, documentId, [...asked]);
      later(pause);
    };
    const changed = ({transaction}: {readonly transaction: Transaction}) => {
      if (!transaction.docChanged) return;
      tries = 0;
      for (const id of maybeBack(threads, transaction)) back.add(id);
      later(pauseMs);
    };
    editor.on('transaction', changed);
    // What came in may be about an older text than this one.
    later(pauseMs);
    return () => {
      if (timer !== null) clearTimeout(timer);
      editor.off('transaction', changed);
    };
  }, [editor, documentId, queries, threads]);
}

/** So many characters of lost words are enough to ask the server whether they are back. */
const enough = 8;

/** Where something was put, words begin or end as those of these threads, which lost their own. */
function maybeBack(threads: readonly ThreadLine[], tr: Transaction): readonly ThreadId[] {
  const lost = threads.flatMap(({id, place, quote}) =>
    place.at === 'gone' && quote ? {id, ends: [quote.slice(0, enough), quote.slice(-enough)]} : [],
  );
  const changed = lost.length === 0 ? null : changedIn(tr);
  if (!changed) return [];
  const end = tr.doc.content.size;
  const places = changed.pieces.map(({from, to}) => {
    const around = [Math.max(0, from - 2 * enough), Math.min(end, to + 2 * enough)] as const;
    return tr.doc.textBetween(...around, '\n');
  });
  const isThere = (piece: string) => places.some((words) => words.includes(piece));
  return lost.filter(({ends}) => ends.some(isThere)).map(({id}) => id);
}
