/** What changed since I was here: how far I have seen a document, and which of a lab's have news for me. */

import {Hono} from 'hono';
import {z} from 'zod';
import {
  beginning,
  type DocumentId,
  type LabNewsView,
  type PersonId,
  type Seq,
  type SeenView,
} from '@samenspel/shared';
import type {StandingIn} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Documents} from '../documents/documents.ts';
import {requireDocumentRight, requireRight} from '../documents/rights.ts';
import {lastChangeFirst} from '../documents/views.ts';
import type {Journal} from '../journal/journal.ts';
import {json} from '../json.ts';
import type {Labs} from '../labs/labs.ts';
import {requireLab} from '../labs/require.ts';
import type {Seen} from './seen.ts';

export interface NewsRoutesDeps {
  readonly standing: StandingIn;
  readonly journal: Pick<Journal, 'head' | 'marks'>;
  readonly documents: Documents;
  readonly labs: Labs;
  readonly seen: Seen;
}

/** null is all of it, as it is now. */
const seeing = json(z.object({seq: z.number().int().min(1).nullable()}));

/** Behind `signedIn`. */
export function newsRoutes({standing, journal, documents, labs, seen}: NewsRoutesDeps) {
  async function newsOf(documentId: DocumentId, upTo: Seq) {
    const head = (await journal.head(documentId)) ?? beginning;
    if (head <= upTo) return {head, upTo, at: null, by: []};
    const since = (await journal.marks(documentId)).filter(({seq}) => seq > upTo);
    const by = new Set<PersonId>(since.flatMap(({actor}) => actor ?? []));
    return {head, upTo, at: since.at(-1)?.at ?? null, by: [...by]};
  }

  return new Hono<SignedIn>()
    .get('/documents/:id/seen', async (c) => {
      const principal = principalOf(c);
      const id = c.req.param('id');
      const {documentId} = await requireDocumentRight(standing, principal, id, 'history.read');
      return c.json<SeenView>({upTo: await seen.upTo(documentId, principal.personId)});
    })
    .put('/documents/:id/seen', seeing, async (c) => {
      const principal = principalOf(c);
      const id = c.req.param('id');
      const {documentId} = await requireDocumentRight(standing, principal, id, 'history.read');
      const {seq} = c.req.valid('json');
      const upTo = seq === null ? await journal.head(documentId) : (seq as Seq);
      if (upTo !== null && upTo > beginning) await seen.see(documentId, principal.personId, upTo);
      return c.body(null, 204);
    })
    .get('/labs/:labId/news', async (c) => {
      const principal = principalOf(c);
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'lab.read');
      const [rows, upTo, everyone] = await Promise.all([
        documents.ofLab(lab.id, principal.personId),
        seen.all(principal.personId),
        labs.everyone(lab.id),
      ]);
      const found: LabNewsView['documents'][number][] = [];
      const readable = rows.filter(({archivedAt}) => archivedAt === null).toSorted(lastChangeFirst);
      for (const {id, title, kind} of readable) {
        const {by, ...news} = await newsOf(id, upTo.get(id) ?? beginning);
        const people = by.flatMap((person) => everyone.find((one) => one.id === person) ?? []);
        found.push({id, title, kind, ...news, people});
      }
      return c.json<LabNewsView>({documents: found});
    });
}
