/** One socket in one room: frames in, frames out, and the limits of both. */

import {
  type ClientId,
  type CloseReason,
  closeCodes,
  closeText,
  decodeFrame,
  encodeFrame,
  type Frame,
  isTerminal,
  SCHEMA_VERSION,
  unreachable,
} from '@samenspel/shared';
import type {WebSocket} from 'ws';
import type {Clock} from '../clock.ts';
import {openBucket} from './bucket.ts';
import type {Guest} from './guest.ts';
import type {PresentPerson} from './presence.ts';
import type {Room} from './room.ts';

export interface ConnectionLimits {
  /** All of these: 0 is no limit. */
  readonly maxAwarenessBytes: number;
  readonly maxMessagesPerSecond: number;
  readonly maxMessageBurst: number;
  readonly maxQueueBytes: number;
}

export interface ConnectionDeps {
  readonly socket: WebSocket;
  readonly person: PresentPerson;
  readonly sessionId: string;
  readonly clientId: ClientId | null;
  readonly limits: ConnectionLimits;
  readonly clock: Clock;
  /** Told once, when we end it. */
  readonly onRefused: (reason: CloseReason, why: string) => void;
}

export interface Connection extends Guest {
  setMayWrite(mayWrite: boolean): void;
  /** For what is shown of them from now on. */
  setName(name: string): void;
  /** Begins to read frames for this room. */
  listen(room: Room): void;
}

/** How long somebody who doesn't read may take to notice that we hung up. */
const hangUpMs = 1_000;

export function openConnection(deps: ConnectionDeps): Connection {
  const {socket, sessionId, clientId, limits, clock} = deps;
  let {person} = deps;
  const content = openBucket(limits.maxMessagesPerSecond, limits.maxMessageBurst, clock.now());
  const other = openBucket(limits.maxMessagesPerSecond, limits.maxMessageBurst, clock.now());
  let mayWrite = false;
  let answerBytes = 0;

  function send(frame: Uint8Array): void {
    if (socket.readyState !== socket.OPEN) return;
    socket.send(frame);
    if (socket.bufferedAmount === 0) answerBytes = 0;
    checkQueue(answerBytes);
  }

  function answer(frame: Uint8Array): void {
    // Who doesn't read one answer gets no second one.
    checkQueue(0);
    if (socket.readyState !== socket.OPEN) return;
    socket.send(frame);
    answerBytes = frame.length;
  }

  function checkQueue(allowedBytes: number): void {
    if (limits.maxQueueBytes === 0) return;
    if (socket.bufferedAmount > limits.maxQueueBytes + allowedBytes)
      close('tryLater', 'reads too slowly');
  }

  function close(reason: CloseReason, why: string): void {
    if (socket.readyState !== socket.OPEN) return;
    deps.onRefused(reason, why);
    endSocket(socket, reason, clock);
  }

  function receive(data: Buffer, isBinary: boolean, room: Room): void {
    if (socket.readyState !== socket.OPEN) return;
    if (!isBinary) return close('refused', 'a text frame');
    let frame: Frame;
    try {
      frame = decodeFrame(data);
    } catch {
      return close('refused', 'a frame that is none');
    }
    const isContent = frame.type === 'step2' || frame.type === 'update';
    slowDown((isContent ? content : other).take(clock.now()));
    pass(frame, room);
  }

  function pass(frame: Frame, room: Room): void {
    switch (frame.type) {
      case 'step1':
        return room.ask(connection, frame.stateVector);
      case 'step2':
      case 'update':
        return room.write(connection, frame.update, frame.type === 'step2');
      case 'awareness':
        return appear(frame.update, room);
      case 'queryAwareness':
        return room.askPresence(connection);
      case 'auth':
      case 'saved':
      case 'notice':
        return close('refused', 'a frame that only servers send');
      default:
        return unreachable(frame);
    }
  }

  function appear(update: Uint8Array, room: Room): void {
    // Stock clients repeat everybody's states, so a full room makes them long: left out, not punished.
    if (limits.maxAwarenessBytes > 0 && update.length > limits.maxAwarenessBytes) return;
    try {
      room.appear(connection, update);
    } catch {
      close('refused', 'an awareness update that is none');
    }
  }

  /** Stops reading for a while; what has been read is never dropped. */
  function slowDown(ms: number): void {
    if (ms === 0 || socket.isPaused) return;
    socket.pause();
    clock.after(ms, () => socket.resume());
  }

  const connection: Connection = {
    ...{sessionId, clientId, send, answer, close},
    get person() {
      return person;
    },
    mayWrite: () => mayWrite,
    setMayWrite(allowed) {
      mayWrite = allowed;
    },
    setName(name) {
      person = {...person, name};
    },
    listen(room) {
      socket.on('message', (data: Buffer, isBinary) => receive(data, isBinary, room));
    },
  };
  return connection;
}

/** Says why, closes with the code, and doesn't wait for ever for the other end. */
export function endSocket(
  socket: WebSocket,
  reason: CloseReason,
  clock: Clock,
  schema: number = SCHEMA_VERSION,
): void {
  // Stock clients take it for a refusal, so who is only asked to come back later doesn't get it.
  if (isTerminal(closeCodes[reason])) socket.send(encodeFrame({type: 'auth', reason}));
  socket.close(closeCodes[reason], closeText(reason, schema));
  socket.resume();
  const stop = clock.after(hangUpMs, () => socket.terminate());
  socket.once('close', stop);
}
