/** Tells an element how much of the window the keyboard on the screen covers, as `--keyboard-inset`. */

import {type RefObject, useEffect} from 'react';

export function useKeyboardInset(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const view = globalThis.visualViewport;
    if (!view) return undefined;
    const measure = () => {
      // A page that is pinched larger has a smaller view too, but no keyboard.
      const covered = view.scale > 1.05 ? 0 : innerHeight - view.height - view.offsetTop;
      ref.current?.style.setProperty('--keyboard-inset', `${Math.max(0, Math.round(covered))}px`);
    };
    measure();
    view.addEventListener('resize', measure);
    view.addEventListener('scroll', measure);
    return () => {
      view.removeEventListener('resize', measure);
      view.removeEventListener('scroll', measure);
    };
  }, [ref]);
}
