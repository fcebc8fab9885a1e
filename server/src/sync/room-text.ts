/** The text of a room: open while somebody writes, resting in encoded form while nobody does. */

import type {Clock} from '../clock.ts';
import type {LiveDocument} from './live-document.ts';
import {type Readable, restingText} from './readable.ts';

export interface RoomText {
  /** To answer questions from, in whatever form it is. */
  readable(): Readable;
  /** To write in; opened again when it rests. */
  writable(): Promise<LiveDocument>;
  resting(): boolean;
  /** Reads it from its journal again. */
  reopen(): Promise<void>;
  close(): void;
}

export interface RoomTextDeps {
  readonly clock: Clock;
  /** How long nobody has to write before it rests; 0 means never. */
  readonly restMs: number;
  /** Reads the document from its journal. */
  readonly open: () => Promise<LiveDocument>;
}

export async function openRoomText({clock, restMs, open}: RoomTextDeps): Promise<RoomText> {
  let live: LiveDocument | null = await open();
  let resting: Readable | null = null;
  let stop: (() => void) | null = null;
  let closed = false;

  function restLater(): void {
    stop?.();
    stop = restMs === 0 ? null : clock.after(restMs, rest);
  }

  function rest(): void {
    if (!live) return;
    resting = restingText(live.lackedBy(Uint8Array.of(0)));
    live.destroy();
    live = null;
  }

  async function reopen(): Promise<LiveDocument> {
    live?.destroy();
    live = null;
    const opened = await open();
    live = opened;
    resting = null;
    // Closed while it was being opened: nobody would ever close it again.
    if (closed) opened.destroy();
    else restLater();
    return opened;
  }

  restLater();
  return {
    readable() {
      const readable = live ?? resting;
      if (!readable) throw new Error('The text is being opened');
      return readable;
    },
    resting: () => live === null,
    async writable() {
      restLater();
      return live ?? (await reopen());
    },
    async reopen() {
      await reopen();
    },
    close() {
      closed = true;
      stop?.();
      live?.destroy();
    },
  };
}
