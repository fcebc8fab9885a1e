/** Names and tables of whole numbers as bytes, column by column, because like beside like packs best. */

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

type Rows = readonly (readonly number[])[];

/** As it was read: a row is what stands at one index of every column. */
export interface Table {
  /** Of each column. */
  readonly length: number;
  readonly columns: readonly Float64Array[];
}

/** Every row of a table is as long as its first. */
export function writeColumns(names: readonly string[], tables: readonly Rows[]): Uint8Array {
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
    return {length, columns: times(width, () => readColumn(decoder, length))};
  });
  return {names, tables};
}

function readColumn(decoder: decoding.Decoder, length: number): Float64Array {
  const column = new Float64Array(length);
  for (let row = 0; row < length; row++) column[row] = decoding.readVarInt(decoder);
  return column;
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({length: count}, make);
}
