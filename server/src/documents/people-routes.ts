/** Who can be named in a document, and who is: a text holds only ids, names come from here. */

import {Hono} from 'hono';
import {
  type Action,
  canIn,
  type DocumentPeopleView,
  type PersonId,
  type PersonView,
  type Plan,
} from '@samenspel/shared';
import {principalOf, type SignedIn} from '../auth/session.ts';
import {AppError} from '../errors.ts';
import type {Labs} from '../labs/labs.ts';
import type {Plans} from '../overview/plans.ts';
import type {Documents} from './documents.ts';
import type {Guests} from './guests.ts';
import {requireDocumentRight} from './rights.ts';

export interface PeopleRoutesDeps {
  readonly labs: Labs;
  readonly documents: Documents;
  readonly guests: Guests;
  readonly plans: Plans;
}

const writing: Action = 'document.write';

/** Behind `signedIn`. */
export function peopleRoutes({labs, documents, guests, plans}: PeopleRoutesDeps) {
  /** Whom one may choose: of a personal document nobody but its writer and whom they invited. */
  async function toChoose(
    row: NonNullable<Awaited<ReturnType<Documents['find']>>>,
    everyone: readonly PersonView[],
  ): Promise<readonly PersonView[]> {
    if (row.owner === null) return labs.members(row.labId);
    const writer = everyone.filter(({id}) => id === row.owner);
    return [...writer, ...(await guests.of(row.id))];
  }

  return new Hono<SignedIn>().get('/documents/:id/people', async (c) => {
    const {documentId, standing} = await requireDocumentRight(
      documents.standing,
      principalOf(c),
      c.req.param('id'),
      'document.read',
    );
    const row = await documents.find(documentId);
    if (!row) throw new AppError('not_found');
    const [everyone, plan] = await Promise.all([labs.everyone(row.labId), plans.of(documentId)]);
    const choice = await toChoose(row, everyone);
    const named = new Set(plan ? namedIn(plan) : []);
    // A personal document names nobody whom its readers could not know of.
    const known = row.owner === null ? everyone : choice;
    const shown = new Map(
      [...(canIn(standing, writing) ? choice : []), ...known.filter(({id}) => named.has(id))].map(
        ({id, name, side}) => [id, {id, name, side}],
      ),
    );
    return c.json<DocumentPeopleView>({people: [...shown.values()]});
  });
}

/** Whom a plan says who carries, promises or expects something, or who told how it went. */
function namedIn({goals, actions, agreements, cards}: Plan): readonly PersonId[] {
  const carriers = [...goals, ...actions, ...agreements, ...cards].flatMap((line) => line.carriers);
  const accounts = agreements.flatMap((line) => line.accounts);
  return [...carriers, ...accounts].flatMap(({person}) => person ?? []);
}
