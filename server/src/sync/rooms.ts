/** All open rooms: each document once, and none longer than somebody needs it. */

import type {DocumentId, Seq} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import type {Claims, Journal} from '../journal/journal.ts';
import type {BringUp} from '../schema/bring-up.ts';
import type {Guest} from './guest.ts';
import {type Builder, plainBuilder} from './builder.ts';
import type {DocumentLimits} from './document-size.ts';
import {keepDocument} from './kept-document.ts';
import {openRoom, type Room} from './room.ts';
import type {Sender} from './room-writing.ts';

export interface Rooms {
  /** Opens the room if nobody has, and lets the guest in. @throws AppError when it can't be read */
  enter(documentId: DocumentId, guest: Guest): Promise<Room>;
  leave(room: Room, guest: Guest): void;
  /** As `Room.edit`, in the room of a document that perhaps nobody has open. */
  edit(documentId: DocumentId, update: Uint8Array, sender: Sender): Promise<Seq | null>;
  /** Rooms that are open now. */
  open(): readonly Room[];
  /** The open room of a document; null when nobody has it open. */
  find(documentId: DocumentId): Room | null;
  /** Resolves when everything that arrived is on disk; frees all documents. */
  close(): Promise<void>;
}

export interface RoomsDeps {
  readonly journal: Journal;
  readonly claims: Claims;
  readonly clock: Clock;
  readonly limits: DocumentLimits & {readonly roomIdleMs: number; readonly roomRestMs: number};
  /** Before a document is opened: makes it one of this program's schema. */
  readonly bringUp?: BringUp;
  /** Builds at once when left out. */
  readonly builder?: Builder;
  readonly onError: (documentId: DocumentId, error: unknown) => void;
  readonly onWritable: (writable: boolean, cause?: unknown) => void;
}

interface Slot {
  readonly opening: Promise<Room>;
  room: Room | null;
  stopIdling: (() => void) | null;
}

export function openRooms(deps: RoomsDeps): Rooms {
  const {
    journal,
    claims,
    clock,
    limits,
    builder = plainBuilder,
    bringUp,
    onError,
    onWritable,
  } = deps;
  const slots = new Map<DocumentId, Slot>();
  /** States that are on their way to the disk. */
  const keeping = new Set<Promise<void>>();

  function slotOf(documentId: DocumentId): Slot {
    const found = slots.get(documentId);
    if (found) return found;
    const slot: Slot = {opening: open(documentId), room: null, stopIdling: null};
    slots.set(documentId, slot);
    slot.opening.then(
      (room) => (slot.room = room),
      () => slots.delete(documentId),
    );
    return slot;
  }

  async function open(documentId: DocumentId): Promise<Room> {
    await bringUp?.(documentId);
    const owners = new Map(await claims.all(documentId));
    const kept = keepDocument({
      ...{documentId, journal, owners, limits, builder, elapsed: clock.elapsed},
      onKeeping(done) {
        const settled = done
          .catch((error: unknown) => onError(documentId, error))
          .finally(() => keeping.delete(settled));
        keeping.add(settled);
      },
    });
    return openRoom({
      ...{documentId, claims, clock, owners, restMs: limits.roomRestMs},
      ...{journal: kept.journal, open: kept.open},
      onError: (error) => {
        discard(documentId);
        onError(documentId, error);
      },
      onUnwritable: (cause) => {
        // One disk: what fails here fails everywhere, and nobody should type into the void.
        for (const {room} of slots.values()) room?.suspend();
        onWritable(false, cause);
      },
      onRecovered: () => onWritable(true),
    });
  }

  function discard(documentId: DocumentId): void {
    const slot = slots.get(documentId);
    slots.delete(documentId);
    slot?.stopIdling?.();
    slot?.room?.close();
  }

  function idle(slot: Slot, room: Room): void {
    slot.stopIdling?.();
    slot.stopIdling = clock.after(limits.roomIdleMs, () => {
      slot.stopIdling = null;
      void room.settled().then(() => {
        if (room.guests().length === 0 && slots.get(room.documentId) === slot && !slot.stopIdling) {
          discard(room.documentId);
        }
      });
    });
  }

  return {
    async enter(documentId, guest) {
      for (;;) {
        const slot = slotOf(documentId);
        const room = await slot.opening;
        if (slots.get(documentId) !== slot) continue; // freed while we waited
        slot.stopIdling?.();
        slot.stopIdling = null;
        room.join(guest);
        return room;
      }
    },
    async edit(documentId, update, sender) {
      for (;;) {
        const slot = slotOf(documentId);
        const room = await slot.opening;
        if (slots.get(documentId) !== slot) continue; // freed while we waited
        try {
          return await room.edit(update, sender);
        } finally {
          if (slots.get(documentId) === slot && room.guests().length === 0) idle(slot, room);
        }
      }
    },
    leave(room, guest) {
      room.leave(guest);
      const slot = slots.get(room.documentId);
      if (slot?.room === room && room.guests().length === 0) idle(slot, room);
    },
    open: () => [...slots.values()].flatMap(({room}) => room ?? []),
    find: (documentId) => slots.get(documentId)?.room ?? null,
    async close() {
      await Promise.allSettled([...slots.values()].map(({opening}) => opening));
      await Promise.all([...slots.values()].flatMap(({room}) => room?.settled() ?? []));
      for (const documentId of [...slots.keys()]) discard(documentId);
      await Promise.all(keeping);
    },
  };
}
