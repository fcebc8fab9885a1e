/** Looking back over HTTP at what is written live over the wire. */

import type {Film, MomentView, PersonView, Seq} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {until} from '../support/until.ts';
import {type SeededPerson, stockClient, type WireServer, wireServer} from '../support/wire.ts';

interface MomentAnswer {
  readonly seq: Seq;
  readonly at: number;
  readonly content: JSONContent;
  readonly hasMore: boolean;
  readonly blocks: readonly string[];
  readonly people: readonly PersonView[];
}

/** A document that two people have open, and the way to its history. */
async function written() {
  const server = await wireServer();
  const [one, other] = server.people as [SeededPerson, SeededPerson];
  const documentId = server.documentIds[0] ?? '';
  const first = stockClient(server, one, documentId);
  const second = stockClient(server, other, documentId);
  await until('both joined', () => first.provider.synced && second.provider.synced);
  return {one, other, first, second, path: `/api/documents/${documentId}/moments`, server};
}

async function ask(server: WireServer, person: SeededPerson, path: string): Promise<Response> {
  return fetch(server.url + path, {headers: {cookie: person.cookie}});
}

async function momentsOf(server: WireServer, person: SeededPerson, path: string) {
  const {moments} = (await (await ask(server, person, path)).json()) as {
    moments: readonly MomentView[];
  };
  return moments;
}

test('a stretch of writing names who wrote in it, in order of appearance', async () => {
  const {server, one, other, first, second, path} = await written();
  second.type('hallo');
  await until('seen', () => first.text() === 'hallo');
  first.type('dag');
  await until('seen', () => second.text() === 'hallo|dag');
  const [latest] = await momentsOf(server, one, path);
  expect(latest?.people.map(({name}) => name)).toEqual([other.name, one.name]);
  expect(latest?.people.map(({side}) => side).toSorted()).toEqual(['formal', 'informal']);
  expect(latest?.kind).toBe('edit');
});

test('[R1] what somebody sees live, stands in the history at that same time', async () => {
  const {server, one, first, second, path} = await written();
  first.type('hallo');
  await until('seen', () => second.text() === 'hallo');
  const [latest] = await momentsOf(server, one, path);
  const moment = await ask(server, one, `${path}/${latest?.seq}`);
  const {seq, content} = (await moment.json()) as MomentAnswer;
  expect(seq).toBe(latest?.seq);
  const line = expect.stringMatching(/^\d+:\d+$/) as unknown;
  expect(content).toEqual({
    type: 'doc',
    content: [{type: 'paragraph', content: [{type: 'text', text: 'hallo', line, at: 0}]}],
  });
});

test('a moment names who stands in its plan, by their names of now, and nobody else', async () => {
  const {server, one, other, first, second, path} = await written();
  const line = (person: string) => {
    const carrier = new Y.XmlElement('carrier');
    carrier.setAttribute('person', person);
    return carrier;
  };
  const goal = new Y.XmlElement('goal');
  goal.insert(0, [line(other.id), line('weg1234'), line(other.id), line('<b>')]);
  first.doc.getXmlFragment('default').push([goal]);
  await until('seen', () => second.doc.getXmlFragment('default').length === 1);
  const [latest] = await momentsOf(server, one, path);
  const moment = await ask(server, one, `${path}/${latest?.seq}`);
  expect(((await moment.json()) as MomentAnswer).people).toEqual([
    {id: other.id, name: other.name, side: expect.stringMatching(/formal$/) as string},
  ]);
});

test('a moment can be asked for in short, with who is named in that part of it', async () => {
  const {server, one, first, second, path} = await written();
  const carrier = new Y.XmlElement('carrier');
  carrier.setAttribute('person', one.id);
  first.type('a'.repeat(60));
  first.type('b'.repeat(60));
  first.doc.getXmlFragment('default').push([carrier]);
  await until('seen', () => second.doc.getXmlFragment('default').length === 3);
  const [latest] = await momentsOf(server, one, path);
  const moment = async (query: string) =>
    (await (await ask(server, one, `${path}/${latest?.seq}${query}`)).json()) as MomentAnswer;
  const [whole, part] = [await moment(''), await moment('?characters=50')];
  expect([whole.hasMore, whole.people.length, whole.content.content?.length]).toEqual([
    false,
    1,
    3,
  ]);
  expect(part).toEqual({
    ...whole,
    ...{hasMore: true, people: [], blocks: whole.blocks.slice(0, 1)},
    content: {type: 'doc', content: [whole.content.content?.[0]]},
  });
  for (const wrong of ['0', 'veel', '1.5']) {
    const answer = await ask(server, one, `${path}/${latest?.seq}?characters=${wrong}`);
    expect([wrong, answer.status]).toEqual([wrong, 400]);
  }
});

test('[R50] a film that was asked for before ends as the moment does, when that goes on', async () => {
  const {server, one, first, second, path} = await written();
  const lastOfFilm = async () => {
    const film = await ask(server, one, `${path.replace('moments', 'film')}?from=1&until=1`);
    return ((await film.json()) as Film).steps.at(-1)?.seq;
  };
  const moment = async () => (await (await ask(server, one, `${path}/1`)).json()) as MomentAnswer;
  for (const words of ['een', 'twee', 'drie']) {
    first.type(words);
    await until('seen', () => second.text().endsWith(words));
    // What follows within a second belongs to the same moment.
    expect(await lastOfFilm()).toBe((await moment()).seq);
  }
});

test('every earlier position can be shown as well, as the end of its second', async () => {
  const {server, one, first, second, path} = await written();
  for (const words of ['een', 'twee', 'drie']) {
    first.type(words);
    await until('seen', () => second.text().endsWith(words));
  }
  const shown: string[] = [];
  for (const seq of [1, 2, 3]) {
    const {content} = (await (await ask(server, one, `${path}/${seq}`)).json()) as MomentAnswer;
    shown.push((content.content ?? []).map((block) => block.content?.[0]?.text).join('|'));
  }
  // What followed within the same second belongs to it; what came before is always there.
  const [early = '', middle = '', late] = shown;
  expect(late).toBe('een|twee|drie');
  expect(middle).toMatch(/^een\|twee(\|drie)?$/);
  expect(early).toMatch(/^een(\|twee(\|drie)?)?$/);
});

test('[R3] looking back changes nothing, not even what no schema of ours knows', async () => {
  const {server, one, first, second, path} = await written();
  const strange = new Y.XmlElement('hologram');
  strange.setAttribute('depth', '3');
  first.doc.getXmlFragment('default').push([strange]);
  first.type('en tekst');
  await until('seen', () => second.text().endsWith('en tekst'));
  const before = Y.encodeStateAsUpdate(second.doc);
  const heard: Uint8Array[] = [];
  second.doc.on('update', (update: Uint8Array) => heard.push(update));

  const [latest] = await momentsOf(server, one, path);
  const {content} = (await (
    await ask(server, one, `${path}/${latest?.seq}`)
  ).json()) as MomentAnswer;
  expect(content.content?.[0]).toEqual({type: 'hologram', attrs: {depth: '3'}});

  // Whatever the server had to say about its document would come before this.
  first.type('klaar');
  await until('seen', () => second.text().endsWith('klaar'));
  expect(heard).toHaveLength(1);
  const joiner = stockClient(server, one, server.documentIds[0] ?? '');
  await until('joined', () => joiner.provider.synced);
  expect(Y.encodeStateVector(joiner.doc)).toEqual(Y.encodeStateVector(second.doc));
  expect(Y.encodeStateAsUpdate(joiner.doc, Y.encodeStateVectorFromUpdate(before))).toEqual(
    heard[0],
  );
});

test('a position that is not there is not found, and no word of a position either', async () => {
  const {server, one, first, second, path} = await written();
  first.type('hallo');
  await until('seen', () => second.text() === 'hallo');
  for (const seq of ['0', '99', '-1', '1.5', 'gisteren']) {
    const answer = await ask(server, one, `${path}/${seq}`);
    expect([seq, answer.status]).toEqual([seq, 404]);
  }
});

test('a document that nobody wrote in has no moments', async () => {
  const {server, one, path} = await written();
  expect(await momentsOf(server, one, path)).toEqual([]);
});
