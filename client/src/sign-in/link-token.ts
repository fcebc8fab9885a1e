/** The secret part of the link that led here; it stands behind the #, which no server log ever sees. */

import {useEffect, useState} from 'react';

/** '' when there is none. The address loses it at once, so that it is not shared or kept. */
export function useLinkToken(): string {
  const [token, setToken] = useState(() => globalThis.location.hash.slice(1));
  useEffect(() => {
    const take = () => {
      const {hash, pathname} = globalThis.location;
      // The way past the header is a link within the page too.
      if (!hash || document.getElementById(hash.slice(1))) return;
      setToken(hash.slice(1));
      globalThis.history.replaceState(globalThis.history.state, '', pathname);
    };
    take();
    // A new link pasted over an old one changes only this part, and loads nothing.
    globalThis.addEventListener('hashchange', take);
    return () => globalThis.removeEventListener('hashchange', take);
  }, []);
  return token;
}
