/** Others' edits, applied a few times a second: the editor redraws the whole text at each of them. */

import * as Y from 'yjs';

export interface RemoteBatch {
  /** Applied at once when the last was long ago, otherwise together with what follows soon. */
  add(update: Uint8Array): void;
  flush(): void;
  close(): void;
}

export interface RemoteBatchOptions {
  readonly doc: Y.Doc;
  readonly origin: object;
  readonly now: () => number;
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly pauseMs?: number;
}

export function openRemoteBatch({
  doc,
  origin,
  now,
  after,
  pauseMs = 50,
}: RemoteBatchOptions): RemoteBatch {
  let waiting: Uint8Array[] = [];
  let stop: (() => void) | null = null;
  let lastAt = -Infinity;

  function flush(): void {
    stop?.();
    stop = null;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    lastAt = now();
    // One transaction, so one redraw; not local, so neither undoable nor sent back.
    Y.transact(
      doc,
      () => batch.forEach((update) => Y.applyUpdate(doc, update, origin)),
      origin,
      false,
    );
  }

  return {
    add(update) {
      waiting.push(update);
      const dueIn = lastAt + pauseMs - now();
      if (dueIn <= 0) flush();
      else stop ??= after(dueIn, flush);
    },
    flush,
    close() {
      stop?.();
      stop = null;
      waiting = [];
    },
  };
}
