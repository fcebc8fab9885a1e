/** A line without a network: the test is the server and decides when anything arrives. */

import {decodeFrame, encodeFrame, type Frame} from '@samenspel/shared';
import type {World} from '@samenspel/client/sync/world.ts';

export interface Line {
  readonly world: World;
  /** The next connection that is made; each is handed out once. */
  next(): Promise<Socket>;
  /** How many connections were made. */
  readonly made: () => number;
  /** What the browser says about the network. */
  readonly network: {gone: () => void; back: () => void};
  /** Moves the clock and calls what is due, in order. */
  advance(ms: number): void;
}

export interface Socket {
  readonly url: string;
  /** What the client sent, in order. */
  readonly received: readonly Frame[];
  open(): void;
  deliver(frame: Frame): void;
  /** The server or the network ends it. */
  drop(code: number, reason?: string): void;
  readonly isClosed: () => boolean;
}

export function openLine(): Line {
  const waiting: Socket[] = [];
  const askers: ((socket: Socket) => void)[] = [];
  const network = {gone: () => {}, back: () => {}};
  let timers: {at: number; callback: () => void}[] = [];
  let now = 1_000_000;
  let made = 0;

  class FakeSocket {
    static readonly OPEN = 1;
    readonly OPEN = 1;
    binaryType = 'blob';
    readyState = 0;
    onopen: (() => void) | null = null;
    onmessage: ((event: {data: ArrayBuffer}) => void) | null = null;
    onclose: ((event: {code: number; reason: string}) => void) | null = null;
    onerror: (() => void) | null = null;
    readonly received: Frame[] = [];
    readonly url: string;

    constructor(url: string) {
      this.url = url;
      made += 1;
      const asker = askers.shift();
      if (asker) asker(this.handle());
      else waiting.push(this.handle());
    }

    send(data: Uint8Array): void {
      this.received.push(decodeFrame(data.slice()));
    }

    close(): void {
      this.readyState = 3;
    }

    private handle(): Socket {
      return {
        url: this.url,
        received: this.received,
        open: () => {
          this.readyState = 1;
          this.onopen?.();
        },
        deliver: (frame) => this.onmessage?.({data: encodeFrame(frame).buffer}),
        drop: (code, reason = '') => {
          this.readyState = 3;
          this.onclose?.({code, reason});
        },
        isClosed: () => this.readyState === 3,
      };
    }
  }

  return {
    world: {
      WebSocket: FakeSocket as unknown as typeof WebSocket,
      now: () => now,
      after(ms, callback) {
        const timer = {at: now + ms, callback};
        timers = [...timers, timer];
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
      watchNetwork(listener) {
        Object.assign(network, listener);
        return () => Object.assign(network, {gone: () => {}, back: () => {}});
      },
    },
    next() {
      const socket = waiting.shift();
      return socket ? Promise.resolve(socket) : new Promise((resolve) => askers.push(resolve));
    },
    made: () => made,
    network,
    advance(ms) {
      now += ms;
      const due = timers.filter(({at}) => at <= now).toSorted((a, b) => a.at - b.at);
      timers = timers.filter(({at}) => at > now);
      due.forEach(({callback}) => callback());
    },
  };
}
