/** In by a link that is looked at first and used up second; and out. */

import {getConnInfo} from '@hono/node-server/conninfo';
import {type Context, Hono} from 'hono';
import {z} from 'zod';
import {AppError} from '../errors.ts';
import {json} from '../json.ts';
import type {Labs} from '../labs/labs.ts';
import type {Sync} from '../sync/sync.ts';
import type {AddressOf} from './address.ts';
import type {Attempts} from './attempts.ts';
import type {Auth} from './auth.ts';

export interface AuthRoutesDeps {
  readonly auth: Auth;
  readonly attempts: Attempts;
  readonly addressOf: AddressOf;
  readonly labs: Labs;
  readonly sync: Pick<Sync, 'signedOut'>;
}

const link = json(z.object({token: z.string().min(1).max(200)}));

export function authRoutes({auth, attempts, addressOf, labs, sync}: AuthRoutesDeps) {
  /** Runs what a link is needed for, and remembers when the link was wrong. */
  async function guarded<T>(c: Context, use: () => Promise<T>): Promise<T> {
    const socket = getConnInfo(c).remote.address ?? '';
    const address = addressOf(socket, c.req.header('x-forwarded-for'));
    attempts.check(address);
    try {
      return await use();
    } catch (error) {
      if (error instanceof AppError && error.code === 'link_invalid') attempts.wrong(address);
      throw error;
    }
  }

  return new Hono()
    .post('/sign-in/look', link, async (c) => {
      const person = await guarded(c, () => auth.look(c.req.valid('json').token));
      const [lab] = await labs.of(person.personId);
      return c.json({name: person.name, ...(lab ? {labName: lab.name} : {})});
    })
    .post('/sign-in', link, async (c) => {
      const {name, cookies} = await guarded(c, () => auth.signIn(c.req.valid('json').token));
      setCookies(c, cookies);
      return c.json({name});
    })
    .post('/sign-out', async (c) => {
      const principal = await auth.authenticate(c.req.raw.headers);
      setCookies(c, await auth.signOut(c.req.raw.headers));
      if (principal) sync.signedOut(principal.sessionId);
      return c.body(null, 204);
    });
}

export function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, {append: true});
}
