/** Serves the built client: its one page for every address, its hashed files for ever. */

import {readFile, stat} from 'node:fs/promises';
import {extname, join, sep} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {type Context, Hono} from 'hono';
import {getMimeType} from 'hono/utils/mime';
import {AppError} from './errors.ts';

type Encoding = 'br' | 'gzip' | null;

interface File {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly encoding: Encoding;
}

const compressors = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 9}}),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};
const compressible = /^(?:text\/|application\/(?:javascript|json|manifest)|image\/svg)/;

/** `folder` is where the client was built; it may be built later. */
export function pages(folder: string) {
  const files = new Map<string, Promise<File>>();

  async function answer(c: Context, path: string, caching: string): Promise<Response> {
    const type = getMimeType(path) ?? 'application/octet-stream';
    const encoding = compressible.test(type) ? encodingFor(c.req.header('accept-encoding')) : null;
    const changed = await stat(path).catch(() => null);
    if (!changed?.isFile()) return absent(c, path);
    // Rebuilt while the server runs: the time in the key makes it a new file.
    const key = `${path} ${changed.mtimeMs} ${encoding}`;
    const file = files.get(key) ?? load(path, encoding, changed.mtimeMs);
    files.set(key, file);
    file.catch(() => files.delete(key));
    const {bytes} = await file;
    c.header('content-type', type);
    c.header('cache-control', caching);
    c.header('vary', 'accept-encoding');
    if (encoding) c.header('content-encoding', encoding);
    return c.body(bytes);
  }

  return new Hono().get('*', async (c) => {
    const asked = decode(c.req.path);
    // An address without an extension is one of the client's own.
    if (extname(asked) === '') return answer(c, join(folder, 'index.html'), 'no-cache');
    const path = join(folder, asked);
    if (!path.startsWith(folder + sep)) throw new AppError('not_found');
    const hashed = asked.startsWith('/assets/');
    return answer(c, path, hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
}

/** @throws AppError 'not_found' for an address that nobody could have meant */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (cause) {
    throw new AppError('not_found', {}, {cause});
  }
}

function absent(c: Context, path: string): Response {
  if (!path.endsWith(`${sep}index.html`)) throw new AppError('not_found');
  return c.text('De schermen zijn nog niet gebouwd. Start de server met: pnpm start', 503);
}

async function load(path: string, encoding: Encoding, changedMs: number): Promise<File> {
  if (encoding === 'br') {
    // Made when the client was built, and smaller than there is time for while somebody waits.
    const beside = `${path}.br`;
    const made = await stat(beside).catch(() => null);
    if (made && made.mtimeMs >= changedMs) return {bytes: await readFile(beside), encoding};
  }
  const bytes = await readFile(path);
  return {bytes: encoding ? await compressors[encoding](bytes) : bytes, encoding};
}

function encodingFor(accepted = ''): Encoding {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : null;
}
