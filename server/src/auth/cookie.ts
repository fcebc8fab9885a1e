/** The session cookie as better-auth signs it: token, a dot, its HMAC-SHA-256 in base64, URI-encoded. */

import {createHmac, timingSafeEqual} from 'node:crypto';
import {cookieName} from './options.ts';

/** The session token in a Cookie header; null when there is none or its signature is not ours. */
export function readSessionCookie(header: string | null, secret: string): string | null {
  const value = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
  const signed = value && decode(value);
  if (!signed) return null;
  const dot = signed.lastIndexOf('.');
  if (dot < 1) return null;
  const token = signed.slice(0, dot);
  const given = Buffer.from(signed.slice(dot + 1), 'base64');
  const expected = sign(token, secret);
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** The whole value of a Cookie header for this session. */
export function writeSessionCookie(token: string, secret: string): string {
  const signed = `${token}.${sign(token, secret).toString('base64')}`;
  return `${cookieName}=${encodeURIComponent(signed)}`;
}

function sign(token: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(token).digest();
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
