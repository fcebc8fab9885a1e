/** Comparing two moments over HTTP, of what is written live over the wire. */

import {
  type DifferenceView,
  type DocumentView,
  earlierOf,
  laterOf,
  type PackedDifferenceView,
  unpackDifference,
} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {type Participant, type TestLab, testLab} from '../support/lab.ts';
import {action, carrier, goal, plan, withFields} from '../support/plan.ts';
import {planWriter} from '../support/plan-writer.ts';

/** A goal that Amina wrote, and then made known as carried by Bart. */
async function written() {
  const lab = await testLab();
  const [amina, bart] = lab.people;
  const [documentId = ''] = lab.documentIds;
  const writer = await planWriter(lab.server, amina, documentId);
  await writer.write(plan(goal('Een open inloop', 'Elke maandag koffie')));
  const carried = withFields(carrier('', 'formal'), {person: bart.id});
  await writer.write(plan(action('Zaal huren', carried)));
  return {...lab, path: `/api/documents/${documentId}/difference`};
}

async function between(person: Participant, address: string): Promise<DifferenceView> {
  const answer = await person.ask(address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const {difference, people} = (await answer.json()) as PackedDifferenceView;
  return {difference: unpackDifference(difference), people};
}

test('what came since a moment is told, with the names of who wrote and who is named', async () => {
  const {people, path} = await written();
  const [amina, bart] = people;
  const {difference, people: named} = await between(bart, `${path}?from=0`);
  expect(difference.earlier).toEqual({seq: 0, at: 0});
  expect(earlierOf(difference)).toEqual({type: 'doc'});
  expect(difference.places.map(({title}) => title)).toEqual(['Een open inloop', 'Zaal huren']);
  expect(difference.changes.every(({by}) => by.includes(amina.id))).toBe(true);
  expect(named).toEqual(
    expect.arrayContaining([
      {id: amina.id, name: amina.name, side: 'informal'},
      {id: bart.id, name: bart.name, side: 'formal'},
    ]),
  );
});

test('two moments are compared in either order, and a moment with itself says nothing', async () => {
  const {people, path} = await written();
  const [amina] = people;
  const all = await between(amina, `${path}?from=0`);
  const {seq} = all.difference.later;
  const turned = await between(amina, `${path}?from=${seq}&until=0`);
  expect(turned).toEqual(all);
  const same = await between(amina, `${path}?from=${seq}&until=${seq}`);
  expect(same.difference.changes).toEqual([]);
  expect(laterOf(same.difference)).toEqual(laterOf(all.difference));
});

test('what is written after a comparison is in the next one', async () => {
  const {people, path, server, documentIds} = await written();
  const [amina] = people;
  const before = await between(amina, `${path}?from=0`);
  const writer = await planWriter(server, amina, documentIds[0] ?? '');
  await writer.write(plan(goal('Een moestuin')));
  const after = await between(amina, `${path}?from=0`);
  expect(before.difference.places).toHaveLength(2);
  expect(after.difference.places.map(({title}) => title)).toContain('Een moestuin');
});

test('a name is that of now, also in a comparison that was asked for before', async () => {
  const {people, path} = await written();
  const [amina, bart] = people;
  await between(amina, `${path}?from=0`);
  await bart.ask('/api/me', {method: 'PATCH', body: {name: 'Bartje'}});
  const {people: named} = await between(amina, `${path}?from=0`);
  expect(named.map(({name}) => name)).toContain('Bartje');
});

test('a position that is not there is not found, and what is no position is said', async () => {
  const {people, path} = await written();
  const [amina] = people;
  const statusOf = async (query: string) => (await amina.ask(path + query)).status;
  expect(await statusOf('?from=1&until=999')).toBe(404);
  expect(await statusOf('')).toBe(400);
  expect(await statusOf('?from=gisteren')).toBe(400);
  expect(await statusOf('?from=1&until=-2')).toBe(400);
});

test('[R34] of a personal document nobody else is told that it has a past', async () => {
  const lab: TestLab = await testLab();
  const [amina, bart] = lab.people;
  const made = await amina.ask(`/api/labs/${lab.labId}/documents`, {body: {template: 'route'}});
  const {id} = (await made.json()) as DocumentView;
  const path = `/api/documents/${id}/difference?from=0`;
  expect((await amina.ask(path)).status).toBe(200);
  const answer = await bart.ask(path);
  const absent = await bart.ask('/api/documents/bestaatniet/difference?from=0');
  expect([answer.status, await answer.text()]).toEqual([404, await absent.text()]);
});

test('a comparison is taken along as a file that nothing runs in, with names of now', async () => {
  const {people, path} = await written();
  const [amina, bart] = people;
  const answer = await bart.ask(`${path}.html?from=0`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[a-z0-9-]+-verschil-\d{4}-\d\d-\d\d\.html"$/,
  );
  const page = await answer.text();
  expect(page).toContain(`${amina.name} (informeel) voegde doel ‘Een open inloop’ toe.`);
  expect(page).toContain(`${bart.name} <span class="quiet">(formeel)</span>`);
});

test('a moment that has a name is called so on the page', async () => {
  const {people, path} = await written();
  const [amina] = people;
  const body = {name: 'Na de bijeenkomst', seq: null};
  await amina.ask(path.replace('difference', 'versions'), {body});
  expect(await (await amina.ask(`${path}.html?from=0`)).text()).toContain('(‘Na de bijeenkomst’)');
});
