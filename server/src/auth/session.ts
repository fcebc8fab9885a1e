/** Puts the person who asks on the request, or ends it: without a session one sees nothing. */

import type {Context} from 'hono';
import {createMiddleware} from 'hono/factory';
import {AppError} from '../errors.ts';
import type {Authenticate, Principal} from './principal.ts';

/** What a route behind `signedIn` may count on. */
export interface SignedIn {
  Variables: {principal: Principal};
}

/** @throws AppError 'signed_out' when the cookie speaks for nobody */
export function signedIn(authenticate: Authenticate) {
  return createMiddleware<SignedIn>(async (c, next) => {
    const principal = await authenticate(c.req.raw.headers);
    if (!principal) throw new AppError('signed_out');
    c.set('principal', principal);
    await next();
  });
}

/** Who asks; only behind `signedIn`. */
export function principalOf(c: Context<SignedIn>): Principal {
  return c.get('principal');
}
