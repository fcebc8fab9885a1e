/** Presence in one room: who may speak for which caret, and one frame for all every few milliseconds. */

import {type ClientId, encodeFrame, type PersonId} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import type {Guest} from './guest.ts';
import {openPresence, presentClients} from './presence.ts';

export interface RoomPresence {
  join(guest: Guest): void;
  leave(guest: Guest): void;
  /** Tells a guest who is here. */
  greet(guest: Guest): void;
  /**
   * Passes on the states this guest may speak for; others are dropped silently, because stock
   * clients repeat everybody's. False when an id has to be claimed first.
   * @throws Error when it is no awareness update
   */
  receive(guest: Guest, update: Uint8Array): boolean;
  /** Claims the one id of a guest that named none when it connected, and receives. */
  claimAndReceive(guest: Guest, update: Uint8Array, claim: Claim): Promise<void>;
  close(): void;
}

type Claim = (clientIds: readonly ClientId[], guest: Guest) => Promise<boolean>;

const gatherMs = 40;

export function openRoomPresence(
  clock: Clock,
  owners: ReadonlyMap<ClientId, PersonId>,
  guests: () => Iterable<Guest>,
): RoomPresence {
  const presence = openPresence();
  /** Which connection speaks for an id. */
  const holders = new Map<ClientId, Guest>();
  /** Guests that claimed an id by appearing: once each. */
  const claimed = new WeakSet<Guest>();
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
    if (owners.get(clientId) !== guest.person.id) return false;
    // Two windows of one person repeat each other; a new connection takes over by being newer.
    if (!holders.has(clientId) || newer) holders.set(clientId, guest);
    return holders.get(clientId) === guest;
  }

  function take(guest: Guest, update: Uint8Array): void {
    const count = presence.receive(update, (id, newer) => owns(guest, id, newer), guest.person);
    if (count > 0) schedule();
  }

  return {
    join(guest) {
      if (guest.clientId !== null) holders.set(guest.clientId, guest);
    },
    leave(guest) {
      const held = [...holders].filter(([, holder]) => holder === guest).map(([id]) => id);
      for (const id of held) holders.delete(id);
      presence.leave(held);
      schedule();
    },
    greet(guest) {
      const update = presence.everyone();
      if (update) guest.send(encodeFrame({type: 'awareness', update}));
    },
    receive(guest, update) {
      const unclaimed = presentClients(update).filter((id) => !owners.has(id));
      if (unclaimed.length === 1 && guest.clientId === null && !claimed.has(guest)) return false;
      take(guest, update);
      return true;
    },
    async claimAndReceive(guest, update, claim) {
      claimed.add(guest);
      const unclaimed = presentClients(update).filter((id) => !owners.has(id));
      if (unclaimed.length > 0) await claim(unclaimed.slice(0, 1), guest);
      take(guest, update);
    },
    close() {
      stop?.();
    },
  };
}
