/** Names and tables of whole numbers as bytes, column by column, because like beside like packs best. */

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

type Table = readonly (readonly number[])[];

/** Every row of a table is as long as its first. */
export function writeColumns(names: readonly string[], tables: readonly Table[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, names.length);
    for (const name of names) encoding.writeVarString(encoder, name);
    encoding.writeVarUint(encoder, tables.length);
    for (const rows of tables) {
      const width = rows[0]?.length ?? 0;
      encoding.writeVarUint(encoder, rows.length);
      encoding.writeVarUint(encoder, width);
      for (let column = 0; column < width; column++) {
        for (const row of rows) encoding.writeVarInt(encoder, row[column] ?? 0);
      }
    }
  });
}

/** @throws Error when the bytes end early */
export function readColumns(bytes: Uint8Array): {
  readonly names: readonly string[];
  readonly tables: readonly Table[];
} {
  const decoder = decoding.createDecoder(bytes);
  const names = times(decoding.readVarUint(decoder), () => decoding.readVarString(decoder));
  const tables = times(decoding.readVarUint(decoder), () => {
    const length = decoding.readVarUint(decoder);
    const width = decoding.readVarUint(decoder);
    const rows = times(length, () => Array.from({length: width}, () => 0));
    for (let column = 0; column < width; column++) {
      for (const row of rows) row[column] = decoding.readVarInt(decoder);
    }
    return rows;
  });
  return {names, tables};
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({length: count}, make);
}
