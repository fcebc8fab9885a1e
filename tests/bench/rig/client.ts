/** A client without an editor or a document: frames out, frames in, as cheap as can be. */

import type {Socket} from 'node:net';
import {decodeFrame, encodeFrame, frameType, syncType} from '@samenspel/shared';
import {WebSocket} from 'ws';

export interface Client {
  readonly socket: WebSocket;
  /** Resolves when the answer to its step 1 is here; to a relay, when the line is open. */
  readonly ready: Promise<void>;
  /** Content messages sent so far: what `saved` counts. */
  readonly contentSent: () => number;
  /** Sends a content frame. */
  write(frame: Uint8Array): void;
  /** Everything that went over the line so far, handshake and headers included. */
  lineBytes(): number;
  close(): Promise<void>;
}

export interface ClientOptions {
  readonly url: string;
  readonly cookie: string;
  /** False for a relay, which answers nothing. */
  readonly speaks: boolean;
  /** What it has; nothing when left out. */
  readonly stateVector?: Uint8Array;
  /** News in the document, and the answer to its own step 1. */
  readonly onContent?: (update: Uint8Array, kind: 'step2' | 'update') => void;
  readonly onSaved?: (count: number) => void;
  /** The server hung up, or never answered. */
  readonly onLost?: (why: string) => void;
}

const nothing = Uint8Array.of(0);
const nothingNew = encodeFrame({type: 'step2', update: Uint8Array.of(0, 0)});

export function openClient(options: ClientOptions): Client {
  const {url, cookie, speaks, stateVector = nothing, onContent, onSaved, onLost} = options;
  const socket = new WebSocket(url, {headers: {cookie}, perMessageDeflate: false});
  const ready = Promise.withResolvers<void>();
  // Whoever waits for it is told; nobody has to.
  ready.promise.catch(() => {});
  let contentSent = 0;
  let leaving = false;
  let line: Socket | null = null;

  function write(frame: Uint8Array): void {
    contentSent++;
    socket.send(frame);
  }

  function receive(data: Buffer): void {
    // Told apart by their first bytes, so that who doesn't look closer costs next to nothing.
    switch (data[0]) {
      case frameType.sync:
        return receiveSync(data);
      case frameType.saved:
        return onSaved?.(savedCount(data));
      case frameType.auth:
        return lose(`refused: ${data.subarray(2).toString()}`);
      default:
    }
  }

  function receiveSync(data: Buffer): void {
    if (data[1] === syncType.step1) return write(nothingNew);
    const kind = data[1] === syncType.step2 ? 'step2' : 'update';
    if (onContent) {
      const frame = decodeFrame(data);
      if (frame.type === 'step2' || frame.type === 'update') onContent(frame.update, frame.type);
    }
    if (kind === 'step2') ready.resolve();
  }

  function lose(why: string): void {
    ready.reject(new Error(why));
    if (!leaving) onLost?.(why);
  }

  socket.on('open', () => {
    if (!speaks) return ready.resolve();
    socket.send(encodeFrame({type: 'step1', stateVector}));
  });
  socket.on('message', receive);
  socket.on('error', (error) => lose(error.message));
  socket.on('close', (code) => lose(`closed with ${code}`));
  socket.once('upgrade', (response) => (line = response.socket));
  return {
    socket,
    ready: ready.promise,
    contentSent: () => contentSent,
    write,
    lineBytes: () => (line ? line.bytesRead + line.bytesWritten : 0),
    close() {
      leaving = true;
      if (socket.readyState === socket.CLOSED) return Promise.resolve();
      return new Promise((resolve) => {
        socket.once('close', () => resolve());
        socket.terminate();
      });
    },
  };
}

function savedCount(data: Buffer): number {
  const frame = decodeFrame(data);
  return frame.type === 'saved' ? frame.count : 0;
}
