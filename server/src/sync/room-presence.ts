/** Presence in one room: who may speak for which caret, and one frame for all every few milliseconds. */

import {type ClientId, encodeFrame, type PersonId} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import type {Guest} from './guest.ts';
import {openPresence, presentClients} from './presence.ts';

export interface RoomPresence {
  join(guest: Guest): void;
  leave(guest: Guest): void;
  /** A guest is called otherwise from now on. */
  renamed(guest: Guest): void;
  /** Tells a guest who is here. */
  greet(guest: Guest): void;
  /**
   * Passes on the states this guest may speak for; others are dropped silently, because stock
   * clients repeat everybody's. False when an id has to be claimed first.
   * @throws Error when it is no awareness update
   */
  receive(guest: Guest, update: Uint8Array): boolean;
  /** Claims the id of a guest that named none when it connected, and receives. */
  claimAndReceive(guest: Guest, update: Uint8Array, claim: Claim): Promise<void>;
  close(): void;
}

type Claim = (clientIds: readonly ClientId[]) => Promise<boolean>;

const gatherMs = 40;

export function openRoomPresence(
  clock: Clock,
  owners: ReadonlyMap<ClientId, PersonId>,
  guests: () => Iterable<Guest>,
): RoomPresence {
  const presence = openPresence();
  /** Which connection speaks for an id. */
  const holders = new Map<ClientId, Guest>();
  /** The one id that a connection speaks for: made-up people have no place. */
  const voices = new WeakMap<Guest, ClientId>();
  let stop: (() => void) | null = null;

  function flush(): void {
    stop = null;
    const update = presence.changes();
    if (!update) return;
    const frame = encodeFrame({type: 'awareness', update});
    // To its sender too: stock clients hang up when they hear nothing for half a minute.
    for (const guest of guests()) guest.send(frame);
  }

  function schedule(): void {
    stop ??= clock.after(gatherMs, flush);
  }

  function owns(guest: Guest, clientId: ClientId, newer: boolean): boolean {
    if (voices.get(guest) !== clientId || owners.get(clientId) !== guest.person.id) return false;
    // A connection that comes back takes over from the one that hasn't noticed its end yet.
    if (!holders.has(clientId) || newer) holders.set(clientId, guest);
    return holders.get(clientId) === guest;
  }

  function take(guest: Guest, update: Uint8Array): void {
    const count = presence.receive(update, (id, newer) => owns(guest, id, newer), guest.person);
    if (count > 0) schedule();
  }

  function heldBy(guest: Guest): readonly ClientId[] {
    return [...holders].filter(([, holder]) => holder === guest).map(([id]) => id);
  }

  return {
    join(guest) {
      if (guest.clientId !== null) voices.set(guest, guest.clientId);
    },
    leave(guest) {
      const held = heldBy(guest);
      for (const id of held) holders.delete(id);
      presence.leave(held);
      schedule();
    },
    renamed(guest) {
      presence.rename(heldBy(guest), guest.person);
      schedule();
    },
    greet(guest) {
      const update = presence.everyone();
      if (update) guest.send(encodeFrame({type: 'awareness', update}));
    },
    receive(guest, update) {
      if (!voices.has(guest)) {
        // A stock client's first word is about itself alone; what it repeats of others comes later.
        const [clientId, ...more] = presentClients(update);
        if (clientId === undefined || more.length > 0) return true;
        if (!owners.has(clientId)) return false;
        voices.set(guest, clientId);
      }
      take(guest, update);
      return true;
    },
    async claimAndReceive(guest, update, claim) {
      const [clientId] = presentClients(update);
      if (clientId === undefined || voices.has(guest)) return take(guest, update);
      await claim([clientId]);
      voices.set(guest, clientId);
      take(guest, update);
    },
    close() {
      stop?.();
    },
  };
}
