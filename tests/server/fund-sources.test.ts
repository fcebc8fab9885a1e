/** A lab's own words for where money comes from: any member's to add and to remove, and told. */

import {maxFundSources} from '@samenspel/server/overview/fund-sources-store.ts';
import type {FundSourceView} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {type Participant, type TestLab, testLab} from '../support/lab.ts';

test('one member adds a source, another removes it, and it can be added again', async () => {
  const lab = await testLab();
  const [amina, bart] = lab.people;
  const made = await add(lab, amina, '  Oranje   Fonds ');
  expect(made.status).toBe(201);
  const source = (await made.json()) as FundSourceView;
  expect(source).toEqual({id: source.id, name: 'Oranje Fonds'});
  expect(await sources(lab, bart)).toEqual([source]);

  const remove = () => bart.ask(`${path(lab)}/${source.id}`, {method: 'DELETE'});
  expect((await remove()).status).toBe(204);
  expect(await sources(lab, amina)).toEqual([]);
  expect((await remove()).status).toBe(404);
  expect((await add(lab, amina, 'Oranje Fonds')).status).toBe(201);

  const told = (await lab.log(amina)).map(({kind, by, words}) => [kind, by?.id, words]);
  expect(told.slice(0, 3)).toEqual([
    ['fund_source_added', amina.id, 'Oranje Fonds'],
    ['fund_source_removed', bart.id, 'Oranje Fonds'],
    ['fund_source_added', amina.id, 'Oranje Fonds'],
  ]);
  expect(await lab.problems()).toEqual([]);
});

test('they stand in order of their names, and each once, however it is typed', async () => {
  const lab = await testLab();
  const [amina] = lab.people;
  for (const name of ['Stadsdeel', 'école', 'Oranje Fonds']) await add(lab, amina, name);
  expect((await sources(lab, amina)).map(({name}) => name)).toEqual([
    ...['école', 'Oranje Fonds', 'Stadsdeel'],
  ]);
  for (const name of ['oranje fonds', ' STADSDEEL', 'wmo', 'Eigen geld', 'buurtbudget']) {
    expect((await add(lab, amina, name)).status, name).toBe(409);
  }
});

test('what is no name is refused, and a list that nobody would read through ends', async () => {
  const lab = await testLab();
  const [amina] = lab.people;
  for (const name of ['', '   ', 'x'.repeat(61), 7]) {
    expect((await add(lab, amina, name)).status).toBe(400);
  }
  const insert = lab.database.prepare(
    'insert into fund_source (id, lab, name, added_at) values (?, ?, ?, 0)',
  );
  for (let count = 0; count < maxFundSources; count++) {
    insert.run(`source-${count}`, lab.labId, `Fonds ${count}`);
  }
  expect((await add(lab, amina, 'Nog een')).status).toBe(409);
});

test('[R31] a lab that is closed keeps its sources as they are', async () => {
  const lab = await testLab();
  const [amina, bart] = lab.people;
  const made = (await (await add(lab, amina, 'Oranje Fonds')).json()) as FundSourceView;
  await lab.turn(bart, await lab.question(amina, {kind: 'close_lab'}));
  expect(await sources(lab, amina)).toEqual([made]);
  expect((await add(lab, amina, 'Stadsdeel')).status).toBe(403);
  expect((await amina.ask(`${path(lab)}/${made.id}`, {method: 'DELETE'})).status).toBe(403);
});

function path({labId}: TestLab): string {
  return `/api/labs/${labId}/fund-sources`;
}

function add(lab: TestLab, person: Participant, name: unknown): Promise<Response> {
  return person.ask(path(lab), {body: {name}});
}

async function sources(lab: TestLab, person: Participant): Promise<readonly FundSourceView[]> {
  const answer = await person.ask(path(lab));
  return ((await answer.json()) as {readonly sources: readonly FundSourceView[]}).sources;
}
