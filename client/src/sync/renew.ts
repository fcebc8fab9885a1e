/**
 * Loads the newer program that the server has: by itself once, because a browser that goes on handing
 * out its old copy would go round for ever. Whoever presses the button may always.
 */

import {SCHEMA_VERSION} from '@samenspel/shared';

export interface RenewWorld {
  /** Lasts as long as the tab. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly reload: () => void;
}

const key = 'samenspel-renewed';

export function renewByItself({storage, reload}: RenewWorld = browser()): void {
  if (storage.getItem(key) === String(SCHEMA_VERSION)) return;
  storage.setItem(key, String(SCHEMA_VERSION));
  reload();
}

function browser(): RenewWorld {
  return {storage: sessionStorage, reload: () => location.reload()};
}
