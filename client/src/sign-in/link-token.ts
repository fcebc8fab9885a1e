/** The secret part of the link that led here; it stands behind the #, which no server log ever sees. */

import {useEffect, useState} from 'react';

/** '' when there is none. Read once: the address loses it at once, so that it is not shared or kept. */
export function useLinkToken(): string {
  const [token] = useState(() => globalThis.location.hash.slice(1));
  useEffect(() => {
    if (globalThis.location.hash) {
      globalThis.history.replaceState(globalThis.history.state, '', globalThis.location.pathname);
    }
  }, []);
  return token;
}
