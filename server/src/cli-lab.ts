/**
 * What the operator can do for a lab from outside: see which there are, begin one, let somebody in
 * again. Each use stands in that lab's log, so that its members can see it.
 */

import type {Kysely} from 'kysely';
import {type LabId, type PersonId, type Side, unreachable} from '@samenspel/shared';
import {type Auth, openAuth} from './auth/auth.ts';
import {createPerson} from './auth/people.ts';
import {openSecret} from './auth/secret.ts';
import type {LabAsked, Newcomer} from './cli-lab-options.ts';
import {systemClock} from './clock.ts';
import {addMember, createLab, membersOf} from './labs/store.ts';
import type {Log} from './log/log.ts';
import {openLog} from './log/store.ts';
import {StartError} from './start-error.ts';
import {openStore} from './store/open.ts';
import type {Tables} from './store/tables.ts';

export {readLabOptions} from './cli-lab-options.ts';

interface Hands {
  readonly db: Kysely<Tables>;
  readonly log: Log;
  readonly auth: Auth;
}

const clock = systemClock;
const sideWords: Readonly<Record<Side, string>> = {
  informal: 'sleutelpersoon',
  formal: 'professional',
};

/** What to print. @throws StartError when there is no such lab or person */
export async function labCommand(asked: LabAsked): Promise<string> {
  const store = await openStore(asked.dataFolder, clock.now);
  try {
    const {db} = store;
    const secret = await openSecret(asked.dataFolder);
    const log = openLog({db, secret, now: clock.now});
    const auth = openAuth({db, secret, publicUrl: asked.publicUrl, clock});
    const {facts, words} = await carryOut({db, log, auth}, asked);
    return asked.json ? JSON.stringify(facts) : words;
  } finally {
    await store.close();
  }
}

interface Outcome {
  readonly facts: unknown;
  readonly words: string;
}

function carryOut(hands: Hands, asked: LabAsked): Promise<Outcome> {
  switch (asked.what) {
    case 'list':
      return asked.lab === null ? listLabs(hands) : listPeople(hands, asked.lab);
    case 'create':
      return begin(hands, asked);
    case 'link':
      return link(hands, asked.lab, asked.who);
    default:
      return unreachable(asked);
  }
}

async function listLabs({db, log}: Hands): Promise<Outcome> {
  const labs = await db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('lab')
      .leftJoin('member', (join) =>
        join.onRef('member.lab', '=', 'lab.id').on('member.left_at', 'is', null),
      )
      .select(['lab.id', 'lab.name', 'lab.neighbourhood', 'lab.closed_at as closedAt'])
      .select((lab) => lab.fn.count<number>('member.person').as('people'))
      .groupBy('lab.id')
      .orderBy('lab.name')
      .execute();
    for (const {id} of rows) await log.append(trx, {labId: id, kind: 'operator_looked'});
    return rows;
  });
  const lines = labs.map(
    ({id, name, neighbourhood, people, closedAt}) =>
      `${id}  ${name} (${neighbourhood}), ${people} mensen${closedAt === null ? '' : ', gesloten'}`,
  );
  return {facts: {labs}, words: lines.join('\n') || 'Er is nog geen lab.'};
}

async function listPeople({db, log}: Hands, labId: LabId): Promise<Outcome> {
  const members = await db.transaction().execute(async (trx) => {
    await requireLab(trx, labId);
    await log.append(trx, {labId, kind: 'operator_looked'});
    return membersOf(trx, labId);
  });
  const people = members.map(({id, name, side, role}) => ({id, name, side, role}));
  const lines = people.map(({id, name, side}) => `${id}  ${name} (${sideWords[side]})`);
  return {facts: {people}, words: lines.join('\n') || 'In dit lab is niemand meer.'};
}

async function begin(
  {db, log, auth}: Hands,
  {name, neighbourhood, founder}: Extract<LabAsked, {what: 'create'}>,
): Promise<Outcome> {
  const {labId, personId} = await db.transaction().execute(async (trx) => {
    const made = await createLab(trx, {name, neighbourhood, origin: 'founded'}, clock.now());
    const person = await createPerson(trx, founder.name, clock.now());
    const {side} = founder;
    await addMember(trx, made, person, {side, role: 'member', counts: true}, clock.now());
    await log.append(trx, {labId: made, kind: 'operator_created', about: person, side});
    return {labId: made, personId: person};
  });
  // New here, so there is no other lab that the link could open.
  const address = await auth.signInLink(personId);
  return {
    facts: {lab: {id: labId, name}, person: {id: personId, name: founder.name}, link: address},
    words: `${name} staat klaar (${labId}). ${founder.name} komt binnen met:\n${address}`,
  };
}

async function link(
  {db, log, auth}: Hands,
  labId: LabId,
  who: PersonId | Newcomer,
): Promise<Outcome> {
  const {personId, isNew} = await db.transaction().execute(async (trx) => {
    await requireLab(trx, labId);
    const members = await membersOf(trx, labId);
    if (typeof who === 'string') {
      if (!members.some(({id}) => id === who)) {
        throw new StartError('Zo iemand is er niet in dit lab. Kijk met: pnpm lab list --lab …');
      }
      await log.append(trx, {labId, kind: 'operator_link', about: who});
      return {personId: who, isNew: false};
    }
    if (members.length > 0) {
      throw new StartError('In dit lab is nog iemand. Die kan anderen uitnodigen.');
    }
    const person = await createPerson(trx, who.name, clock.now());
    // There is nobody left to confirm them.
    const place = {side: who.side, role: 'member', counts: true} as const;
    await addMember(trx, labId, person, place, clock.now());
    await log.append(trx, {labId, kind: 'operator_link', about: person, side: who.side});
    return {personId: person, isNew: true};
  });
  const address = await (isNew ? auth.signInLink(personId) : auth.labLink(personId, labId));
  return {
    facts: {person: {id: personId}, link: address},
    words: `Deze link opent alleen dit lab. Hij werkt één keer, een dag lang:\n${address}`,
  };
}

/** Begins with a write, so that a running server does not come in between. */
async function requireLab(trx: Kysely<Tables>, labId: LabId): Promise<void> {
  const {numUpdatedRows} = await trx
    .updateTable('lab')
    .set((lab) => ({name: lab.ref('name')}))
    .where('id', '=', labId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) {
    throw new StartError('Zo’n lab is er niet. Kijk met: pnpm lab list');
  }
}
