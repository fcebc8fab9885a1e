/** Sees to it that what was deleted is gone from the disk now, and not when it happens to be overwritten. */

import type {Clock} from '../clock.ts';
import type {Disk} from './disk.ts';

export interface Wiper {
  /** Empties the write-ahead log, as soon as nobody reads from it any more. */
  soon(): void;
  /** Tries no more: the log is emptied when the database closes. */
  close(): void;
}

export interface WiperDeps extends Disk {
  readonly clock: Pick<Clock, 'after'>;
  readonly onError: (error: unknown) => void;
}

const againMs = 1_000;

/**
 * Deleted rows are overwritten in the database (`secure_delete`), but what they were still stands in
 * the write-ahead log until that is emptied.
 */
export function openWiper({sqlite, exclusively, clock, onError}: WiperDeps): Wiper {
  let stop: (() => void) | null = null;
  let closed = false;

  function wipe(): void {
    stop = null;
    exclusively(() => {
      // Whoever types must not wait for somebody who reads: a backup, a command of the operator.
      const [timeout] = sqlite.pragma('busy_timeout') as [{timeout: number}];
      sqlite.pragma('busy_timeout = 0');
      try {
        const [done] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as [{busy: number}];
        return done.busy === 0;
      } finally {
        sqlite.pragma(`busy_timeout = ${timeout.timeout}`);
      }
    }).then((isDone) => {
      if (!isDone) later();
    }, onError);
  }

  function later(): void {
    if (!closed) stop ??= clock.after(againMs, wipe);
  }

  return {
    soon() {
      if (!closed && !stop) wipe();
    },
    close() {
      closed = true;
      stop?.();
    },
  };
}
