/** Keeps what the text shows of comments as it is, and the places as the server knows them. */

import {useQueryClient} from '@tanstack/react-query';
import type {BlockId, ThreadLine} from '@samenspel/shared';
import type {Transaction} from '@tiptap/pm/state';
import {useEffect, useMemo} from 'react';
import {changedIn} from '../editor/changed.ts';
import {isStale, showAnchors} from './anchors.ts';
import {type CommentDesk, type Opened, useCommentDesk} from './comment-desk.tsx';
import {threadsKey} from './threads.ts';

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
    let isBack = false;
    const later = (ms: number) => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(look, ms);
    };
    const look = () => {
      timer = null;
      if (editor.isDestroyed || !(isBack || isStale(editor.state))) return;
      const pause = patienceMs[tries];
      if (pause === undefined) return;
      tries += 1;
      void queries.invalidateQueries({queryKey: threadsKey(documentId)});
      later(pause);
    };
    const changed = ({transaction}: {readonly transaction: Transaction}) => {
      if (!transaction.docChanged) return;
      tries = 0;
      isBack ||= mayBeBack(threads, transaction);
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

/** Where something was put, words begin or end as those of a thread that lost its own. */
function mayBeBack(threads: readonly ThreadLine[], tr: Transaction): boolean {
  const lost = threads.flatMap(({place, quote}) =>
    place.at === 'gone' && quote ? [quote.slice(0, enough), quote.slice(-enough)] : [],
  );
  const changed = lost.length === 0 ? null : changedIn(tr);
  if (!changed) return false;
  const end = tr.doc.content.size;
  return changed.pieces.some((piece) => {
    const [from, to] = [piece.from - 2 * enough, piece.to + 2 * enough];
    const words = tr.doc.textBetween(Math.max(0, from), Math.min(end, to), '\n');
    return lost.some((part) => words.includes(part));
  });
}
