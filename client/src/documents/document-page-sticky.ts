/** How high the line is that stays in view, as `--sticky-height`: what sticks below it needs to know. */

import {type RefObject, useEffect} from 'react';

export function useStickyHeight(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const height = `${Math.round(element.offsetHeight)}px`;
      element.parentElement?.style.setProperty('--sticky-height', height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
}
