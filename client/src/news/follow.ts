/** Goes to the exact place that news is about, also when one is on that page already. */

/** @param navigate the router's, for another page */
export function follow(path: string, navigate: (path: string) => void): void {
  const {pathname, hash} = new URL(path, window.location.href);
  if (pathname !== window.location.pathname) return navigate(path);
  // On this page only what stands behind the # changes; the same place twice is asked twice.
  window.history.replaceState(window.history.state, '', pathname);
  window.location.hash = hash;
}
