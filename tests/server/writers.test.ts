/** Who wrote a text, for its first page on paper. */

import type {DocumentPeopleView} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {until} from '../support/until.ts';
import {type SeededPerson, stockClient, wireServer} from '../support/wire.ts';

test('the names on paper are those who wrote until then, and nobody who only looked', async () => {
  const server = await wireServer();
  const [one, other] = server.people as [SeededPerson, SeededPerson];
  const documentId = server.documentIds[0] ?? '';
  const [first, second] = [one, other].map((person) => stockClient(server, person, documentId)) as [
    ReturnType<typeof stockClient>,
    ReturnType<typeof stockClient>,
  ];
  await until('both joined', () => first.provider.synced && second.provider.synced);
  const writers = async (query = '') => {
    const path = `${server.url}/api/documents/${documentId}/writers${query}`;
    const answer = await fetch(path, {headers: {cookie: other.cookie}});
    const {people} = (await answer.json()) as DocumentPeopleView;
    return people.map(({name}) => name).toSorted();
  };

  first.type('hallo');
  await until('seen', () => second.text() === 'hallo');
  expect(await writers()).toEqual([one.name]);
  second.type('dag');
  await until('seen', () => first.text() === 'hallo|dag');
  expect(await writers()).toEqual([one.name, other.name].toSorted());
  expect(await writers('?until=1')).toEqual([one.name]);
});
