/** Keeps account of what was typed here: on this device's disk or not, on the server's or not. */

import type {LocalCopy} from './local-copy.ts';
import type {OnDevice} from './saved.ts';
import {acknowledged, carriedBy, carriedByNone, type Piece, type Unsent} from './unsent.ts';

export interface Ledger {
  /** Brings in what is on this device; resolves with all of it, [] when this browser keeps nothing. */
  load(): Promise<readonly Uint8Array[]>;
  /** Somebody typed here; `message` carries it, null when no line is open. */
  typed(update: Uint8Array, writer: number, message: number | null): void;
  /** News from the server, kept so that it can be read here without a line. */
  heard(update: Uint8Array): void;
  /** This message brings everything that no other message carries. */
  carried(message: number): void;
  /** The connection is gone, its acknowledgements with it. */
  lineLost(): void;
  /** The first `count` messages are on the server's disk. */
  saved(count: number): void;
  unsent(): readonly Uint8Array[];
  /** The client ids that wrote what was found unsent on this device. */
  writers(): readonly number[];
  onDevice(): OnDevice;
  /** Resolves when nothing is on its way to this device any more, there or lost. */
  settled(): Promise<void>;
  /** Removes the copy from this device, after what is still on its way there. */
  clear(): Promise<void>;
}

export function openLedger(copy: LocalCopy, onChange: () => void): Ledger {
  let pieces: Unsent = [];
  let writers: readonly number[] = [];
  let failed = false;
  const writes = new Set<Promise<unknown>>();

  return {
    async load() {
      try {
        const loaded = await copy.load();
        writers = [...new Set(loaded.unsent.flatMap((row) => row.writers))];
        const found = loaded.unsent.map(({key, update}) => ({update, row: key, message: null}));
        pieces = [...found, ...pieces];
        return loaded.updates;
      } catch {
        // The state of saving tells, as soon as something is typed.
        failed = true;
        return [];
      }
    },
    typed(update, writer, message) {
      let piece: Piece = {update, row: null, message};
      pieces = [...pieces, piece];
      const write = copy.append(update, writer).then(
        async (row) => {
          const place = pieces.findIndex((other) => other.update === update);
          if (place === -1) {
            // Acknowledged before it was on this disk.
            await acknowledge([row]);
            return;
          }
          piece = {...(pieces[place] ?? piece), row};
          pieces = pieces.with(place, piece);
        },
        () => {
          failed = true;
        },
      );
      track(write);
    },
    heard(update) {
      // A cache of what the server has: without it only reading offline is poorer.
      track(copy.append(update, null).catch(() => undefined));
    },
    carried(message) {
      pieces = carriedBy(pieces, message);
    },
    lineLost() {
      pieces = carriedByNone(pieces);
    },
    saved(count) {
      const {saved, rest} = acknowledged(pieces, count);
      pieces = rest;
      const rows = saved.flatMap(({row}) => (row === null ? [] : [row]));
      if (rows.length > 0) track(acknowledge(rows));
      if (pieces.length === 0) failed = false;
    },
    unsent: () => pieces.map(({update}) => update),
    writers: () => writers,
    onDevice() {
      if (failed) return 'failed';
      return pieces.some(({row}) => row === null) ? 'keeping' : 'kept';
    },
    async settled() {
      await Promise.all(writes);
    },
    async clear() {
      await Promise.all(writes);
      await copy.clear();
    },
  };

  /** A row that stays marked is sent once more next time, which changes nothing. */
  function acknowledge(rows: readonly number[]): Promise<void> {
    return copy.acknowledge(rows).catch(() => undefined);
  }

  function track(write: Promise<unknown>): void {
    writes.add(write);
    void write.then(() => {
      writes.delete(write);
      onChange();
    });
  }
}
