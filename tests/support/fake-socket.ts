/** The server's end of a socket without a network: what a test emits arrives, what is sent is kept. */

import {EventEmitter} from 'node:events';
import type {WebSocket} from 'ws';

export class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  isPaused = false;
  /** What the other end has not read yet, in bytes; only grows when `reads` is false. */
  bufferedAmount = 0;
  reads = true;
  closeCode: number | null = null;
  readonly sent: Uint8Array[] = [];

  /** A frame from the other end. */
  arrive(frame: Uint8Array | string): void {
    const isBinary = typeof frame !== 'string';
    this.emit('message', Buffer.from(frame as string), isBinary);
  }

  send(frame: Uint8Array): void {
    if (this.reads) this.sent.push(frame);
    else this.bufferedAmount += frame.length;
  }

  close(code: number): void {
    if (this.readyState !== 1) return;
    this.closeCode = code;
    this.terminate();
  }

  terminate(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.emit('close', this.closeCode ?? 1006);
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }

  /** As the server's code knows it. */
  asWebSocket(): WebSocket {
    return this as unknown as WebSocket;
  }
}
