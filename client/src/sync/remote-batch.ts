/** Others' edits, applied a few times a second: the editor redraws the whole text at each of them. */

import * as Y from 'yjs';

export interface RemoteBatch {
  /** Applied at once when the last was long ago, otherwise together with what follows soon. */
  add(update: Uint8Array): void;
  flush(): void;
  close(): void;
}

/**
 * So many times as long as putting them in took, it then waits: whoever types here has most of the time, and
 * the browser must still lay out and paint. In a hundred pages, or on an old phone, others' letters come in
 * larger pieces.
 */
const restPerWork = 12;
/** Never longer than this: then one would wonder whether the others stopped. */
const longestMs = 600;

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
  let nextAt = -Infinity;

  function flush(): void {
    stop?.();
    stop = null;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const began = now();
    // One transaction, so one redraw; not local, so neither undoable nor sent back.
    Y.transact(
      doc,
      () => batch.forEach((update) => Y.applyUpdate(doc, update, origin)),
      origin,
      false,
    );
    const ended = now();
    nextAt = ended + Math.max(pauseMs, Math.min((ended - began) * restPerWork, longestMs));
  }

  return {
    add(update) {
      waiting.push(update);
      const dueIn = nextAt - now();
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
