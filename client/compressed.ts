/** Beside every file that is built a smaller one, as small as it gets: nobody waits for it later. */

import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants} from 'node:zlib';
import type {Plugin} from 'vite';

const compress = promisify(brotliCompress);
const words = /\.(?:js|css|html|svg|json|webmanifest)$/;

export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({dir = ''}, bundle) {
      const files = Object.keys(bundle).filter((name) => words.test(name));
      await Promise.all(files.map((name) => beside(join(dir, name))));
    },
  };
}

async function beside(path: string): Promise<void> {
  const bytes = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${path}.br`, await compress(bytes, {params}));
}
