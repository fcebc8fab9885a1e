/** News over HTTP: whom what concerns, live, and never more than they may see. */

import {
  amsterdamDay,
  type MyNewsView,
  newsPath,
  newsSentence,
  type NewsView,
  type SaidView,
  type SinceView,
} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import {type Participant, type TestLab, testLab} from '../support/lab.ts';
import {movedServer} from '../support/moved-server.ts';
import {action, agreement, goal, plan, task, withFields} from '../support/plan.ts';
import {planWriter} from '../support/plan-writer.ts';
import {until} from '../support/until.ts';
import {bareSocket, type SeededPerson} from '../support/wire.ts';

const dayMs = 24 * 60 * 60 * 1_000;

describe('[R65] News', () => {
  test('who is named is told, who wrote in the thread too, each once, with the way there', async () => {
    const {documentId, people, newsOf, begin, reply} = await open();
    const [amina, bram, chaima, dirk] = people;
    const {threadId} = await begin(amina, `Kijk eens, @[${bram.id}]`);
    await reply(bram, threadId, `Goed, @[${amina.id}]. En @[${chaima.id}]?`);
    const [told] = await newsOf(bram);
    expect(told).toMatchObject({kind: 'mention', isRead: false, by: {name: amina.name}});
    expect(told).toMatchObject({begins: `Kijk eens, @${bram.name}`, document: {id: documentId}});
    expect(told && newsSentence(told)).toBe(`${amina.name} noemt je in ‘Oefenplan 1’.`);
    expect(told && newsPath(told)).toBe(`/documenten/${documentId}#gesprek=${threadId}`);
    expect((await newsOf(amina)).map(({kind}) => kind)).toEqual(['mention']);
    expect((await newsOf(chaima)).map(({kind}) => kind)).toEqual(['mention']);
    await reply(chaima, threadId, 'Ja.');
    expect((await newsOf(amina)).map(({kind}) => kind)).toEqual(['reply', 'mention']);
    expect((await newsOf(bram)).map(newsSentence)).toEqual([
      `${chaima.name} schreef in jouw gesprek in ‘Oefenplan 1’.`,
      `${amina.name} noemt je in ‘Oefenplan 1’.`,
    ]);
    expect(await newsOf(dirk)).toEqual([]);
  });

  test('what is taken back is news to nobody: withdrawn, hidden, or no longer naming them', async () => {
    const {path, people, newsOf, begin} = await open();
    const [amina, bram] = people;
    const named = `Dag @[${bram.id}]`;
    const [one, two, three] = [
      await begin(amina, named),
      await begin(amina, named),
      await begin(amina, named),
    ];
    expect(await newsOf(bram)).toHaveLength(3);
    await done(amina.ask(`${path}/comments/${one.commentId}`, {method: 'DELETE'}));
    await done(
      amina.ask(`${path}/threads/${two.threadId}/hide`, {body: {reason: 'Dit doet pijn.'}}),
    );
    const body = {words: 'Dag allemaal'};
    await done(amina.ask(`${path}/comments/${three.commentId}`, {method: 'PATCH', body}));
    expect(await newsOf(bram)).toEqual([]);
  });

  test('it is read once, for all of one’s devices', async () => {
    const {people, begin, mine} = await open();
    const [amina, bram] = people;
    await begin(amina, `Dag @[${bram.id}]`);
    await begin(amina, `Nog eens, @[${bram.id}]`);
    const before = await mine(bram);
    expect(before.unread).toBe(2);
    const read = (person: Participant, ids: readonly string[]) =>
      person.ask('/api/me/news/read', {body: {ids}});
    const ids = before.items.map(({id}) => id).slice(0, 1);
    await done(read(amina, ids));
    expect((await mine(bram)).unread).toBe(2);
    await done(read(bram, ids));
    await done(read(bram, [...ids, 'bestaat-niet', '?']));
    const after = await mine(bram);
    expect(after.unread).toBe(1);
    expect(after.items.map(({isRead}) => isRead)).toEqual([true, false]);
  });

  test('[R63] it is told within a second to who has a document of the lab open', async () => {
    const {server, path, people, documentIds, begin} = await open(2);
    const [amina, bram] = people;
    const elsewhere = `/sync/${documentIds[1] ?? ''}`;
    const socket = await bareSocket(server, elsewhere, {cookie: bram.cookie});
    await until('joined', () => socket.frames.some(({type}) => type === 'step1'));
    const heard = () =>
      socket.frames.filter((frame) => frame.type === 'notice' && frame.notice.kind === 'news');
    const said = await begin(amina, `Dag @[${bram.id}]`);
    await until('told', () => heard().length === 1, 1_000);
    // Withdrawn, it leaves the screens on which it was told as well.
    const comment = `${path}/comments/${said.commentId}`;
    await done(amina.ask(comment, {method: 'DELETE'}));
    await until('told again', () => heard().length === 2, 1_000);
    expect(JSON.stringify(heard())).not.toContain(bram.id);
  });

  test('a key that is asked is news to whoever can turn one, until it is turned', async () => {
    const lab = await open();
    const {people, newsOf, labId} = lab;
    const [amina, bram, chaima, dirk] = people;
    const question = await lab.question(amina, {kind: 'change_rules', rules: {text: 'Samen.'}});
    await until('told', async () => (await newsOf(bram)).length === 1);
    const [told] = await newsOf(bram);
    expect(told && newsSentence(told)).toBe(`${amina.name} vraagt om een sleutel van jouw kant.`);
    expect(told && newsPath(told)).toBe(`/labs/${labId}#lab-questions`);
    expect(await newsOf(dirk)).toHaveLength(1);
    // Of their own side the key is turned.
    expect(await newsOf(chaima)).toEqual([]);
    await done(lab.turn(bram, question));
    expect(await newsOf(dirk)).toEqual([]);
  });

  test('who leaves is told no more of it, and who is forgotten leaves no news behind', async () => {
    const lab = await open();
    const {people, newsOf, begin, labId, database} = lab;
    const [amina, bram, chaima] = people;
    await begin(amina, `Dag @[${bram.id}] en @[${chaima.id}]`);
    expect(await newsOf(bram)).toHaveLength(1);
    await done(bram.ask(`/api/labs/${labId}/leave`, {body: {}}));
    expect(await newsOf(bram)).toEqual([]);
    const about = database.prepare('select count(*) as count from news where person = ?');
    expect(about.get(chaima.id)).toEqual({count: 1});
    await done(chaima.ask('/api/me/forget', {body: {name: chaima.name}}));
    expect(about.get(chaima.id)).toEqual({count: 0});
  });

  test('of a personal document nobody hears who may not open it', async () => {
    const {people, newsOf, labId, begin} = await open();
    const [amina, bram] = people;
    const body = {template: 'route', title: 'Mijn weg'};
    const made = await amina.ask(`/api/labs/${labId}/documents`, {body});
    const {id} = (await made.json()) as {id: string};
    await begin(amina, `Dag @[${bram.id}]`, `/api/documents/${id}`);
    expect(await newsOf(bram)).toEqual([]);
  });
});

test('[R65] what somebody promised is news to them a week before it is due, and when it is late', async () => {
  const server = await movedServer();
  const [amina, bram] = server.seeded.people as unknown as readonly [SeededPerson, SeededPerson];
  const made = await server.ask(`/api/labs/${server.seeded.lab.id}/documents`, {
    cookie: amina.cookie,
    body: {template: 'free', title: 'Afspraken'},
  });
  const {id} = (await made.json()) as {id: string};
  const day = (days: number) => amsterdamDay(Date.now() + days * dayMs);
  const by = {type: 'carrier', attrs: {part: 'carries', person: bram.id}};
  const carried = <T extends {content?: unknown[]}>(block: T) => {
    const [title, ...rest] = block.content ?? [];
    return {...block, content: [title, by, ...rest]};
  };
  const writer = await planWriter(server, amina, id);
  await writer.write(
    plan(
      carried(withFields(agreement('Op tijd terugbellen'), {until: day(20)})),
      carried(withFields(action('Buren vragen'), {until: day(40)})),
      carried(withFields(action('Al gedaan'), {until: day(20), status: 'achieved'})),
      carried(withFields(action('Gestald'), {until: day(20), status: 'parked'})),
    ),
  );
  const newsOf = async (person: SeededPerson) =>
    ((await (await server.ask('/api/me/news', {cookie: person.cookie})).json()) as MyNewsView)
      .items;
  const sentences = async () => (await newsOf(bram)).map(newsSentence);
  server.later(6_000);
  expect(await sentences()).toEqual([]);
  server.later(14 * dayMs);
  await until('it is near', async () => (await newsOf(bram)).length === 1);
  expect(await sentences()).toEqual([
    expect.stringMatching(/^Je afspraak ‘Op tijd terugbellen’ moet klaar zijn: .* ‘Afspraken’\.$/),
  ]);
  const [told] = await newsOf(bram);
  expect(told && newsPath(told)).toMatch(`/documenten/${id}#blok=`);
  server.later(8 * dayMs);
  await until('it is late', async () => (await newsOf(bram)).length === 2);
  expect((await sentences())[0]).toMatch(/had klaar moeten zijn/);
  expect(await newsOf(amina)).toEqual([]);
});

describe('Since I was here', () => {
  test('tells what others wrote, goal by goal, until it is seen', async () => {
    const {server, people, documentId, path, database} = await open();
    const [amina, bram] = people;
    const sinceOf = async (person: Participant) =>
      (await (await person.ask(`${path}/since`)).json()) as SinceView;
    const writer = await planWriter(server, seeded(amina), documentId);
    await writer.write(plan(task('Eenzaamheid', goal('Een open inloop'))));
    // Who never was here is told nothing.
    expect(await sinceOf(bram)).toMatchObject({upTo: 0, summaries: []});
    await done(bram.ask(`${path}/seen`, {method: 'PUT', body: {seq: null}}));
    expect(await sinceOf(bram)).toMatchObject({summaries: []});
    await done(amina.ask(`${path}/seen`, {method: 'PUT', body: {seq: null}}));

    const {head} = await sinceOf(bram);
    // Moments are a second apart.
    database.prepare('update journal set at = at - 60000').run();
    await writer.write(plan(task('Groen', goal('Een moestuin'))));
    const since = await sinceOf(bram);
    expect(since.upTo).toBe(head);
    expect(since.head).toBeGreaterThan(head);
    const told = since.summaries.map(
      ({heading, sentences}) => `${heading}: ${sentences.join(' ')}`,
    );
    expect(told.join('\n')).toContain('opgave ‘Groen’');
    expect(told.join('\n')).toContain(amina.name);
    expect(told.join('\n')).not.toContain('Een open inloop');
    // What I wrote myself is no news to me.
    expect((await sinceOf(amina)).summaries).toEqual([]);

    await done(bram.ask(`${path}/seen`, {method: 'PUT', body: {seq: since.head}}));
    expect((await sinceOf(bram)).summaries).toEqual([]);
  });
});

async function open(documents = 1) {
  const lab = await testLab({documents});
  const documentId = lab.documentIds[0];
  if (!documentId) throw new Error('No document');
  const path = `/api/documents/${documentId}`;
  let count = 0;
  const said = async (by: Participant, to: string, more: object, words: string) => {
    const body = {words, proposal: null, key: `sleutel${++count}`, ...more};
    const answer = await by.ask(to, {body});
    expect(answer.ok).toBe(true);
    return (await answer.json()) as SaidView;
  };
  const mine = async (person: Participant) =>
    (await (await person.ask('/api/me/news')).json()) as MyNewsView;
  return {
    ...lab,
    ...{documentId, path, mine},
    newsOf: async (person: Participant): Promise<readonly NewsView[]> => (await mine(person)).items,
    begin: (by: Participant, words: string, at = path) =>
      said(by, `${at}/threads`, {anchor: {on: 'document'}}, words),
    reply: (by: Participant, threadId: string, words: string) =>
      said(by, `${path}/threads/${threadId}/comments`, {}, words),
  } satisfies TestLab & Record<string, unknown>;
}

function seeded({id, name, cookie}: Participant): SeededPerson {
  return {id, name, cookie};
}

async function done(answer: Promise<Response>): Promise<void> {
  const {ok, status} = await answer;
  expect([ok, status]).toEqual([true, status]);
}
