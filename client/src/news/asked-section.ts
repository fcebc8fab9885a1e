/** An address may name a section of a page, such as `#lab-questions`: gone to once it is there. */

import {useEffect} from 'react';

export function useAskedSection(): void {
  useEffect(() => {
    const go = () => {
      const heading = document.getElementById(window.location.hash.slice(1));
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus({preventScroll: true});
      heading.scrollIntoView({block: 'start'});
    };
    // The frame puts the focus on the page's own heading first.
    const frame = requestAnimationFrame(go);
    window.addEventListener('hashchange', go);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('hashchange', go);
    };
  }, []);
}
