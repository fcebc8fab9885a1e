/**
 * Escape closes what lies over the page also when nothing in it has the focus: a button that was
 * pressed and is gone or off takes the focus with it, and the widgets hear keys only where the focus is.
 */

import {useEffect, useRef} from 'react';

/** What lies over the page, the uppermost last. */
const lying: symbol[] = [];

export function useEscape(isOpen: boolean, onClose: () => void): void {
  const newest = useRef(onClose);
  useEffect(() => {
    newest.current = onClose;
  }, [onClose]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const here = Symbol('lying');
    lying.push(here);
    const hear = ({key}: KeyboardEvent) => {
      const isHeardBefore = document.activeElement !== document.body;
      if (key === 'Escape' && !isHeardBefore && lying.at(-1) === here) newest.current();
    };
    document.addEventListener('keydown', hear);
    return () => {
      document.removeEventListener('keydown', hear);
      lying.splice(lying.indexOf(here), 1);
    };
  }, [isOpen]);
}
