/** The words that somebody chose last in a text, also while a button is being pressed. */

import type {Seq} from '@samenspel/shared';
import {type RefObject, useEffect, useRef, useState} from 'react';
import type {Passage} from './passage.ts';
import {chosenPassages} from './past-passages.ts';

const none: readonly Passage[] = [];

export interface Chosen {
  /** [] once something outside of the text was chosen, or nothing in it, or another moment is shown. */
  readonly passages: () => readonly Passage[];
  readonly isAny: boolean;
}

/** @param text what holds the text, and perhaps buttons around it */
export function useChosen(text: RefObject<HTMLElement | null>, seq: Seq): Chosen {
  const chosen = useRef(none);
  const [isAny, setAny] = useState(false);
  useEffect(() => {
    const look = () => {
      const selection = globalThis.getSelection();
      // A press on a button leaves a caret there, or nothing: what was chosen before it counts.
      if (!selection || selection.rangeCount === 0) return;
      const isInside = isIn(text.current, selection.anchorNode);
      if (!isInside && selection.isCollapsed) return;
      chosen.current = isInside && text.current ? chosenPassages(text.current) : none;
      setAny(chosen.current.length > 0);
    };
    globalThis.document.addEventListener('selectionchange', look);
    return () => globalThis.document.removeEventListener('selectionchange', look);
  }, [text]);
  const shown = useRef(seq);
  useEffect(() => {
    if (shown.current === seq) return;
    shown.current = seq;
    chosen.current = none;
    setAny(false);
    const selection = globalThis.getSelection();
    // The same letters may say something else now.
    if (isIn(text.current, selection?.anchorNode)) selection?.removeAllRanges();
  }, [text, seq]);
  return {passages: () => chosen.current, isAny};
}

/** Among the words, not among the buttons that stand above them. */
function isIn(text: HTMLElement | null, node: Node | null | undefined): boolean {
  const element = node instanceof Element ? node : node?.parentElement;
  return Boolean(text && element && text.contains(element) && element.closest('.prose'));
}
