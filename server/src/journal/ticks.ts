/**
 * What history tells apart: not single keystrokes, but ticks. A tick is all that was written within one
 * second; it ends early where something points at a position (a pin), and where the kind of entry
 * changes. The rule looks at nothing else, so a moment is the same before and after sealing.
 */

import type {ClientId, EntryKind, PersonId, Seq} from '@samenspel/shared';

export const tickMs = 1_000;

interface Stamp {
  readonly seq: Seq;
  readonly at: number;
  readonly kind: EntryKind;
}

/** Whether `next` belongs to the tick of the entry before it, which is not pinned. */
export function continuesTick(last: Omit<Stamp, 'seq'>, next: Omit<Stamp, 'seq'>): boolean {
  return Math.floor(last.at / tickMs) === Math.floor(next.at / tickMs) && last.kind === next.kind;
}

/** Entries in order, cut into ticks. */
export function ticksOf<T extends Stamp>(
  entries: readonly T[],
  pins: ReadonlySet<Seq>,
): readonly (readonly T[])[] {
  const ticks: T[][] = [];
  let tick: T[] = [];
  for (const entry of entries) {
    const last = tick.at(-1);
    if (last && (pins.has(last.seq) || !continuesTick(last, entry))) {
      ticks.push(tick);
      tick = [];
    }
    tick.push(entry);
  }
  if (tick.length > 0) ticks.push(tick);
  return ticks;
}

interface Writing extends Stamp {
  readonly actor: PersonId | null;
  readonly clientId: ClientId | null;
}

/** One tick's entries per writer and connection, by first appearance. */
export function partsOf<T extends Writing>(tick: readonly T[]): readonly (readonly T[])[] {
  const parts = new Map<string, T[]>();
  for (const entry of tick) {
    const key = `${entry.actor} ${entry.clientId}`;
    const part = parts.get(key);
    if (part) part.push(entry);
    else parts.set(key, [entry]);
  }
  return [...parts.values()];
}
