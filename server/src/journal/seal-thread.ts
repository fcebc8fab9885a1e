/** Seals in a thread of its own, so that nobody who types waits for it. */

import {openThread, type Thread} from '../thread.ts';
import type {Sealed, Unsealed} from './seal.ts';

export type SealThread = Thread<Unsealed, Sealed>;

export function openSealThread(): SealThread {
  return openThread(new URL('./seal-worker.ts', import.meta.url));
}
