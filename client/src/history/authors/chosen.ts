/** The words that somebody chose last in a text, also while a button is being pressed. */

import type {Seq} from '@samenspel/shared';
import {type RefObject, useEffect, useRef} from 'react';
import type {Passage} from './passage.ts';
import {chosenPassages} from './past-passages.ts';

const none: readonly Passage[] = [];

/** [] once something outside of the text was chosen, or nothing in it, or another moment is shown. */
export function useChosen(
  text: RefObject<HTMLElement | null>,
  seq: Seq,
): {readonly current: readonly Passage[]} {
  const chosen = useRef(none);
  useEffect(() => {
    const look = () => {
      const selection = globalThis.getSelection();
      // A press on a button leaves a caret there, or nothing: what was chosen before it counts.
      if (!selection || selection.rangeCount === 0) return;
      const isInside = text.current?.contains(selection.anchorNode) ?? false;
      if (!isInside && selection.isCollapsed) return;
      chosen.current = isInside && text.current ? chosenPassages(text.current) : none;
    };
    globalThis.document.addEventListener('selectionchange', look);
    return () => globalThis.document.removeEventListener('selectionchange', look);
  }, [text]);
  const shown = useRef(seq);
  useEffect(() => {
    if (shown.current === seq) return;
    shown.current = seq;
    chosen.current = none;
    const selection = globalThis.getSelection();
    // The same letters may say something else now.
    if (text.current?.contains(selection?.anchorNode ?? null)) selection?.removeAllRanges();
  }, [text, seq]);
  return chosen;
}
