/** In by a link that is looked at first and used up second, or by asking for one by mail; and out. */

import {type Context, Hono} from 'hono';
import {z} from 'zod';
import type {WaysView, SignInLookView} from '@samenspel/shared';
import {AppError} from '../errors.ts';
import {json} from '../json.ts';
import type {Labs} from '../labs/labs.ts';
import type {Mailer} from '../mail/mail.ts';
import type {Sync} from '../sync/sync.ts';
import type {Auth} from './auth.ts';
import {addressSchema, type Contacts} from './contacts.ts';
import {deviceLabel} from './device.ts';
import type {Guard} from './guard.ts';

export interface AuthRoutesDeps {
  readonly auth: Auth;
  readonly guard: Guard;
  readonly labs: Labs;
  readonly contacts: Contacts;
  readonly mailer: Pick<Mailer, 'offered'>;
  readonly sync: Pick<Sync, 'signedOut'>;
}

const link = json(z.object({token: z.string().min(1).max(200)}));
const mailed = json(z.object({address: addressSchema}));

export function authRoutes({auth, guard, labs, contacts, mailer, sync}: AuthRoutesDeps) {
  return (
    new Hono()
      .get('/ways', (c) => c.json<WaysView>({mail: mailer.offered}))
      .post('/sign-in/look', link, async (c) => {
        const {token} = c.req.valid('json');
        const person = await guard.use(c, token, () => auth.look(token));
        const [lab] = await labs.of(person);
        return c.json<SignInLookView>({name: person.name, ...(lab ? {labName: lab.name} : {})});
      })
      .post('/sign-in', link, async (c) => {
        const {token} = c.req.valid('json');
        const device = deviceOf(c);
        const {name, cookies} = await guard.use(c, token, () => auth.signIn(token, device));
        setCookies(c, cookies);
        return c.json({name});
      })
      // Whether anybody gave this address is found out later, by the mailer: until then the same
      // happens for every address, and takes as long.
      .post('/sign-in/mail', mailed, async (c) => {
        if (!mailer.offered) throw new AppError('not_found');
        guard.mail(c);
        await contacts.mailLink(c.req.valid('json').address);
        return c.body(null, 204);
      })
      // From any device: letters are read where they come.
      .post('/address/look', link, async (c) => {
        const {token} = c.req.valid('json');
        return c.json(await guard.use(c, token, () => contacts.look(token)));
      })
      .post('/address/confirm', link, async (c) => {
        const {token} = c.req.valid('json');
        await guard.use(c, token, () => contacts.confirm(token));
        return c.body(null, 204);
      })
      .post('/sign-out', async (c) => {
        const principal = await auth.authenticate(c.req.raw.headers);
        setCookies(c, await auth.signOut(c.req.raw.headers));
        if (principal) sync.signedOut(principal.sessionId);
        return c.body(null, 204);
      })
  );
}

export function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, {append: true});
}

/** What somebody asks with, as a label; the header itself goes no further. */
export function deviceOf(c: Context): string {
  return deviceLabel(c.req.header('user-agent'));
}
