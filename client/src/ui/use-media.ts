/** Whether the window fits a media query, followed. */

import {useCallback, useSyncExternalStore} from 'react';

export function useMedia(query: string): boolean {
  const watch = useCallback(
    (listener: () => void) => {
      const list = media(query);
      list?.addEventListener('change', listener);
      return () => list?.removeEventListener('change', listener);
    },
    [query],
  );
  // Where nothing is laid out, there is room for everything.
  return useSyncExternalStore(watch, () => media(query)?.matches ?? true);
}

function media(query: string): MediaQueryList | null {
  const {matchMedia} = globalThis as {readonly matchMedia?: typeof window.matchMedia};
  return matchMedia?.call(globalThis, query) ?? null;
}
