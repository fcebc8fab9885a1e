/** Who I am, which labs I am in, what is in one of them, and who is one of us. */

import {Hono} from 'hono';
import {
  can,
  type LabMemberView,
  type LabView,
  mayConfirm,
  type MeView,
  missingSides,
  parsePersonId,
  type PersonId,
} from '@samenspel/shared';
import type {Auth} from '../auth/auth.ts';
import {setCookies} from '../auth/routes.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Documents} from '../documents/documents.ts';
import {requireRight} from '../documents/rights.ts';
import {type DocumentViews, lastChangeFirst} from '../documents/views.ts';
import {AppError} from '../errors.ts';
import type {Questions} from '../questions/questions.ts';
import {questionView} from '../questions/views.ts';
import type {Sync} from '../sync/sync.ts';
import type {Labs, Member} from './labs.ts';
import {holderOf, type Members} from './members.ts';
import {requireLab} from './require.ts';

export interface LabRoutesDeps {
  readonly auth: Pick<Auth, 'renew'>;
  readonly labs: Labs;
  readonly members: Members;
  readonly documents: Documents;
  readonly questions: Pick<Questions, 'ofLab'>;
  readonly views: DocumentViews;
  readonly sync: Pick<Sync, 'recheckPerson'>;
}

/** Behind `signedIn`. */
export function labRoutes(deps: LabRoutesDeps) {
  const {auth, labs, members, documents, questions, views, sync} = deps;
  return new Hono<SignedIn>()
    .get('/me', async (c) => {
      const principal = principalOf(c);
      const {personId, name} = principal;
      // Asked at every visit, so this is where a session in use is prolonged.
      setCookies(c, await auth.renew(c.req.raw.headers));
      return c.json<MeView>({
        id: personId,
        name,
        onlyOneLab: principal.onlyLab !== null,
        labs: await labs.of(principal),
        documents: await documents.elsewhere(principal),
      });
    })
    .get('/labs/:labId', async (c) => {
      const principal = principalOf(c);
      const {personId} = principal;
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'lab.read');
      const [people, everyone, rows, asked] = await Promise.all([
        labs.members(lab.id),
        labs.everyone(lab.id),
        documents.ofLab(lab.id, personId),
        can(lab.role, 'question.read') ? questions.ofLab(lab.id) : [],
      ]);
      const around = {everyone, members: people, documents: rows, personId};
      return c.json<LabView>({
        ...lab,
        members: people.map((one) => memberView(one, people, personId)),
        documents: rows
          .toSorted(lastChangeFirst)
          .map((row) => views.of(row, everyone, row.ownRole ?? lab.role)),
        questions: asked
          .filter(({state}) => state === 'open')
          .map((question) => questionView(question, around)),
        missingSides: missingSides(people.map(holderOf)),
      });
    })
    .post('/labs/:labId/members/:personId/confirm', async (c) => {
      const principal = principalOf(c);
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'member.confirm');
      const newcomer = parsePersonId(c.req.param('personId'));
      if (!newcomer) throw new AppError('not_found');
      await members.confirm(lab.id, principal.personId, newcomer);
      return c.body(null, 204);
    })
    .post('/labs/:labId/leave', async (c) => {
      const principal = principalOf(c);
      const {personId} = principal;
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'lab.leave');
      await members.leave(lab.id, personId);
      sync.recheckPerson(personId);
      return c.body(null, 204);
    });
}

function memberView(
  {counts, ...member}: Member,
  all: readonly Member[],
  reader: PersonId,
): LabMemberView {
  const me = all.find(({id}) => id === reader);
  const confirmable =
    me !== undefined && mayConfirm(holderOf(me), holderOf({...member, counts}), all.map(holderOf));
  return {...member, counts, confirmable};
}
