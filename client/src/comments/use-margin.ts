/** Which cards stand in the margin, and where: asked again as one scrolls, types and opens. */

import type {ThreadLine} from '@samenspel/shared';
import type {Transaction} from '@tiptap/pm/state';
import {type RefObject, useEffect, useLayoutEffect, useRef, useState} from 'react';
import {bringInSight, roomForText} from '../editor/in-sight.ts';
import {type CommentDesk, useCommentDesk} from './comment-desk.tsx';
import {nearThreads, topOfAnchor} from './margin-places.ts';
import {stack} from './stack.ts';

export interface MarginItem {
  readonly key: string;
  /** null for the card of a thread that is to be begun. */
  readonly line: ThreadLine | null;
  /** Pixels from the top of the margin. */
  readonly wanted: number;
}

export interface MarginParts {
  readonly box: RefObject<HTMLElement | null>;
  readonly near: readonly MarginItem[];
}

const newKey = 'new';
/** To look where cards belong lays out the text: not between two keys. */
const pauseMs = 250;
const nothing: readonly MarginItem[] = [];

export function useMargin(): MarginParts {
  const desk = useCommentDesk();
  const box = useRef<HTMLElement>(null);
  const near = useNear(desk, box);
  const open = openKey(desk);
  useLayoutEffect(() => {
    const margin = box.current;
    if (!margin) return undefined;
    const place = () => placeCards(margin, near, open);
    place();
    const observer = new ResizeObserver(place);
    for (const card of margin.children) observer.observe(card);
    return () => observer.disconnect();
  }, [near, open]);
  useEffect(() => {
    const card = open === null ? null : cardOf(box.current, open);
    if (card) bringInSight(card, 'nearest');
  }, [open]);
  return {box, near};
}

function useNear(
  {editor, threads, opened}: CommentDesk,
  box: RefObject<HTMLElement | null>,
): readonly MarginItem[] {
  const [near, setNear] = useState<readonly MarginItem[]>(nothing);
  /** Where the card of something without a place was put when it was opened. */
  const kept = useRef({key: '', wanted: 0});
  useEffect(() => {
    let frame: number | null = null;
    const look = () => {
      frame = null;
      const margin = box.current;
      if (!margin || editor.isDestroyed) return;
      // Most of the time there is nothing to measure.
      if (threads.length === 0 && opened.kind === 'nothing') return setNear(nothing);
      const top = margin.getBoundingClientRect().top;
      const key = openKey({opened}) ?? '';
      if (kept.current.key !== key) kept.current = {key, wanted: roomForText().top - top};
      const next = itemsFor({editor, threads, opened}, top, kept.current.wanted);
      setNear((before) => (isSame(before, next) ? before : next));
    };
    const soon = () => {
      frame ??= requestAnimationFrame(look);
    };
    soon();
    let pause: ReturnType<typeof setTimeout> | undefined;
    // Where lines come or go the text grows or shrinks, and that is seen at once.
    const later = ({transaction}: {readonly transaction: Transaction}) => {
      if (!transaction.docChanged) return;
      clearTimeout(pause);
      pause = setTimeout(soon, pauseMs);
    };
    editor.on('transaction', later);
    window.addEventListener('scroll', soon, {passive: true});
    window.addEventListener('resize', soon);
    const observer = new ResizeObserver(soon);
    observer.observe(editor.view.dom);
    return () => {
      if (frame !== null) cancelAnimationFrame(frame);
      clearTimeout(pause);
      editor.off('transaction', later);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
      observer.disconnect();
    };
  }, [editor, box, threads, opened]);
  return near;
}

function itemsFor(
  {editor, threads, opened}: Pick<CommentDesk, 'editor' | 'threads' | 'opened'>,
  top: number,
  elsewhere: number,
): readonly MarginItem[] {
  const shown = threads.filter(
    ({id, state, hidden}) =>
      (state === 'open' && !hidden) || (opened.kind === 'thread' && opened.id === id),
  );
  const items: MarginItem[] = nearThreads(editor, shown).map((one) => ({
    ...{key: one.line.id, line: one.line, wanted: Math.round(one.top - top)},
  }));
  const asked = opened.kind === 'thread' ? shown.find(({id}) => id === opened.id) : undefined;
  if (asked && !items.some(({key}) => key === asked.id))
    items.push({key: asked.id, line: asked, wanted: elsewhere});
  if (opened.kind === 'new') {
    const at = topOfAnchor(editor, opened.anchor);
    items.push({key: newKey, line: null, wanted: at === null ? elsewhere : Math.round(at - top)});
  }
  return items.toSorted((a, b) => a.wanted - b.wanted);
}

function openKey({opened}: Pick<CommentDesk, 'opened'>): string | null {
  if (opened.kind === 'thread') return opened.id;
  return opened.kind === 'new' ? newKey : null;
}

function placeCards(margin: HTMLElement, near: readonly MarginItem[], open: string | null): void {
  const cards = [...margin.querySelectorAll<HTMLElement>(':scope > [data-margin-card]')];
  const head = margin.querySelector<HTMLElement>('.margin-head');
  const heights = new Map(cards.map((card) => [card.dataset['marginCard'], card.offsetHeight]));
  const tops = stack(
    near.map(({key, wanted}) => ({id: key, wanted, height: heights.get(key) ?? 0})),
    open,
    (head?.offsetHeight ?? 0) + 8,
  );
  let end = 0;
  for (const card of cards) {
    const top = tops.get(card.dataset['marginCard'] ?? '') ?? 0;
    card.style.insetBlockStart = `${top}px`;
    end = Math.max(end, top + card.offsetHeight);
  }
  // The page goes on as far as its last card.
  margin.style.minBlockSize = `${end}px`;
}

function cardOf(margin: HTMLElement | null, key: string): Element | null {
  return margin?.querySelector(`[data-margin-card="${CSS.escape(key)}"]`) ?? null;
}

function isSame(a: readonly MarginItem[], b: readonly MarginItem[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({key, line, wanted}, at) =>
        b[at]?.key === key && b[at].line === line && b[at].wanted === wanted,
    )
  );
}
