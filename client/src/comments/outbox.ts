/**
 * What somebody says goes out by here: kept on the device until the server has it, and sent again under
 * the same key, so that it arrives once however often the line breaks.
 */

import type {DocumentId, PersonId, SaidView} from '@samenspel/shared';
import {type Failure, failureOf} from '../api.ts';
import {type Device, type Letter, openDevice} from '../sync/device.ts';

export interface Outbox {
  /** Oldest first; the same array until something changes. */
  letters(): readonly Letter[];
  /** Calls back after every change of what is in it; returns its stop. */
  watch(listener: () => void): () => void;
  /** Resolves when it was tried once; null when it has to wait. */
  put(letter: Omit<Letter, 'refused'>): Promise<SaidView | null>;
  /** Sends all that waits, oldest first. */
  flush(): Promise<void>;
  /** Forgets it unsent. */
  drop(key: string): Promise<void>;
  /** Looks for what was left on the device, and sends it; returns its stop. */
  start(): () => void;
}

export interface OutboxOptions {
  readonly personId: PersonId;
  readonly documentId: DocumentId;
  readonly send: (letter: Letter) => Promise<SaidView>;
  /** Something arrived. */
  readonly onSent: (said: SaidView) => void;
  readonly device?: () => Promise<Device>;
}

/** These pass; any other answer stays the same however often it is asked. */
const passing: readonly Failure[] = ['unreachable', 'unavailable', 'too_many', 'signed_out'];

export function openOutbox({
  personId,
  documentId,
  send,
  onSent,
  device = openDevice,
}: OutboxOptions): Outbox {
  let held: readonly Letter[] = [];
  const listeners = new Set<() => void>();
  const underway = new Map<string, Promise<SaidView | null>>();
  let isOpen = false;

  function hold(next: readonly Letter[]): void {
    held = next;
    listeners.forEach((listener) => listener());
  }

  /** A browser that keeps nothing holds it as long as the page is open. */
  async function keep(letter: Letter): Promise<void> {
    try {
      const transaction = (await device()).transaction('letters', 'readwrite', {
        durability: 'strict',
      });
      await Promise.all([transaction.store.put(letter), transaction.done]);
    } catch {
      // It stands on the screen as not sent, and is sent from there.
    }
  }

  async function forget(key: string): Promise<void> {
    hold(held.filter((letter) => letter.key !== key));
    await (await device()).delete('letters', key).catch(() => undefined);
  }

  function attempt(letter: Letter): Promise<SaidView | null> {
    const running = underway.get(letter.key);
    if (running) return running;
    const sending = deliver(letter).finally(() => underway.delete(letter.key));
    underway.set(letter.key, sending);
    return sending;
  }

  async function deliver(letter: Letter): Promise<SaidView | null> {
    try {
      const said = await send(letter);
      await forget(letter.key).catch(() => undefined);
      onSent(said);
      return said;
    } catch (error) {
      const failure = failureOf(error);
      if (passing.includes(failure)) return null;
      const refused: Letter = {...letter, refused: failure};
      hold([...held.filter(({key}) => key !== letter.key), refused]);
      await keep(refused);
      return null;
    }
  }

  async function flush(): Promise<void> {
    for (const letter of held) {
      if (isOpen && letter.refused === null) await attempt(letter);
    }
  }

  async function load(): Promise<void> {
    const kept = await (await device()).getAllFromIndex('letters', 'personId', personId);
    const ours = kept.filter((letter) => letter.documentId === documentId);
    const known = new Set(held.map(({key}) => key));
    const old = ours.filter(({key}) => !known.has(key)).toSorted((a, b) => a.at - b.at);
    if (!isOpen || old.length === 0) return;
    hold([...old, ...held]);
    await flush();
  }
  return {
    letters: () => held,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async put(put) {
      const letter: Letter = {...put, refused: null};
      // First on this device: what was pressed to be said is never only on a line.
      await keep(letter);
      const said = await attempt(letter);
      const isKnown = held.some(({key}) => key === letter.key);
      // It stands there as waiting only once it has to wait.
      if (!said && !isKnown) hold([...held, letter]);
      return said;
    },
    flush,
    drop: forget,
    start() {
      isOpen = true;
      // A browser that keeps nothing left nothing behind.
      load().catch(() => undefined);
      return () => {
        isOpen = false;
      };
    },
  };
}
