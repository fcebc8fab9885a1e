/** Inviting, seeing who was invited and taking it back, for members; looking and joining, for anybody. */

import {Hono} from 'hono';
import {z} from 'zod';
import {
  type Action,
  type InvitationMade,
  type InvitationView,
  type InvitedView,
  type JoinedView,
  type PersonId,
  type Role,
  roles,
  sides,
} from '@samenspel/shared';
import type {Auth} from '../auth/auth.ts';
import {addressSchema} from '../auth/contacts.ts';
import type {Guard} from '../auth/guard.ts';
import {openLimiter} from '../auth/limiter.ts';
import type {Principal} from '../auth/principal.ts';
import {deviceOf, setCookies} from '../auth/routes.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Clock} from '../clock.ts';
import type {Documents} from '../documents/documents.ts';
import {requireDocumentRight, requireRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import {json} from '../json.ts';
import type {Labs} from '../labs/labs.ts';
import {requireLab} from '../labs/require.ts';
import type {Sync} from '../sync/sync.ts';
import {personName} from '../words-in.ts';
import type {Invitations, Place} from './invitations.ts';
import {invitationLink} from './link.ts';

export interface InvitationRoutesDeps {
  readonly invitations: Invitations;
  readonly labs: Labs;
  readonly documents: Documents;
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

/** Strict: what was meant for one document must not open a lab because a word was left out. */
const wish = z.strictObject({
  side: z.enum(sides),
  use: z.enum(['once', 'meeting']),
  until: z.int().optional(),
  email: addressSchema.optional(),
});
const isTimed = ({use, until}: z.infer<typeof wish>) =>
  (use === 'meeting') === (until !== undefined);
const toLab = json(wish.extend({role: z.enum(roles)}).refine(isTimed, {path: ['until']}));
// Who writes in one document only would be a member of nothing.
const toDocument = json(
  wish.extend({role: z.enum(roles).exclude(['member'])}).refine(isTimed, {path: ['until']}),
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
  const {invitations, labs, documents, clock, publicUrl} = deps;
  const made = openLimiter(clock, perMember);
  const mailed = openLimiter(clock, mailsPerMember);

  async function inDocument(principal: Principal, address: string, action: Action) {
    const {standing} = documents;
    const {documentId} = await requireDocumentRight(standing, principal, address, action);
    const row = await documents.find(documentId);
    if (!row) throw new AppError('not_found');
    return {labId: row.labId, documentId};
  }

  async function inLab(principal: Principal, address: string, action: Action): Promise<Place> {
    const lab = await requireLab(labs, principal, address);
    requireRight(lab, action);
    return {labId: lab.id, documentId: null};
  }

  async function one(place: Place, id: string, reader: PersonId): Promise<InvitationView> {
    const found = (await invitations.of(place, reader)).find((other) => other.id === id);
    if (!found) throw new AppError('not_found');
    return found;
  }

  async function make(
    place: Place,
    by: PersonId,
    asked: z.infer<typeof wish> & {readonly role: Role},
  ): Promise<InvitationMade> {
    const {role, side, until, email = null} = asked;
    const now = clock.now();
    if (until !== undefined && (until <= now || until > now + day)) {
      throw new AppError('bad_request', {fields: ['until']});
    }
    if (!made.room(by) || (email !== null && !mailed.room(by))) throw new AppError('too_many');
    made.count(by);
    if (email !== null) mailed.count(by);
    const {labId, documentId: document} = place;
    const {id, token} = await invitations.create({
      ...{labId, document, by, role, side, address: email},
      expiresAt: until ?? now + onceMs,
      maxUses: until === undefined ? 1 : null,
    });
    return {invitation: await one(place, id, by), link: invitationLink(publicUrl, token)};
  }

  return (
    new Hono<SignedIn>()
      .get('/labs/:labId/invitations', async (c) => {
        const principal = principalOf(c);
        const place = await inLab(principal, c.req.param('labId'), 'invitation.read');
        return c.json({invitations: await invitations.of(place, principal.personId)});
      })
      .post('/labs/:labId/invitations', toLab, async (c) => {
        const principal = principalOf(c);
        const place = await inLab(principal, c.req.param('labId'), 'invitation.create');
        return c.json(await make(place, principal.personId, c.req.valid('json')), 201);
      })
      // By its own address, so that whose it is still invites to it after they left the lab.
      .get('/documents/:id/invitations', async (c) => {
        const principal = principalOf(c);
        const place = await inDocument(principal, c.req.param('id'), 'invitation.read');
        return c.json({invitations: await invitations.of(place, principal.personId)});
      })
      .post('/documents/:id/invitations', toDocument, async (c) => {
        const principal = principalOf(c);
        const place = await inDocument(principal, c.req.param('id'), 'invitation.create');
        return c.json(await make(place, principal.personId, c.req.valid('json')), 201);
      })
      .post('/invitations/:id/withdraw', async (c) => {
        const principal = principalOf(c);
        const id = c.req.param('id');
        const place = await invitations.placeOf(id, principal.personId);
        if (!place) throw new AppError('not_found');
        const {labId, documentId} = place;
        await (documentId === null
          ? inLab(principal, labId, 'invitation.withdraw')
          : inDocument(principal, documentId, 'invitation.withdraw'));
        await invitations.withdraw(id, principal.personId);
        return c.json(await one(place, id, principal.personId));
      })
  );
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
