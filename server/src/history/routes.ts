/** The pages that look back: a document's moments, and its text at any of them. */

import {Hono} from 'hono';
import {type MomentView, parseSeq, type PersonId, type PersonView} from '@samenspel/shared';
import type {Authenticate} from '../auth/principal.ts';
import {principalOf, signedIn} from '../auth/session.ts';
import type {Documents} from '../documents/documents.ts';
import {requireDocumentRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import type {Journal} from '../journal/journal.ts';
import type {Labs} from '../labs/labs.ts';
import {momentAt} from './moment.ts';
import {type Moment, moments} from './moments.ts';

export interface HistoryRoutesDeps {
  readonly authenticate: Authenticate;
  readonly labs: Pick<Labs, 'members'>;
  readonly documents: Pick<Documents, 'standing' | 'find'>;
  readonly journal: Pick<Journal, 'marks' | 'since'>;
}

export function historyRoutes({authenticate, labs, documents, journal}: HistoryRoutesDeps) {
  const mayRead = signedIn(authenticate);

  return new Hono()
    .get('/documents/:id/moments', mayRead, async (c) => {
      const {documentId} = await requireDocumentRight(
        documents.standing,
        principalOf(c),
        c.req.param('id'),
        'history.read',
      );
      const row = await documents.find(documentId);
      if (!row) throw new AppError('not_found');
      const [marks, members] = await Promise.all([
        journal.marks(documentId),
        labs.members(row.labId),
      ]);
      const people = new Map(
        members.map(({id, name, side}): [PersonId, PersonView] => [id, {id, name, side}]),
      );
      const newestFirst = moments(marks).toReversed();
      return c.json({moments: newestFirst.map((moment) => viewOf(moment, people))});
    })
    .get('/documents/:id/moments/:seq', mayRead, async (c) => {
      const {documentId} = await requireDocumentRight(
        documents.standing,
        principalOf(c),
        c.req.param('id'),
        'history.read',
      );
      const seq = parseSeq(c.req.param('seq'));
      const moment = seq === null ? null : await momentAt(journal, documentId, seq);
      if (!moment) throw new AppError('not_found');
      return c.json(moment);
    });
}

function viewOf(moment: Moment, people: ReadonlyMap<PersonId, PersonView>): MomentView {
  const {seq, from, until, kind, actors} = moment;
  return {seq, from, until, kind, people: actors.flatMap((id) => people.get(id) ?? [])};
}
