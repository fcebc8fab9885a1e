/** What every keeper of a lab's log promises. */

import type {Log, NewLogEntry} from '@samenspel/server/log/log.ts';
import type {Tables} from '@samenspel/server/store/tables.ts';
import type {DocumentId, LabId, PersonId} from '@samenspel/shared';
import type {Kysely} from 'kysely';
import {expect, test} from 'vitest';

export interface LogWorld {
  readonly log: Log;
  readonly db: Kysely<Tables>;
  /** Two labs whose logs are empty. */
  readonly labId: LabId;
  readonly otherLabId: LabId;
  /** From now on it is this late. */
  setTime(at: number): void;
}

const amina = 'amina1' as PersonId;
const bram = 'bram01' as PersonId;
const plan = 'plan01' as DocumentId;

export function logContract(open: () => Promise<LogWorld>): void {
  const teller =
    ({db, log, labId}: LogWorld) =>
    (entry: Omit<NewLogEntry, 'labId'>) =>
      db.transaction().execute((trx) => log.append(trx, {labId, ...entry}));

  test('gives back what it was told, newest first, and of this lab only', async () => {
    const world = await open();
    const tell = teller(world);
    world.setTime(1_000);
    await tell({kind: 'lab_founded', by: amina});
    await tell({kind: 'asked', by: amina, about: bram, act: 'change_side', words: 'Verhuisd'});
    await teller({...world, labId: world.otherLabId})({kind: 'left', by: bram});
    expect(await world.log.page(world.labId, null, 10)).toEqual([
      {
        ...{labId: world.labId, seq: 2, at: 1_000, kind: 'asked', words: 'Verhuisd'},
        ...{by: amina, about: bram, act: 'change_side'},
      },
      {labId: world.labId, seq: 1, at: 1_000, kind: 'lab_founded', words: null, by: amina},
    ]);
    expect(await world.log.page('nothing1' as LabId, null, 10)).toEqual([]);
  });

  test('gives a page at a time', async () => {
    const world = await open();
    for (let count = 0; count < 5; count++) await teller(world)({kind: 'joined', by: amina});
    const seqs = async (before: number | null, count: number) =>
      (await world.log.page(world.labId, before, count)).map(({seq}) => seq);
    expect(await seqs(null, 2)).toEqual([5, 4]);
    expect(await seqs(4, 10)).toEqual([3, 2, 1]);
    expect(await seqs(1, 10)).toEqual([]);
  });

  test('stands in an order that a clock can not turn round', async () => {
    const world = await open();
    world.setTime(1_000);
    await teller(world)({kind: 'joined', by: amina});
    world.setTime(1);
    await teller(world)({kind: 'left', by: amina});
    const page = await world.log.page(world.labId, null, 10);
    expect(page.map(({kind, at}) => [kind, at])).toEqual([
      ['left', 1_000],
      ['joined', 1_000],
    ]);
  });

  test('has an entry together with what it tells, or neither', async () => {
    const {db, log, labId} = await open();
    const failing = db.transaction().execute(async (trx) => {
      await log.append(trx, {labId, kind: 'left', by: amina, words: 'Dag'});
      throw new Error('What it tells did not happen');
    });
    await expect(failing).rejects.toThrow('did not happen');
    expect(await log.page(labId, null, 1)).toEqual([]);
  });

  test('forgets what somebody said, and what a document was called, but not why it was deleted', async () => {
    const world = await open();
    const {db, log, labId} = world;
    const tell = teller(world);
    const question = 'question1' as NonNullable<NewLogEntry['question']>;
    await tell({kind: 'document_renamed', by: bram, document: plan, words: 'Plan'});
    await tell({kind: 'asked', by: bram, question, document: plan, words: 'Dubbel'});
    await tell({kind: 'asked', by: amina, question, about: bram, words: 'Verhuisd'});
    const words = async () => (await log.page(labId, null, 10)).map((entry) => entry.words);
    await db.transaction().execute((trx) => log.forgetWords(trx, {document: plan}));
    expect(await words()).toEqual(['Verhuisd', 'Dubbel', null]);
    await db.transaction().execute((trx) => log.forgetWords(trx, {by: amina}));
    expect(await words()).toEqual([null, 'Dubbel', null]);
  });
}
