/** Data made as small on the line as whoever asks can read it. */

import {promisify} from 'node:util';
import {brotliCompress, constants} from 'node:zlib';
import {createMiddleware} from 'hono/factory';

const compress = promisify(brotliCompress);
/** Below this, what says how it is compressed takes what compressing wins; bytes. */
const worthIt = 400;
/** As fast as gzip; what repeats itself far apart, as a film does, becomes smaller. */
const quality = 6;

/** Of JSON only, and for who reads brotli; the rest is left to whoever comes after. */
export const smallerData = createMiddleware(async (c, next) => {
  await next();
  const {headers, body} = c.res;
  if (!isData(headers) || !body || c.req.method === 'HEAD') return;
  const bytes = new Uint8Array(await c.res.arrayBuffer());
  const isLarge = bytes.length >= worthIt;
  const isRead = readsBrotli(c.req.header('accept-encoding'));
  const sent = isLarge && isRead ? await smaller(bytes) : bytes;
  c.res = new Response(sent, c.res);
  c.header('content-length', String(sent.length));
  if (isLarge) c.header('vary', 'accept-encoding', {append: true});
  if (sent !== bytes) c.header('content-encoding', 'br');
});

function isData(headers: Headers): boolean {
  return (
    /^application\/json\b/.test(headers.get('content-type') ?? '') &&
    !headers.has('content-encoding')
  );
}

function readsBrotli(accepted = ''): boolean {
  return /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted);
}

function smaller(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return compress(bytes, {params});
}
