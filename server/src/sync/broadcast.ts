/** Shows what a turn wrote: one send per receiver, the frame built once, no needless echo. */

import {encodeFrame} from '@samenspel/shared';
import * as Y from 'yjs';
import type {Guest} from './guest.ts';

/** Somebody's share of what is on disk now. */
export interface Written {
  /** Who sent it; null when no connection did, and nobody has it yet. */
  readonly guest: Guest | null;
  readonly bytes: Uint8Array;
  /** It holds more than the guest sent. */
  readonly cleaned: boolean;
}

/** With more writers than this, frames made for each cost more than what they leave out. */
const maxOwnFrames = 4;
/** `Y.mergeUpdates` is super-linear in its inputs: a tree of small merges is not. */
const branches = 64;

export function broadcast(written: readonly Written[], guests: readonly Guest[]): void {
  if (written.length === 0) return;
  const writers = new Set(written.flatMap(({guest}) => guest ?? []));
  const echo = writers.size > maxOwnFrames;
  const readers = echo ? guests : guests.filter((guest) => !writers.has(guest));
  if (readers.length > 0) {
    const frame = frameOf(written);
    for (const guest of readers) guest.send(frame);
  }
  if (echo) return;
  for (const guest of guests) {
    if (!writers.has(guest)) continue;
    const news = written.filter((one) => one.guest !== guest || one.cleaned);
    if (news.length > 0) guest.send(frameOf(news));
  }
}

/** Merges any number of updates in small steps. */
export function mergeMany(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates;
  if (only && updates.length === 1) return only;
  if (updates.length <= branches) return Y.mergeUpdates([...updates]);
  const merged: Uint8Array[] = [];
  for (let index = 0; index < updates.length; index += branches) {
    merged.push(mergeMany(updates.slice(index, index + branches)));
  }
  return mergeMany(merged);
}

function frameOf(written: readonly Written[]): Uint8Array {
  return encodeFrame({type: 'update', update: mergeMany(written.map(({bytes}) => bytes))});
}
