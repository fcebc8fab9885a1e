/** What happened in a lab can be added to, forgotten in its words, and not be changed unseen. */

import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {NewLogEntry} from '@samenspel/server/log/log.ts';
import {openLog} from '@samenspel/server/log/store.ts';
import {verifyLog} from '@samenspel/server/log/verify.ts';
import {openLogShelf} from '@samenspel/server/store/log-shelf.ts';
import {createLab} from '@samenspel/server/labs/store.ts';
import type {DocumentId, PersonId} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {logContract} from '../contracts/log.ts';
import {runCli, seed} from '../support/started-server.ts';
import {openTestStore, temporaryFolder} from '../support/store.ts';

const secret = 'a secret of thirty-two characters';
const amina = 'amina1' as PersonId;
const bram = 'bram01' as PersonId;
const plan = 'plan01' as DocumentId;

const lab = {name: 'Testlab', neighbourhood: 'Nergenshuizen', origin: 'founded'} as const;

type Told = Omit<NewLogEntry, 'labId'>;
const story: readonly Told[] = [
  {kind: 'lab_founded', by: amina},
  {kind: 'joined', by: bram, side: 'formal', role: 'member'},
  {kind: 'document_created', by: bram, document: plan, words: 'Plan voor de buurt'},
  {kind: 'asked', by: amina, about: bram, act: 'remove_member', words: 'Bram is verhuisd'},
  {kind: 'left', by: bram},
];

logContract(async () => {
  const {db} = await openTestStore(await temporaryFolder());
  let now = 0;
  return {
    ...{db, log: openLog({db, secret, now: () => now})},
    ...{labId: await createLab(db, lab, 0), otherLabId: await createLab(db, lab, 0)},
    setTime: (at) => (now = at),
  };
});

/** A lab with this story in its log, and hands to change the database behind its back. */
async function arrange() {
  const store = await openTestStore(await temporaryFolder());
  const {db, sqlite} = store;
  const log = openLog({db, secret, now: () => 1_000});
  const labId = await createLab(db, lab, 0);
  const tell = (entry: Told) =>
    db.transaction().execute((trx) => log.append(trx, {labId, ...entry}));
  for (const entry of story) await tell(entry);
  return {
    ...{db, sqlite, log, labId, tell},
    problems: () => verifyLog(openLogShelf(sqlite), secret).map(({what}) => what),
  };
}

test('[R33] an untouched log is as it was written, however long', async () => {
  const {tell, problems, db, log, labId} = await arrange();
  await db.transaction().execute(async (trx) => {
    for (let count = 0; count < 600; count++) await log.append(trx, {labId, kind: 'confirmed'});
  });
  await tell({kind: 'joined', by: amina});
  expect(problems()).toEqual([]);
});

/** What somebody with the database in their hands may do. */
const ways: readonly (readonly [string, string])[] = [
  ['a fact', `update log set facts = '{"by":"carla1"}' where seq = 2`],
  ['a time', 'update log set at = at + 1 where seq = 3'],
  ['a kind', "update log set kind = 'confirmed' where seq = 2"],
  ['a digest', "update log set digest = '' where seq = 4"],
  ['words', "update log_words set words = 'Bram stal de kas' where seq = 4"],
  ['words where there were none', "insert into log_words select id, 5, 's', 'w' from lab"],
  ['an entry less, in the middle', 'delete from log where seq = 3'],
  ['an entry less, at the beginning', 'delete from log where seq = 1'],
  ['an entry less, at the end', 'delete from log where seq = 5'],
  [
    'an entry less, and the rest moved up',
    'delete from log where seq = 3; update log set seq = seq - 1 where seq > 3',
  ],
  [
    'the end cut off, and the head with it',
    'delete from log where seq = 5; update log_head set seq = 4, hash = (select hash from log where seq = 4)',
  ],
  [
    'an entry more, at the end',
    "insert into log select lab, 6, at, kind, facts, digest, hash, 'abc' from log where seq = 5",
  ],
  [
    'an entry more, before the first',
    "insert into log select lab, 0, at, kind, facts, digest, '', 'abc' from log where seq = 1",
  ],
  [
    'two that changed places',
    'update log set seq = 99 where seq = 2; update log set seq = 2 where seq = 3; update log set seq = 3 where seq = 99',
  ],
  ['no head', 'delete from log_head'],
  ['no log at all', 'delete from log; delete from log_words; delete from log_head'],
  ['another seal', "update log_head set seal = 'abc'"],
];

test.each(ways)('[R33] changing the database by hand shows: %s', async (_what, statements) => {
  const {sqlite, problems} = await arrange();
  expect(problems()).toEqual([]);
  sqlite.exec(statements);
  expect(problems()).not.toEqual([]);
});

test('[R33] a chain that somebody made anew with the right hashes does not have the seal', async () => {
  const {sqlite, db, labId, problems} = await arrange();
  sqlite.exec('delete from log; delete from log_words; delete from log_head');
  const forger = openLog({db, secret: 'another secret of many characters', now: () => 1_000});
  await db.transaction().execute((trx) => forger.append(trx, {labId, kind: 'lab_founded'}));
  expect(problems()).toEqual(['seal']);
});

test('[R33] words can be forgotten, and neither names nor words are in the chain', async () => {
  const {db, log, labId, problems} = await arrange();
  const chain = JSON.stringify(await db.selectFrom('log').selectAll().execute());
  expect(chain).not.toMatch(/verhuisd|Plan voor/);
  await db.transaction().execute((trx) => log.forgetWords(trx, {by: amina}));
  const words = async () => (await log.page(labId, null, 10)).map((entry) => entry.words);
  expect(await words()).toEqual([null, null, 'Plan voor de buurt', null, null]);
  await db.transaction().execute((trx) => log.forgetWords(trx, {document: plan}));
  expect(await words()).toEqual([null, null, null, null, null]);
  expect(await db.selectFrom('log_words').selectAll().execute()).toEqual([]);
  expect(problems()).toEqual([]);
});

test('equal words have unequal digests, so that nobody can guess them', async () => {
  const {db, tell} = await arrange();
  await tell({kind: 'asked', by: amina, words: 'Bram is verhuisd'});
  const digests = await db.selectFrom('log').select('digest').where('kind', '=', 'asked').execute();
  expect(digests[0]?.digest).not.toBe(digests[1]?.digest);
});

test('[R33] the operator’s verify says which log is not right, and ends badly', async () => {
  const folder = await temporaryFolder();
  const {lab: seeded} = await seed(folder, '--people', '2');
  const verify = () => runCli(['verify', '--data', folder]);
  expect(await verify()).toMatchObject({code: 0, stderr: ''});
  const {sqlite} = await openTestStore(folder);
  sqlite.exec("update log set kind = 'joined' where seq = 1");
  const changed = await verify();
  expect(changed.code).toBe(1);
  expect(changed.stdout).toContain(
    `Logboek van lab ${seeded.id}: niet in orde bij regel 1: deze regel is veranderd`,
  );
  sqlite.exec("update log set kind = 'lab_founded' where seq = 1");
  expect((await verify()).code).toBe(0);
  await rm(join(folder, 'secret'));
  expect((await verify()).stdout).toContain('het zegel op de laatste regel');
});
