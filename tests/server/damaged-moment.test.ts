import {openSeals} from '@samenspel/server/store/seals.ts';
import type {MomentView, Seq} from '@samenspel/shared';
import {expect, onTestFinished, test} from 'vitest';
import {sealAll, writePast} from '../support/past.ts';
import {seed, startServer} from '../support/started-server.ts';
import {openJournal, openTestStore, temporaryFolder} from '../support/store.ts';

test('[R23] over HTTP a damaged moment names the nearest good one, and the rest can be read', async () => {
  const folder = await temporaryFolder();
  const {documents, people} = await seed(folder, '--documents', '1', '--words', '0');
  const [document] = documents;
  const [person] = people;
  if (!document || !person) throw new Error('The seed made nothing');
  const store = await openTestStore(folder);
  // Made before anything in it was written.
  await store.db.updateTable('document').set({changed_at: 0}).execute();
  const edits = 300;
  const ids = people.map(({id}) => id);
  await writePast(openJournal(store), document.id, {seed: 4, edits, people: ids});
  await sealAll(openSeals(store, Date.now), document.id, 40);
  const segments = store.sqlite
    .prepare<[], {seq0: Seq; seq1: Seq}>('select seq0, seq1 from segment order by seq1')
    .all();
  const third = segments[2];
  if (!third) throw new Error('Too few segments');
  store.sqlite.prepare("update segment set body = x'00' where seq1 = ?").run(third.seq1);

  const server = await startServer({cleanUp: onTestFinished, dataFolder: folder, example: false});
  const ask = (path: string) =>
    server.ask(`/api/documents/${document.id}/moments${path}`, {cookie: person.cookie});
  const damaged = await ask(`/${third.seq0}`);
  expect(damaged.status).toBe(500);
  expect(await damaged.json()).toEqual({
    error: {code: 'damaged', details: {nearest: third.seq0 - 1}},
  });
  for (const seq of [1, third.seq0 - 1, edits]) expect((await ask(`/${seq}`)).status).toBe(200);
  const {moments} = (await (await ask('')).json()) as {moments: readonly MomentView[]};
  expect(moments[0]?.seq).toBe(edits);
});
