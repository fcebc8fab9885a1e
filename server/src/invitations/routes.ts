/** Inviting, seeing who was invited and taking it back, for members; looking and joining, for anybody. */

import {Hono} from 'hono';
import {z} from 'zod';
import {
  type InvitationMade,
  type InvitationView,
  type InvitedView,
  type JoinedView,
  type LabId,
  parseDocumentId,
  roles,
  sides,
} from '@samenspel/shared';
import type {Auth} from '../auth/auth.ts';
import {addressSchema} from '../auth/contacts.ts';
import type {Guard} from '../auth/guard.ts';
import {openLimiter} from '../auth/limiter.ts';
import {deviceOf, setCookies} from '../auth/routes.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Clock} from '../clock.ts';
import {requireRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import {json} from '../json.ts';
import type {Labs} from '../labs/labs.ts';
import {requireLab} from '../labs/require.ts';
import type {Sync} from '../sync/sync.ts';
import {personName} from '../words-in.ts';
import type {Invitations} from './invitations.ts';
import {invitationLink} from './link.ts';

export interface InvitationRoutesDeps {
  readonly invitations: Invitations;
  readonly labs: Labs;
  readonly auth: Auth;
  readonly guard: Guard;
  readonly clock: Clock;
  readonly sync: Pick<Sync, 'recheckPerson'>;
  readonly publicUrl: string;
}

const day = 24 * 3_600_000;
const onceMs = 7 * day;
/** For one member: a neighbourhood, but not a mailing list. */
const perMember = {max: 200, windowMs: 3_600_000};
const mailsPerMember = {max: 30, windowMs: 3_600_000};

const making = json(
  z
    .object({
      role: z.enum(roles),
      side: z.enum(sides),
      use: z.enum(['once', 'meeting']),
      until: z.int().optional(),
      document: z
        .string()
        .transform((text) => parseDocumentId(text))
        .refine((id) => id !== null)
        .optional(),
      email: addressSchema.optional(),
    })
    // Who writes in one document only would be a member of nothing.
    .refine(({role, document}) => document === undefined || role !== 'member', {path: ['role']})
    .refine(({use, until}) => (use === 'meeting') === (until !== undefined), {path: ['until']}),
);
const looking = json(z.object({token: z.string().min(1).max(200)}));
const accepting = json(
  z.object({
    token: z.string().min(1).max(200),
    name: personName.optional(),
    email: addressSchema.optional(),
  }),
);

/** Behind `signedIn`. */
export function invitationRoutes(deps: InvitationRoutesDeps) {
  const {invitations, labs, clock, publicUrl} = deps;
  const made = openLimiter(clock, perMember);
  const mailed = openLimiter(clock, mailsPerMember);

  async function one(labId: LabId, ...[id, reader]: Parameters<Invitations['labOf']>) {
    const found = (await invitations.of(labId, reader)).find((other) => other.id === id);
    if (!found) throw new AppError('not_found');
    return found;
  }

  return new Hono<SignedIn>()
    .get('/labs/:labId/invitations', async (c) => {
      const principal = principalOf(c);
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'invitation.read');
      return c.json<{invitations: readonly InvitationView[]}>({
        invitations: await invitations.of(lab.id, principal.personId),
      });
    })
    .post('/labs/:labId/invitations', making, async (c) => {
      const principal = principalOf(c);
      const {personId} = principal;
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'invitation.create');
      const {role, side, until, document = null, email = null} = c.req.valid('json');
      const now = clock.now();
      if (until !== undefined && (until <= now || until > now + day)) {
        throw new AppError('bad_request', {fields: ['until']});
      }
      if (!made.room(personId) || (email !== null && !mailed.room(personId))) {
        throw new AppError('too_many');
      }
      made.count(personId);
      if (email !== null) mailed.count(personId);
      const {id, token} = await invitations.create({
        ...{labId: lab.id, by: personId, role, side, document, address: email},
        expiresAt: until ?? now + onceMs,
        maxUses: until === undefined ? 1 : null,
      });
      const link = invitationLink(publicUrl, token);
      return c.json<InvitationMade>({invitation: await one(lab.id, id, personId), link}, 201);
    })
    .post('/invitations/:id/withdraw', async (c) => {
      const principal = principalOf(c);
      const id = c.req.param('id');
      const labId = await invitations.labOf(id, principal.personId);
      const lab = labId && (await labs.find(labId, principal));
      if (!lab) throw new AppError('not_found');
      requireRight(lab, 'invitation.withdraw');
      await invitations.withdraw(id, principal.personId);
      return c.json<InvitationView>(await one(lab.id, id, principal.personId));
    });
}

/** For anybody with a token, signed in or not. */
export function joiningRoutes({invitations, auth, guard, sync}: InvitationRoutesDeps) {
  return new Hono()
    .post('/invitations/look', looking, async (c) => {
      const {token} = c.req.valid('json');
      const principal = await auth.authenticate(c.req.raw.headers);
      return c.json<InvitedView>(
        await guard.use(c, token, () => invitations.look(token, principal)),
      );
    })
    .post('/invitations/accept', accepting, async (c) => {
      const {token, name = null, email: address = null} = c.req.valid('json');
      const principal = await auth.authenticate(c.req.raw.headers);
      const {labId, documentId, newcomer} = await guard.use(c, token, () =>
        invitations.accept(token, {principal, name, address}),
      );
      if (newcomer) setCookies(c, await auth.startSession(newcomer, deviceOf(c)));
      // A guest who becomes a member writes in what they have open.
      else if (principal) sync.recheckPerson(principal.personId);
      return c.json<JoinedView>({labId, ...(documentId === null ? {} : {documentId})});
    });
}
