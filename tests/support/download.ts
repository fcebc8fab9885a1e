/** What somebody takes along, unpacked. */

import {strFromU8, unzipSync} from 'fflate';

/** By name. @throws Error when it is no zip file */
export async function unzipped(answer: Response): Promise<ReadonlyMap<string, string>> {
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
