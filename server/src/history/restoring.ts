/** Brings an earlier moment back into the document that people are writing in. */

import type {ClientId, DocumentId, PersonId, Seq} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import {type SchemaStep, schemaSteps} from '@samenspel/shared/schema/migrations';
import type {Schema} from '@tiptap/pm/model';
import * as Y from 'yjs';
import {AppError} from '../errors.ts';
import type {Claims, Journal, Replay} from '../journal/journal.ts';
import {documentOf} from '../journal/state.ts';
import type {BringUp} from '../schema/bring-up.ts';
import type {SchemaVersions} from '../schema/versions.ts';
import type {Sender} from '../sync/room-writing.ts';
import {contentOf} from './content.ts';
import type {Attribution, AttributionRow} from './provenance.ts';
import {openAuthors} from './provenance/authors.ts';
import {type Leaving, leaving} from './restore/leaving.ts';
import {schema as ourSchema} from './restore/schema.ts';
import {restore, type Restored, type RestoreScope, type Side} from './restore/restore.ts';
import {todaysText} from './todays-text.ts';

export interface Restoring {
  /**
   * What restoring would do, without doing it. A text of an older schema is brought up first, as when it
   * is opened. The documents are the caller's to destroy.
   * @throws AppError 'not_found' when the moment, or what is asked of it, does not exist
   * @throws AppError 'damaged' with the nearest moment that can be read
   */
  preview(documentId: DocumentId, seq: Seq, scope: RestoreScope): Promise<Preview>;
  /**
   * Does it, as an ordinary edit of this person's that leaves words their authors'.
   * @throws AppError as `preview`; 'unavailable' when nothing can be written now; 'conflict' when the
   *   earlier text does not fit what a document may hold today
   */
  restore(
    documentId: DocumentId,
    seq: Seq,
    scope: RestoreScope,
    personId: PersonId,
  ): Promise<Outcome>;
}

export interface Preview {
  /** The document as it is, at the last position of its journal. */
  readonly now: Y.Doc;
  readonly head: Seq;
  /** When that was; epoch milliseconds. */
  readonly at: number;
  readonly after: Y.Doc;
  /** What entries up to `head` told, and what the restoring would tell besides. */
  readonly attributions: readonly AttributionRow[];
  readonly copied: readonly Attribution[];
  readonly owners: ReadonlyMap<ClientId, PersonId>;
  /** Words that would leave the view. */
  readonly leaving: readonly Leaving[];
}

export interface Outcome {
  /** Where the journal holds it; null when nothing had to change. */
  readonly seq: Seq | null;
  /** What to restore to take it back. */
  readonly back: Seq;
}

export interface RestoringDeps {
  readonly journal: Pick<Journal, 'latest' | 'replay' | 'provenance'>;
  readonly claims: Pick<Claims, 'all'>;
  readonly versions: Pick<SchemaVersions, 'of'>;
  /** The text of now is brought to the newest schema as it is when somebody opens it. */
  readonly bringUp: BringUp;
  readonly steps?: readonly SchemaStep[];
  /** Where the steps lead to; ours when left out. */
  readonly schema?: Schema;
  /** Brings an edit into the document's room. */
  readonly edit: (
    documentId: DocumentId,
    update: Uint8Array,
    sender: Sender,
  ) => Promise<Seq | null>;
}

interface Edited extends Side {
  readonly restored: Restored;
  /** What was there before. */
  readonly state: Uint8Array;
  readonly vector: Uint8Array;
  readonly head: Seq;
  readonly at: number;
  readonly owners: ReadonlyMap<ClientId, PersonId>;
}

export function openRestoring(deps: RestoringDeps): Restoring {
  const {journal, claims, versions, bringUp, edit, steps = schemaSteps} = deps;
  const schema = () => deps.schema ?? ourSchema();

  async function sideOf(
    documentId: DocumentId,
    replay: Replay,
    owners: ReadonlyMap<ClientId, PersonId>,
  ): Promise<Side> {
    const attributions = await journal.provenance.until(documentId, replay.seq);
    const earlier = {documentId, replay, owners, attributions};
    const {doc, told} = await todaysText({versions, steps, schema: schema()}, earlier);
    const authors = openAuthors(owners);
    authors.learn(attributions);
    authors.learn(told);
    return {doc, root: doc.getXmlFragment(ROOT_NAME), authors};
  }

  /** The edit on a document of its own: what people write meanwhile merges with it. */
  async function edited(documentId: DocumentId, seq: Seq, scope: RestoreScope): Promise<Edited> {
    await bringUp(documentId);
    const [past, latest, owners] = await Promise.all([
      journal.replay(documentId, seq),
      journal.latest(documentId),
      claims.all(documentId),
    ]);
    if (!past || !latest) throw new AppError('not_found', {documentId});
    const [then, now] = [
      await sideOf(documentId, past, owners),
      await sideOf(documentId, latest, owners),
    ];
    const state = Y.encodeStateAsUpdate(now.doc);
    const vector = Y.encodeStateVector(now.doc);
    const fitted = fits(now, schema());
    const restored = restore(then, now, scope);
    then.doc.destroy();
    if (!restored) throw new AppError('not_found', {documentId});
    // An editor would delete what it does not know, for everybody.
    if (fitted && !fits(now, schema())) throw new AppError('conflict', {documentId});
    return {...now, restored, state, vector, owners, head: latest.seq, at: latest.at};
  }

  return {
    async preview(documentId, seq, scope) {
      const after = await edited(documentId, seq, scope);
      const {doc, restored, state, head, at, owners} = after;
      return {
        ...{now: documentOf(null, [state]), head, at, after: doc, owners},
        leaving: leaving(restored, after),
        attributions: await journal.provenance.until(documentId, head),
        copied: restored.copied,
      };
    },
    async restore(documentId, seq, scope, personId) {
      const {doc, restored, vector, head} = await edited(documentId, seq, scope);
      const update = Y.encodeStateAsUpdate(doc, vector);
      doc.destroy();
      const sender: Sender = {
        ...{personId, clientId: doc.clientID as ClientId, mayWrite: true},
        ...{kind: 'restore', copied: restored.copied},
      };
      const at = await edit(documentId, update, sender);
      return {seq: at, back: at === null ? head : ((at - 1) as Seq)};
    },
  };
}

function fits({root}: Side, schema: Schema): boolean {
  try {
    schema.nodeFromJSON(contentOf(root)).check();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
