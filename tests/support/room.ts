/** A room on a journal in memory, and guests that write down what they are sent. */

import type {Claims} from '@samenspel/server/journal/journal.ts';
import type {Guest} from '@samenspel/server/sync/guest.ts';
import {openRooms, type Rooms} from '@samenspel/server/sync/rooms.ts';
import {
  type ClientId,
  type CloseReason,
  decodeFrame,
  type DocumentId,
  type Frame,
  type PersonId,
} from '@samenspel/shared';
import {fakeClock, type FakeClock} from './fake-clock.ts';
import {memoryClaims, memoryJournal, type MemoryJournal} from './memory-journal.ts';

export const documentId = 'document1' as DocumentId;

export interface RoomUnderTest {
  readonly rooms: Rooms;
  readonly journal: MemoryJournal;
  readonly claims: Claims;
  readonly clock: FakeClock;
  readonly errors: readonly unknown[];
}

export function openTestRooms({
  roomIdleMs = 1_000,
  roomRestMs = 0,
  maxDocumentBytes = 0,
  maxDocumentStructs = 0,
} = {}): RoomUnderTest {
  const journal = memoryJournal([documentId]);
  const claims = memoryClaims();
  const clock = fakeClock();
  const errors: unknown[] = [];
  const rooms = openRooms({
    ...{journal, claims, clock},
    limits: {roomIdleMs, roomRestMs, maxDocumentBytes, maxDocumentStructs},
    onError: (_documentId, error) => errors.push(error),
    onWritable: () => undefined,
  });
  return {rooms, journal, claims, clock, errors};
}

export interface RecordingGuest extends Guest {
  /** Every frame it was sent, in order. */
  readonly frames: readonly Frame[];
  readonly closed: CloseReason | null;
  /** How often a frame of this type came. */
  count(type: Frame['type']): number;
  /** How many of its content messages are acknowledged. */
  saved(): number;
  /** The kinds of the notices it got. */
  notices(): readonly string[];
}

export function recordingGuest(name: string, clientId: number, mayWrite = true): RecordingGuest {
  const frames: Frame[] = [];
  let closed: CloseReason | null = null;
  const receive = (bytes: Uint8Array) => frames.push(decodeFrame(bytes.slice()));
  return {
    person: {id: `${name}-id` as PersonId, name, side: 'informal'},
    sessionId: `${name}-session`,
    clientId: clientId as ClientId,
    frames,
    mayWrite: () => mayWrite,
    send: receive,
    answer: receive,
    close: (reason) => {
      closed ??= reason;
    },
    get closed() {
      return closed;
    },
    count: (type) => frames.filter((frame) => frame.type === type).length,
    saved: () => frames.reduce((last, frame) => (frame.type === 'saved' ? frame.count : last), 0),
    notices: () => frames.flatMap((frame) => (frame.type === 'notice' ? frame.notice.kind : [])),
  };
}
