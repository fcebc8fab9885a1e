/** Secrets in links: 256 random bits, and the hash that is all we keep of them. */

import {createHash, randomBytes} from 'node:crypto';

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256: enough for what can't be guessed anyway. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
