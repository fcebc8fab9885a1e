/** Focus for what somebody just asked to see, as a dialog's first field; never on loading a page. */

import {useEffect, useRef} from 'react';

/** A ref whose element takes focus when it appears. */
export function useFirstFocus<E extends HTMLElement>() {
  const element = useRef<E>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
