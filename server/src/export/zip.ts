/** A zip file, made piece by piece: never more than one document of it is in memory. */

import {strToU8, Zip, ZipDeflate} from 'fflate';

export interface ZippedFile {
  /** Letters, digits, dashes, dots and slashes between folders. */
  readonly name: string;
  readonly text: string;
}

/** @param at when the files were made; epoch milliseconds */
export async function* zipOf(
  files: AsyncIterable<ZippedFile>,
  at: number,
): AsyncGenerator<Uint8Array, void> {
  let made: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) failure = error;
    else made.push(bytes);
  });
  const take = (): readonly Uint8Array[] => {
    if (failure) throw failure;
    const taken = made;
    made = [];
    return taken;
  };
  for await (const {name, text} of files) {
    const file = new ZipDeflate(name, {level: 6});
    file.mtime = at;
    zip.add(file);
    file.push(strToU8(text), true);
    yield* take();
  }
  zip.end();
  yield* take();
}
