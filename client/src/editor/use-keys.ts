/** Listens to keys pressed anywhere inside an element that is itself no control. */

import {type RefObject, useEffect, useRef} from 'react';

export function useKeys(
  ref: RefObject<HTMLElement | null>,
  onKey: (event: KeyboardEvent) => void,
): void {
  const newest = useRef(onKey);
  useEffect(() => {
    newest.current = onKey;
  }, [onKey]);
  useEffect(() => {
    const element = ref.current;
    const listener = (event: KeyboardEvent) => newest.current(event);
    element?.addEventListener('keydown', listener);
    return () => element?.removeEventListener('keydown', listener);
  }, [ref]);
}
