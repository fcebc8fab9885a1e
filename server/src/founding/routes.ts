/** Founding a lab: by who is signed in, or by the link that an empty server prints. */

import {Hono} from 'hono';
import {z} from 'zod';
import {type LabSummary, sides} from '@samenspel/shared';
import type {Auth} from '../auth/auth.ts';
import type {Guard} from '../auth/guard.ts';
import {openLimiter} from '../auth/limiter.ts';
import {requireWhole} from '../auth/me-routes.ts';
import {deviceOf, setCookies} from '../auth/routes.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import {json} from '../json.ts';
import {labName, neighbourhoodName, personName} from '../words-in.ts';
import type {Founding} from './founding.ts';

export interface FoundingRoutesDeps {
  readonly founding: Founding;
  readonly auth: Auth;
  readonly guard: Guard;
  readonly clock: Clock;
}

/** For one person: more labs than anybody starts in a day. */
const perPerson = {max: 20, windowMs: 24 * 3_600_000};
const token = z.string().min(1).max(200);
const founding = json(
  z.object({name: labName, neighbourhood: neighbourhoodName, side: z.enum(sides)}),
);
const looking = json(z.object({token}));
const byLink = json(
  z.object({
    ...{token, labName, neighbourhood: neighbourhoodName},
    ...{name: personName, side: z.enum(sides)},
  }),
);

/** Behind `signedIn`. */
export function foundingRoutes({founding: labs, clock}: FoundingRoutesDeps) {
  const founded = openLimiter(clock, perPerson);
  return new Hono<SignedIn>().post('/labs', founding, async (c) => {
    const {personId} = requireWhole(principalOf(c));
    if (!founded.room(personId)) throw new AppError('too_many');
    founded.count(personId);
    const lab = c.req.valid('json');
    const id = await labs.found(personId, lab);
    return c.json<LabSummary>({id, ...lab, role: 'member'}, 201);
  });
}

/** For who has the link. */
export function foundingLinkRoutes({founding: labs, auth, guard}: FoundingRoutesDeps) {
  return new Hono()
    .post('/founding/look', looking, async (c) => {
      const given = c.req.valid('json').token;
      await guard.use(c, given, () => labs.look(given));
      return c.body(null, 204);
    })
    .post('/founding', byLink, async (c) => {
      const {token: given, labName: name, name: founder, ...rest} = c.req.valid('json');
      const {labId, personId} = await guard.use(c, given, () =>
        labs.foundByLink(given, {name, founder, ...rest}),
      );
      setCookies(c, await auth.startSession(personId, deviceOf(c)));
      return c.json<LabSummary>({id: labId, name, ...rest, role: 'member'}, 201);
    });
}
