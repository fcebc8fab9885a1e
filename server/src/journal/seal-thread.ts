/** Seals in a thread of its own, so that nobody who types waits for it; it is there while there is work. */

import {once} from 'node:events';
import {Worker} from 'node:worker_threads';
import type {Sealed, Unsealed} from './seal.ts';

export interface SealThread {
  /** @throws Error when the segment could not be made or the thread was closed */
  work(unsealed: Unsealed): Promise<Sealed>;
  close(): Promise<void>;
}

/** Long enough for the next segment of a document that is far behind. */
const idleMs = 2_000;

export function openSealThread(): SealThread {
  let worker: Worker | null = null;
  let idling: NodeJS.Timeout | null = null;

  function rest(): void {
    const resting = worker;
    worker = null;
    void resting?.terminate();
  }

  return {
    async work(unsealed) {
      if (idling) clearTimeout(idling);
      const mine = (worker ??= new Worker(new URL('./seal-worker.ts', import.meta.url)));
      mine.ref();
      try {
        mine.postMessage(unsealed, []);
        const ended = new AbortController();
        const [sealed] = (await Promise.race([
          once(mine, 'message', ended),
          once(mine, 'exit', ended).then(() => {
            throw new Error('The thread ended before its work');
          }),
        ]).finally(() => ended.abort())) as [Sealed];
        // Nobody stays for a thread that rests.
        mine.unref();
        idling = setTimeout(rest, idleMs).unref();
        return sealed;
      } catch (error) {
        // A thread that failed has ended; the next work begins with a new one.
        if (worker === mine) worker = null;
        throw error;
      }
    },
    async close() {
      if (idling) clearTimeout(idling);
      const last = worker;
      worker = null;
      await last?.terminate();
    },
  };
}
