/** What an entry removed, as bytes: kept on disk for as long as it is remembered. */

import type {ClientId} from '@samenspel/shared';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type {Characters, RemovedRun} from '../provenance.ts';

export function encodeRemoved(removed: readonly RemovedRun[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, removed.length);
    for (const {text, characters, whole} of removed) {
      encoding.writeVarUint(encoder, whole ? 1 : 0);
      encoding.writeVarString(encoder, text);
      encoding.writeVarUint(encoder, characters.length);
      for (const {client, clock, length} of characters) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });
}

/** @throws Error when these bytes are none of ours */
export function decodeRemoved(bytes: Uint8Array): readonly RemovedRun[] {
  const decoder = decoding.createDecoder(bytes);
  return times(decoding.readVarUint(decoder), () => {
    const whole = decoding.readVarUint(decoder) === 1;
    const text = decoding.readVarString(decoder);
    const characters = times(decoding.readVarUint(decoder), (): Characters => ({
      client: decoding.readVarUint(decoder) as ClientId,
      clock: decoding.readVarUint(decoder),
      length: decoding.readVarUint(decoder),
    }));
    return {text, characters, whole};
  });
}

function times<T>(count: number, one: () => T): readonly T[] {
  return Array.from({length: count}, one);
}
