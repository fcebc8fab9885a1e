/** What a room knows of a guest: how far it is acknowledged, and what it still owes. */

import {encodeFrame, type Frame, unreachable} from '@samenspel/shared';
import type {Guest} from './guest.ts';
import type {Readable} from './readable.ts';
import type {Verdict} from './room-writing.ts';

export interface Seat {
  send(frame: Frame): void;
  /** Sends a step 1, unless one is on its way already. */
  ask(stateVector: Uint8Array): void;
  /** Counts a content message; true when it may be acknowledged. */
  settle(outcome: Verdict, answers: boolean, text: Readable): boolean;
  /** Says that everything counted so far is on disk. */
  acknowledge(): void;
}

/** More clients than this in one hole is not an honest one. */
const maxOwed = 1_000;

export function openSeat(guest: Guest): Seat {
  let received = 0;
  let asked = false;
  // Content was left out: acknowledgements wait until everything up to these clocks is here.
  let owed: Map<number, number> | null = null;

  function send(frame: Frame): void {
    guest.send(encodeFrame(frame));
  }

  function ask(stateVector: Uint8Array): void {
    if (asked) return;
    asked = true;
    send({type: 'step1', stateVector});
  }

  function owe(missing: ReadonlyMap<number, number>): void {
    owed ??= new Map();
    for (const [client, clock] of missing) owed.set(client, Math.max(clock, owed.get(client) ?? 0));
    if (owed.size > maxOwed) guest.close('refused', 'too many holes');
  }

  return {
    send,
    ask,
    settle(outcome, answers, text) {
      received++;
      if (answers) asked = false;
      switch (outcome.kind) {
        case 'refused':
          guest.close(outcome.reason, outcome.why);
          return false;
        case 'dropped':
          owe(new Map());
          return false;
        case 'gap':
          if (answers) guest.close('refused', 'a hole that its own answer left open');
          owe(outcome.missing);
          ask(text.stateVector());
          return false;
        case 'fresh':
        case 'known':
          if (answers && owed) {
            if (!text.reaches(owed)) guest.close('refused', 'a hole that its own answer left open');
            owed = null;
          }
          return owed === null;
        default:
          return unreachable(outcome);
      }
    },
    acknowledge() {
      if (owed === null) send({type: 'saved', count: received});
    },
  };
}
