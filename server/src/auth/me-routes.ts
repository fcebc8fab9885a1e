/** What is mine to see and to change about how I come in: my devices, my name, my address. */

import {Hono} from 'hono';
import type {Kysely} from 'kysely';
import {z} from 'zod';
import type {AddressView, DeviceView} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import {json} from '../json.ts';
import type {Mailer} from '../mail/mail.ts';
import type {Tables} from '../store/tables.ts';
import type {Sync} from '../sync/sync.ts';
import {personName} from '../words-in.ts';
import {addressSchema, type Contacts} from './contacts.ts';
import {openDevices} from './devices.ts';
import {openLimiter} from './limiter.ts';
import {renamePerson} from './people.ts';
import type {Principal} from './principal.ts';
import {principalOf, type SignedIn} from './session.ts';

export interface MeRoutesDeps {
  readonly db: Kysely<Tables>;
  readonly contacts: Contacts;
  readonly mailer: Pick<Mailer, 'wake'>;
  readonly clock: Clock;
  readonly sync: Pick<Sync, 'signedOut' | 'renamed'>;
}

const naming = json(z.object({name: personName}));
/** Each is written to: nobody has more than a few. */
const addressesPerPerson = {max: 10, windowMs: 3_600_000};
const addressing = json(z.object({address: addressSchema.nullable()}));

/** Behind `signedIn`. */
export function meRoutes({db, contacts, mailer, clock, sync}: MeRoutesDeps) {
  const devices = openDevices(db, clock);
  const given = openLimiter(clock, addressesPerPerson);
  return (
    new Hono<SignedIn>()
      .get('/me/devices', async (c) =>
        c.json<{devices: readonly DeviceView[]}>({devices: await devices.of(principalOf(c))}),
      )
      .post('/me/devices/:id/sign-out', async (c) => {
        const sessionId = c.req.param('id');
        if (!(await devices.end(principalOf(c), sessionId))) throw new AppError('not_found');
        sync.signedOut(sessionId);
        return c.body(null, 204);
      })
      // A session of one lab may do this too: who lost a phone is let in by such a link.
      .post('/me/sign-out-everywhere', async (c) => {
        const ended = await devices.endAll(principalOf(c).personId);
        for (const sessionId of ended) sync.signedOut(sessionId);
        return c.body(null, 204);
      })
      .patch('/me', naming, async (c) => {
        const {personId} = requireWhole(principalOf(c));
        const {name} = c.req.valid('json');
        await renamePerson(db, personId, name, clock.now());
        sync.renamed(personId, name);
        return c.json({name});
      })
      .get('/me/address', async (c) => {
        const {personId} = requireWhole(principalOf(c));
        return c.json<AddressView>(await contacts.of(personId));
      })
      .put('/me/address', addressing, async (c) => {
        const {personId} = requireWhole(principalOf(c));
        const {address} = c.req.valid('json');
        if (address !== null && !given.room(personId)) throw new AppError('too_many');
        if (address !== null) given.count(personId);
        await db.transaction().execute((trx) => contacts.give(trx, personId, address));
        mailer.wake();
        return c.body(null, 204);
      })
  );
}

/**
 * For what concerns a person in all of their labs: a session of one lab is none of its business.
 * @throws AppError 'forbidden'
 */
export function requireWhole(principal: Principal): Principal {
  if (principal.onlyLab !== null) throw new AppError('one_lab_only');
  return principal;
}
