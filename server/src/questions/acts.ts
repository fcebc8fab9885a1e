/** What happens when the last key is turned: one executor per act, in the transaction of that key. */

import type {DocumentId, KeyAct, LabId, PersonId, QuestionId} from '@samenspel/shared';
import type {Kysely} from 'kysely';
import {takeOut, tellDeserted} from '../labs/members.ts';
import {membersOf} from '../labs/store.ts';
import type {Log} from '../log/log.ts';
import {eraseDocument} from '../store/erase-document.ts';
import type {Tables} from '../store/tables.ts';
import {lapseKeys} from './keys.ts';

/** Where and when an act happens. */
export interface Stage {
  readonly trx: Kysely<Tables>;
  readonly log: Log;
  readonly labId: LabId;
  readonly at: number;
}

/** Whose rights are not what they were. */
export type Effect =
  | {readonly kind: 'none'}
  | {readonly kind: 'person'; readonly personId: PersonId}
  | {readonly kind: 'lab'; readonly documents: readonly DocumentId[]}
  | {readonly kind: 'deleted'; readonly documentId: DocumentId};

interface Executor<Act extends KeyAct> {
  /** Whether it makes sense in the lab as it is now. */
  fits(stage: Stage, act: Act): Promise<boolean>;
  perform(stage: Stage, act: Act): Promise<Effect>;
}

type Executors = {
  readonly [Kind in KeyAct['kind']]: Executor<Extract<KeyAct, {kind: Kind}>>;
};

const executors: Executors = {
  remove_member: {
    fits: async (stage, {person}) => (await memberIn(stage, person)) !== null,
    async perform({trx, log, labId, at}, {person}) {
      await takeOut(trx, {log, labId, personId: person, at});
      await tellDeserted(trx, log, labId);
      return {kind: 'person', personId: person};
    },
  },
  change_role: {
    async fits(stage, {person, role}) {
      const member = await memberIn(stage, person);
      return member !== null && member.role !== role;
    },
    async perform({trx, log, labId}, {person, role}) {
      await changeMember(trx, labId, person, {role});
      await lapseKeys(trx, log, labId, person);
      return {kind: 'person', personId: person};
    },
  },
  change_side: {
    async fits(stage, {person, side}) {
      const member = await memberIn(stage, person);
      return member !== null && member.side !== side;
    },
    async perform({trx, log, labId}, {person, side}) {
      // Whoever comes to another side counts there once somebody there says so.
      await changeMember(trx, labId, person, {side, confirmed_at: null, confirmed_by: null});
      await lapseKeys(trx, log, labId, person);
      return {kind: 'person', personId: person};
    },
  },
  sign_in_link: {
    fits: async (stage, {person}) => (await memberIn(stage, person)) !== null,
    // The link itself is made by who turns the last key: it can't be made inside a transaction.
    perform: async () => ({kind: 'none'}),
  },
  delete_document: {
    async fits({trx, labId}, {document}) {
      // A personal document is its writer's to delete, and nobody else's business.
      const row = await trx
        .selectFrom('document')
        .select('id')
        .where('id', '=', document)
        .where('lab', '=', labId)
        .where('owner', 'is', null)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      return row !== undefined;
    },
    async perform({trx, log}, {document}) {
      await eraseDocument(trx, document);
      await log.forgetWords(trx, {document});
      return {kind: 'deleted', documentId: document};
    },
  },
  change_rules: {
    fits: async () => true,
    async perform({trx, labId}, {rules}) {
      await trx
        .updateTable('lab')
        .set({rules: JSON.stringify(rules)})
        .where('id', '=', labId)
        .execute();
      return {kind: 'none'};
    },
  },
  close_lab: {
    fits: async () => true,
    async perform({trx, log, labId, at}) {
      await trx.updateTable('lab').set({closed_at: at}).where('id', '=', labId).execute();
      await withdrawOthers(trx, log, labId, at);
      const documents = await trx
        .selectFrom('document')
        .select('id')
        .where('lab', '=', labId)
        .execute();
      return {kind: 'lab', documents: documents.map(({id}) => id)};
    },
  },
};

/** Whether this act makes sense in the lab as it is now. */
export function fits(stage: Stage, act: KeyAct): Promise<boolean> {
  return executorOf(act).fits(stage, act);
}

/** Does it. Ask `fits` first, in the same transaction. */
export function perform(stage: Stage, act: KeyAct): Promise<Effect> {
  return executorOf(act).perform(stage, act);
}

function executorOf(act: KeyAct): Executor<KeyAct> {
  return executors[act.kind];
}

async function memberIn({trx, labId}: Stage, personId: PersonId) {
  return (await membersOf(trx, labId)).find(({id}) => id === personId) ?? null;
}

async function changeMember(
  trx: Kysely<Tables>,
  labId: LabId,
  personId: PersonId,
  change: Partial<Pick<Tables['member'], 'role' | 'side'>> & {
    readonly confirmed_at?: null;
    readonly confirmed_by?: null;
  },
): Promise<void> {
  await trx
    .updateTable('member')
    .set(change)
    .where('lab', '=', labId)
    .where('person', '=', personId)
    .execute();
}

/** In a closed lab nothing waits any more. */
async function withdrawOthers(
  trx: Kysely<Tables>,
  log: Log,
  labId: LabId,
  at: number,
): Promise<void> {
  const open = await trx
    .updateTable('question')
    .set({closed_at: at, outcome: 'withdrawn'})
    .where('lab', '=', labId)
    .where('outcome', 'is', null)
    .returning(['id', 'act'])
    .execute();
  for (const {id, act} of open) {
    const {kind} = JSON.parse(act) as KeyAct;
    await log.append(trx, {
      labId,
      kind: 'question_withdrawn',
      question: id as QuestionId,
      act: kind,
    });
  }
}
