/** A client whose wires are in the hands of a fuzzer: nothing moves until it says so. */

import type {Guest} from '@samenspel/server/sync/guest.ts';
import type {Room} from '@samenspel/server/sync/room.ts';
import type {Rooms} from '@samenspel/server/sync/rooms.ts';
import {type ClientId, decodeFrame, type Frame, type PersonId} from '@samenspel/shared';
import * as Y from 'yjs';
import {edit} from '../support/edits.ts';
import type {Random} from '../support/random.ts';
import {documentId} from '../support/room.ts';

/** A content message under way, with the clock of its author once it has arrived. */
interface Message {
  readonly update: Uint8Array;
  readonly answers: boolean;
  readonly clock: number;
}

interface Line {
  readonly room: Room;
  readonly guest: Guest;
  readonly toClient: Frame[];
  readonly toServer: (Message | {readonly stateVector: Uint8Array})[];
  /** The clock of each content message that went out on this line. */
  readonly sentClocks: number[];
  /** How many went out up to our answer; before it, what was typed offline is still here only. */
  answeredAt: number;
}

export interface FuzzClient {
  readonly doc: Y.Doc;
  connected(): boolean;
  connect(rooms: Rooms): Promise<void>;
  /** What was under way is lost. */
  disconnect(rooms: Rooms | null): void;
  edit(random: Random): void;
  /** One frame arrives; false when none was under way. */
  deliverToClient(): boolean;
  deliverToServer(): boolean;
  /** The own clock up to which the server said that it is on disk. */
  acknowledged(): number;
}

export function fuzzClient(number: number): FuzzClient {
  const doc = new Y.Doc();
  doc.clientID = number;
  let line: Line | null = null;
  let acknowledged = 0;

  const clock = () => Y.getState(doc.store, number);

  function send(update: Uint8Array, answers: boolean): void {
    line?.toServer.push({update, answers, clock: clock()});
    line?.sentClocks.push(clock());
    if (line && answers) line.answeredAt = Math.min(line.answeredAt, line.sentClocks.length);
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') send(update, false);
  });

  function receive(frame: Frame): void {
    switch (frame.type) {
      case 'step1':
        return send(Y.encodeStateAsUpdate(doc, frame.stateVector), true);
      case 'step2':
      case 'update':
        return Y.applyUpdate(doc, frame.update, 'server');
      case 'saved':
        if (!line || frame.count < line.answeredAt) return;
        acknowledged = Math.max(acknowledged, line.sentClocks[frame.count - 1] ?? 0);
        return;
      default:
    }
  }

  return {
    doc,
    connected: () => line !== null,
    async connect(rooms) {
      const toClient: Frame[] = [];
      const receiveBytes = (bytes: Uint8Array) => void toClient.push(decodeFrame(bytes.slice()));
      const guest: Guest = {
        person: {id: `person${number}` as PersonId, name: `Persoon ${number}`, side: 'formal'},
        sessionId: `session${number}`,
        clientId: number as ClientId,
        mayWrite: () => true,
        send: receiveBytes,
        answer: receiveBytes,
        close: (reason, why) => {
          throw new Error(`An honest client was sent away: ${reason}, ${why}`);
        },
      };
      const room = await rooms.enter(documentId, guest);
      const stateVector = Y.encodeStateVector(doc);
      line = {
        room,
        guest,
        toClient,
        toServer: [{stateVector}],
        sentClocks: [],
        answeredAt: Infinity,
      };
    },
    disconnect(rooms) {
      if (line) rooms?.leave(line.room, line.guest);
      line = null;
    },
    edit: (random) => edit(doc, random),
    deliverToClient() {
      const frame = line?.toClient.shift();
      if (frame) receive(frame);
      return frame !== undefined;
    },
    deliverToServer() {
      const message = line?.toServer.shift();
      if (!line || !message) return false;
      if ('stateVector' in message) line.room.ask(line.guest, message.stateVector);
      else line.room.write(line.guest, message.update, message.answers);
      return true;
    },
    acknowledged: () => acknowledged,
  };
}
