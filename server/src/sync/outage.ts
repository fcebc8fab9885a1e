/** The time in which a room can't write: begun by a failed append, ended by a probe that works. */

import type {Clock} from '../clock.ts';
import type {Journal} from '../journal/journal.ts';

export interface Outage {
  readonly active: boolean;
  /** Nothing can be written; tries again and again whether `bytes` can. */
  begin(bytes: number): void;
  /** Writing may be tried again. */
  end(): void;
  stop(): void;
}

/** How long a failed disk is left alone before the next try. */
const probeMs = 300;
/** A disk with less room than this would be full again at the next word. */
const leastFreeBytes = 64 * 1024;

/** @param onOver the disk took what was probed with; the outage lasts until `end` */
export function openOutage(
  journal: Pick<Journal, 'probe'>,
  clock: Clock,
  onOver: () => void,
): Outage {
  let active = false;
  let stop: (() => void) | null = null;

  async function probe(bytes: number): Promise<void> {
    try {
      await journal.probe(bytes);
    } catch {
      // Still so: that is what was asked.
      if (active) later(bytes);
      return;
    }
    if (active) onOver();
  }

  function later(bytes: number): void {
    stop = clock.after(probeMs, () => void probe(bytes));
  }

  return {
    get active() {
      return active;
    },
    begin(bytes) {
      if (active) return;
      active = true;
      later(Math.max(bytes, leastFreeBytes));
    },
    end() {
      active = false;
    },
    stop() {
      active = false;
      stop?.();
    },
  };
}
