/** Who is here and where their caret stands: passed on, never kept, and named by the server. */

import {type ClientId, parseClientId, type PersonId, type Side} from '@samenspel/shared';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** How the server names somebody in their own state: a browser's word for it doesn't count. */
export interface PresentPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly side: Side;
}

export interface State {
  readonly clientId: ClientId;
  readonly clock: number;
  /** JSON; 'null' says that this client left. */
  readonly json: string;
}

/** Whether states under this id are taken from who sends them; `newer` than what is known of it. */
type Owns = (clientId: ClientId, newer: boolean) => boolean;

export interface Presence {
  /** Takes over the states this connection may speak for; returns how many changed. */
  receive(update: Uint8Array, owns: Owns, person: PresentPerson): number;
  /** These clients' person is called otherwise from now on. */
  rename(clientIds: Iterable<ClientId>, person: PresentPerson): void;
  /** Everybody's state, for somebody who comes in; null when nobody is here. */
  everyone(): Uint8Array | null;
  /** What changed since this was asked last, for all; null when nothing did. */
  changes(): Uint8Array | null;
  /** These clients left. */
  leave(clientIds: Iterable<ClientId>): void;
}

/** @throws Error when bytes are no awareness update */
export function openPresence(): Presence {
  const states = new Map<ClientId, State>();
  const changed = new Set<ClientId>();

  function set(state: State): void {
    states.set(state.clientId, state);
    changed.add(state.clientId);
  }

  return {
    receive(update, owns, person) {
      let count = 0;
      for (const state of decodeStates(update)) {
        const before = states.get(state.clientId);
        if (before && before.clock > state.clock) continue;
        // An equal clock renews a state, as in y-protocols.
        if (!owns(state.clientId, !before || before.clock < state.clock)) continue;
        set({...state, json: named(state.json, person)});
        count++;
      }
      return count;
    },
    rename(clientIds, person) {
      for (const clientId of clientIds) {
        const state = states.get(clientId);
        if (!state || state.json === 'null') continue;
        // A step on, or nobody would take it for news.
        set({clientId, clock: state.clock + 1, json: named(state.json, person)});
      }
    },
    everyone() {
      const here = [...states.values()].filter(({json}) => json !== 'null');
      return here.length > 0 ? encodeStates(here) : null;
    },
    changes() {
      if (changed.size === 0) return null;
      const news = [...changed].flatMap((clientId) => states.get(clientId) ?? []);
      changed.clear();
      for (const {clientId, json} of news) if (json === 'null') states.delete(clientId);
      return encodeStates(news);
    },
    leave(clientIds) {
      for (const clientId of clientIds) {
        const state = states.get(clientId);
        if (state && state.json !== 'null') set({clientId, clock: state.clock + 1, json: 'null'});
      }
    },
  };
}

/** The client ids an awareness update speaks for. @throws Error when it is none */
export function presentClients(update: Uint8Array): readonly ClientId[] {
  return decodeStates(update).map(({clientId}) => clientId);
}

function decodeStates(update: Uint8Array): readonly State[] {
  const decoder = decoding.createDecoder(update);
  const count = decoding.readVarUint(decoder);
  if (count > update.length) throw new Error('Promises more than it brings');
  return Array.from({length: count}, () => {
    const clientId = parseClientId(decoding.readVarUint(decoder));
    if (clientId === null) throw new Error('Not a client id');
    const clock = decoding.readVarUint(decoder);
    const length = decoding.readVarUint(decoder);
    if (length > update.length - decoder.pos) throw new Error('Promises more than it brings');
    const json = new TextDecoder().decode(decoding.readUint8Array(decoder, length));
    return {clientId, clock, json};
  });
}

function encodeStates(states: readonly State[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, states.length);
    for (const {clientId, clock, json} of states) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
}

/** The state with the true person in it. @throws Error when it is neither an object nor null */
function named(json: string, {id, name, side}: PresentPerson): string {
  const state: unknown = JSON.parse(json);
  if (state === null) return 'null';
  if (typeof state !== 'object' || Array.isArray(state)) throw new Error('Not a state');
  const user = 'user' in state && typeof state.user === 'object' ? state.user : {};
  return JSON.stringify({...state, user: {...user, id, name, side}});
}
