/** Talking beside a text, over HTTP: who may, where it stands, what others see of it and when. */

import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {keyOf} from '@samenspel/server/history/restore/elements.ts';
import {
  type AskedAnchor,
  type BlockId,
  commentLimits,
  mention,
  type MentionableView,
  type PersonId,
  type SaidView,
  type TextId,
  type ThreadsView,
} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import {
  begin,
  commentedLab,
  goalId,
  newKey,
  selected,
  setRole,
  threadOf,
  threadsOf,
} from '../support/commenting.ts';
import {lineWith} from '../support/room-desk.ts';
import {until} from '../support/until.ts';
import {bareSocket, stockClient} from '../support/wire.ts';

const onDocument: AskedAnchor = {on: 'document'};
const onGoal: AskedAnchor = {on: 'block', id: goalId as BlockId};

describe('Who may', () => {
  test('[R60] who comments needs no right to edit, and gets none', async () => {
    const {path, member, commenter, reviewer, client, server, documentId} = await commentedLab();
    const said = await begin(commenter, path, selected(client, 'koffie in het'));
    expect((await threadOf(member, path, said)).comments).toMatchObject([
      {by: {id: commenter.id}, words: 'Wat vinden jullie?', mine: false},
    ]);
    const theirs = stockClient(server, commenter, documentId);
    await until('it is open', () => theirs.provider.synced);
    theirs.provider.shouldConnect = false;
    const before = client.text();
    lineWith(theirs.doc, 'koffie').insert(0, 'Gekaapt. ');
    await until('the server ended it', () => !theirs.provider.wsconnected);
    expect(client.text()).toBe(before);

    const reading = await reviewer.ask(`${path}/threads`);
    expect(reading.status).toBe(200);
    const body = {anchor: onDocument, words: 'Mag ik ook?', key: newKey()};
    expect((await reviewer.ask(`${path}/threads`, {body})).status).toBe(403);
  });

  test('[R60] one changes and withdraws one’s own words alone, whatever one’s role', async () => {
    const {path, member, commenter} = await commentedLab();
    const said = await begin(commenter, path, onGoal);
    const comment = `${path}/comments/${said.commentId}`;
    const changing = {method: 'PATCH', body: {words: 'Wat kost het?'}};
    expect((await member.ask(comment, changing)).status).toBe(403);
    expect((await member.ask(comment, {method: 'DELETE'})).status).toBe(403);
    expect((await commenter.ask(comment, changing)).status).toBe(204);
    const {comments} = await threadOf(member, path, said);
    expect(comments).toMatchObject([{words: 'Wat kost het?'}]);
    expect(comments[0]?.editedAt).toBeGreaterThan(0);
  });

  test('[R64] nothing of a personal document reaches others, threads neither', async () => {
    const {labId, member, other, commenter} = await commentedLab();
    const made = await member.ask(`/api/labs/${labId}/documents`, {body: {template: 'route'}});
    const {id} = (await made.json()) as {id: string};
    const path = `/api/documents/${id}`;
    const words = `Over ${mention(other.id)} gesproken`;
    const said = await begin(member, path, onDocument, {words});
    // Whoever can't read it isn't named either.
    expect((await threadOf(member, path, said)).comments).toMatchObject([
      {words: 'Over @iemand gesproken', mentions: []},
    ]);
    const people = (await (await member.ask(`${path}/mentionable`)).json()) as MentionableView;
    expect(people.people.map((one) => one.id)).toEqual([member.id]);
    for (const one of [other, commenter]) {
      expect((await one.ask(`${path}/threads`)).status).toBe(404);
      expect((await one.ask(`${path}/threads/bodies?ids=${said.threadId}`)).status).toBe(404);
      const body = {words: 'Hoi', key: newKey()};
      const reply = await one.ask(`${path}/threads/${said.threadId}/comments`, {body});
      expect(reply.status).toBe(404);
    }
  });

  test('[R64] by way of a document that one may read, one reaches no other', async () => {
    const {labId, path, member, other} = await commentedLab();
    const made = await member.ask(`/api/labs/${labId}/documents`, {body: {template: 'route'}});
    const {id} = (await made.json()) as {id: string};
    const {threadId, commentId} = await begin(member, `/api/documents/${id}`, onDocument);
    const bodies = await other.ask(`${path}/threads/bodies?ids=${threadId}`);
    expect(await bodies.json()).toEqual({threads: []});
    const reacting = await other.ask(`${path}/comments/${commentId}/reactions/agree`, {
      method: 'PUT',
    });
    expect(reacting.status).toBe(404);
    const hiding = {body: {reason: 'Weg'}};
    expect((await other.ask(`${path}/threads/${threadId}/hide`, hiding)).status).toBe(404);
  });
});

describe('What is said', () => {
  test('is on others’ screens at once: they are told to look', async () => {
    const {path, member, commenter, server, documentId} = await commentedLab();
    const socket = await bareSocket(server, `/sync/${documentId}`, {cookie: member.cookie});
    const heard = () => socket.frames.filter((frame) => frame.type === 'notice');
    await until('it is open', () => socket.frames.length > 0);
    const {threadId} = await begin(commenter, path, onGoal);
    await until('told', () => heard().length === 1);
    expect(heard()).toMatchObject([{notice: {kind: 'comments', thread: threadId}}]);
  });

  test('after a notice one asks for that thread alone', async () => {
    const {path, member, commenter} = await commentedLab();
    const {threadId} = await begin(commenter, path, onGoal, {words: 'Hierover'});
    await begin(commenter, path, onDocument, {words: 'En daarover'});
    const answer = await member.ask(`${path}/threads?ids=${threadId},bestaat-niet`);
    const {threads} = (await answer.json()) as ThreadsView;
    expect(threads).toMatchObject([
      {id: threadId, begins: 'Hierover', count: 1, goal: 'Een open inloop'},
    ]);
    expect((await threadsOf(member, path)).threads).toHaveLength(2);
  });

  test('[R62] is said once, however often it is sent', async () => {
    const {path, commenter, member} = await commentedLab();
    const body = {anchor: onGoal, words: 'Wat kost dit?', key: newKey()};
    const send = () => commenter.ask(`${path}/threads`, {body});
    const answers = [...(await Promise.all([send(), send(), send()])), await send()];
    const views = (await Promise.all(answers.map((one) => one.json()))) as SaidView[];
    expect(answers.map(({status}) => status).toSorted((a, b) => a - b)).toEqual([
      200, 200, 200, 201,
    ]);
    expect(new Set(views.map(({commentId}) => commentId)).size).toBe(1);
    expect((await threadsOf(member, path)).threads).toMatchObject([{count: 1}]);
  });

  test('is plain text: no signs that hide, and nothing that could run', async () => {
    const {path, member} = await commentedLab();
    const words = ' <img src=x onerror=alert(1)>\r\n\u202Eomgekeerd\u0000 ';
    const said = await begin(member, path, onDocument, {words});
    expect((await threadOf(member, path, said)).comments).toMatchObject([
      {words: '<img src=x onerror=alert(1)>\nomgekeerd'},
    ]);
  });

  test('is not empty and not endless', async () => {
    const {path, member} = await commentedLab();
    const status = async (words: string) => {
      const body = {anchor: onDocument, words, key: newKey()};
      return (await member.ask(`${path}/threads`, {body})).status;
    };
    expect(await status('  \n ')).toBe(400);
    expect(await status('a'.repeat(commentLimits.words + 1))).toBe(400);
    expect(await status('a'.repeat(commentLimits.words))).toBe(201);
  });

  test('names people by who they are now, and only who may read it', async () => {
    const {path, member, other, server} = await commentedLab();
    const words = `${mention(other.id)} en ${mention('iemandanders' as PersonId)}: lukt dit?`;
    const said = await begin(member, path, onDocument, {words});
    await other.ask('/api/me', {method: 'PATCH', body: {name: 'Noor'}});
    expect((await threadOf(member, path, said)).comments).toMatchObject([
      {
        words: `${mention(other.id)} en @iemand: lukt dit?`,
        mentions: [{id: other.id, name: 'Noor'}],
      },
    ]);
    expect((await threadsOf(other, path)).threads).toMatchObject([
      {begins: '@Noor en @iemand: lukt dit?', namesMe: true, mine: false},
    ]);
    expect(server.logged.filter(({facts}) => JSON.stringify(facts).includes('lukt'))).toEqual([]);
  });

  test('by who goes on without end is refused for a while', async () => {
    const {path, member, other} = await commentedLab();
    const {commentId} = await begin(member, path, onDocument);
    const reaction = `${path}/comments/${commentId}/reactions/agree`;
    const statuses = new Set<number>();
    for (let count = 0; count < 301; count++) {
      statuses.add((await other.ask(reaction, {method: 'PUT'})).status);
    }
    expect([...statuses]).toEqual([204, 429]);
    expect((await member.ask(reaction, {method: 'PUT'})).status).toBe(204);
  });
});

describe('[R63] What is withdrawn', () => {
  const secret = 'Zevenentwintig rode paraplu’s';
  /** Over pages of their own in the database: those are let go of whole, and keep what nobody wipes. */
  const long = `${secret}. `.repeat(300);

  test('is gone for every reader and from every file of the database', async () => {
    const {path, member, commenter, server, client} = await commentedLab();
    const said = await begin(commenter, path, selected(client, 'koffie'), {
      words: long,
      proposal: `${secret} erbij`,
    });
    const reply = {words: 'Dat is veel', key: newKey()};
    await member.ask(`${path}/threads/${said.threadId}/comments`, {body: reply});
    const comment = `${path}/comments/${said.commentId}`;
    expect((await commenter.ask(comment, {method: 'DELETE'})).status).toBe(204);
    expect((await threadOf(member, path, said)).comments).toMatchObject([
      {by: {id: commenter.id}, words: null, proposal: null},
      {words: 'Dat is veel'},
    ]);
    expect((await threadsOf(member, path)).threads).toMatchObject([{begins: '', count: 1}]);
    await until('gone from the files', async () => !(await filesHold(server.folder, secret)));
  });

  test('and what was changed leaves nothing of what it was', async () => {
    const {path, commenter, server} = await commentedLab();
    const {commentId} = await begin(commenter, path, onDocument, {words: long});
    expect(await filesHold(server.folder, secret)).toBe(true);
    const body = {words: 'Toch maar niet'};
    await commenter.ask(`${path}/comments/${commentId}`, {method: 'PATCH', body});
    await until('gone from the files', async () => !(await filesHold(server.folder, secret)));
  });
});

describe('Where it stands', () => {
  test('[R61] a thread follows its words, and says where they are', async () => {
    const {path, member, client} = await commentedLab();
    await begin(member, path, selected(client, 'koffie in het buurthuis'));
    lineWith(client.doc, 'koffie').insert(0, 'Vanaf mei: ');
    const line = async () => (await threadsOf(member, path)).threads[0];
    await until('it moved along', async () => {
      const place = (await line())?.place;
      return place?.at === 'words' && place.parts[0]?.from === 24;
    });
    expect(await line()).toMatchObject({
      ...{quote: 'koffie in het buurthuis', block: goalId, goalId},
      ...{goal: 'Een open inloop', task: 'Eenzaamheid', sides: [expect.any(String)]},
      place: {at: 'words', parts: [{from: 24, until: 47}]},
    });
  });

  test('[R61] when its words are taken away it stays and says so, and can be attached anew', async () => {
    const {path, member, commenter, client} = await commentedLab();
    const {threadId} = await begin(commenter, path, selected(client, 'Soep op vrijdag'));
    lineWith(client.doc, 'Soep').delete(0, 15);
    const line = async () => (await threadsOf(member, path)).threads[0];
    await until('it is gone', async () => (await line())?.place.at === 'gone');
    expect(await line()).toMatchObject({quote: 'Soep op vrijdag', block: null, goal: null});
    const attach = `${path}/threads/${threadId}/attach`;
    const away: AskedAnchor = {on: 'block', id: 'bestaat-niet' as BlockId};
    expect((await commenter.ask(attach, {body: {anchor: away}})).status).toBe(409);
    const anchor = {on: 'block', id: 'block-3'};
    expect((await commenter.ask(attach, {body: {anchor}})).status).toBe(204);
    expect(await line()).toMatchObject({place: {at: 'block', id: 'block-3'}, goal: 'Samen eten'});
  });

  test('[R61] words that are put there anew are found, and followed from then on', async () => {
    const {path, member, client} = await commentedLab();
    const words = 'Elke maandag koffie in het buurthuis.';
    await begin(member, path, selected(client, words));
    const place = async () => (await threadsOf(member, path)).threads[0]?.place;
    lineWith(client.doc, words).delete(0, words.length);
    await until('it is gone', async () => (await place())?.at === 'gone');
    const soup = lineWith(client.doc, 'Soep');
    soup.insert(0, words);
    await until('it is found', async () => (await place())?.at === 'words');
    soup.insert(5, 'eerste ');
    await until('it is followed', async () => {
      const now = await place();
      return now?.at === 'words' && now.parts[0]?.until === words.length + 7;
    });
  });

  test('what can’t be a place is refused', async () => {
    const {path, member} = await commentedLab();
    const wrong = [
      {on: 'passage', first: 'hier', last: 'daar', quote: ''},
      {on: 'block', id: '../..'},
      {on: 'elders'},
      null,
    ];
    for (const anchor of wrong) {
      const body = {anchor, words: 'Hoi', key: newKey()};
      expect((await member.ask(`${path}/threads`, {body})).status).toBe(400);
    }
    const many = Array.from({length: 51}, (_, index) => `gesprek-${index}`).join(',');
    expect((await member.ask(`${path}/threads/bodies?ids=${many}`)).status).toBe(400);
  });
});

describe('What is done with it', () => {
  test('it is handled with a sentence and reopened, by whoever comments', async () => {
    const {path, member, commenter} = await commentedLab();
    const said = await begin(member, path, onGoal);
    const thread = `${path}/threads/${said.threadId}`;
    expect((await commenter.ask(`${thread}/handle`, {body: {words: ''}})).status).toBe(400);
    const handled = await commenter.ask(`${thread}/handle`, {body: {words: 'Staat erin'}});
    expect(handled.status).toBe(201);
    expect((await threadsOf(member, path)).threads).toMatchObject([{state: 'handled'}]);
    expect((await member.ask(`${thread}/handle`, {body: {words: 'Ook'}})).status).toBe(409);
    expect((await member.ask(`${thread}/reopen`, {body: {}})).status).toBe(201);
    expect(await threadOf(member, path, said)).toMatchObject({
      state: 'open',
      comments: [
        {kind: 'said'},
        {kind: 'handled', words: 'Staat erin', by: {id: commenter.id}},
        {kind: 'reopened', words: ''},
      ],
    });
  });

  test('a thread that hurts is hidden with a reason, in sight of all, and the log tells', async () => {
    const {path, member, other, commenter, log} = await commentedLab();
    const said = await begin(commenter, path, onGoal, {words: 'Domme mensen'});
    const thread = `${path}/threads/${said.threadId}`;
    const hidden = await member.ask(`${thread}/hide`, {body: {reason: 'Dit doet pijn'}});
    expect(hidden.status).toBe(204);
    expect((await threadsOf(commenter, path)).threads).toMatchObject([{hidden: true, begins: ''}]);
    expect(await threadOf(commenter, path, said)).toMatchObject({
      hidden: {reason: 'Dit doet pijn', by: {id: member.id}},
      comments: [],
    });
    // Any member may look, to undo it.
    expect((await threadOf(other, path, said)).comments).toMatchObject([{words: 'Domme mensen'}]);
    expect((await other.ask(`${thread}/show`, {method: 'POST'})).status).toBe(204);
    expect((await threadOf(commenter, path, said)).comments).toHaveLength(1);
    const [shown, hid] = await log(member);
    expect([shown, hid]).toMatchObject([
      {kind: 'thread_shown', by: {id: other.id}},
      {kind: 'thread_hidden', by: {id: member.id}, words: 'Dit doet pijn'},
    ]);
  });

  test('who agrees and who says thanks is told, once each', async () => {
    const {path, member, commenter} = await commentedLab();
    const said = await begin(member, path, onGoal);
    const reaction = `${path}/comments/${said.commentId}/reactions`;
    expect((await threadsOf(member, path)).threads).toMatchObject([{unanswered: true}]);
    for (const kind of ['agree', 'agree', 'thanks']) {
      const answer = await commenter.ask(`${reaction}/${kind}`, {method: 'PUT'});
      expect(answer.status).toBe(204);
    }
    await commenter.ask(`${reaction}/thanks`, {method: 'DELETE'});
    expect((await commenter.ask(`${reaction}/hoera`, {method: 'PUT'})).status).toBe(404);
    expect((await threadOf(member, path, said)).comments[0]?.reactions).toMatchObject({
      agree: [{id: commenter.id}],
      thanks: [],
    });
    expect((await threadsOf(member, path)).threads).toMatchObject([{unanswered: false}]);
  });

  test('it becomes an action in the goal that it is about, and each leads to the other', async () => {
    const {path, member, commenter, client} = await commentedLab();
    const {threadId} = await begin(commenter, path, selected(client, 'koffie'));
    const turn = `${path}/threads/${threadId}/turn-into`;
    const body = {kind: 'action', title: 'Koffie kopen'};
    expect((await commenter.ask(turn, {body})).status).toBe(403);
    const made = (await (await member.ask(turn, {body})).json()) as {block: string};
    await until('it stands there', () =>
      JSON.stringify(client.doc.getXmlFragment('default')).includes('Koffie kopen'),
    );
    const goal = client.doc.getXmlFragment('default').toString().split('</goal>')[0] ?? '';
    expect(goal).toContain(
      `<action id="${made.block}"><blocktitle>Koffie kopen</blocktitle></action>`,
    );
    expect((await threadsOf(commenter, path)).threads).toMatchObject([
      {made: [{block: made.block, kind: 'action'}]},
    ]);
  });

  test('[R68] [R62] pressed twice, or asked again after a lost answer, it becomes one action', async () => {
    const {path, member, commenter, client} = await commentedLab();
    const {threadId} = await begin(commenter, path, onGoal);
    const turn = `${path}/threads/${threadId}/turn-into`;
    const body = {kind: 'action', title: 'Koffie kopen', key: newKey()};
    const ask = async () => {
      const answer = await member.ask(turn, {body});
      return [answer.status, await answer.json()];
    };
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(second).toEqual(first);
    expect(await ask()).toEqual(first);
    const shown = () => client.doc.getXmlFragment('default').toString();
    await until('it stands there', () => shown().includes('Koffie kopen'));
    expect(shown().split('Koffie kopen')).toHaveLength(2);
    const [line] = (await threadsOf(member, path)).threads;
    expect(line?.made).toHaveLength(1);
  });

  test('outside of a goal it comes right behind what it is about', async () => {
    const {path, member, client} = await commentedLab();
    const {threadId} = await begin(member, path, selected(client, 'ons allemaal'));
    const body = {kind: 'agreement', title: 'We lezen het samen'};
    await member.ask(`${path}/threads/${threadId}/turn-into`, {body});
    const shown = () => client.doc.getXmlFragment('default').toString();
    await until('it stands there', () => shown().includes('We lezen'));
    expect(shown()).toMatch(/ons allemaal\.<\/paragraph><agreement .*We lezen.*<\/agreement>$/);
  });
});

describe('What it proposes', () => {
  test('is taken over with one tap, and stays its author’s', async () => {
    const {path, member, other, commenter, client, documentId} = await commentedLab();
    const words = 'Elke maandag koffie in het buurthuis';
    const said = await begin(commenter, path, selected(client, words), {
      words: '',
      proposal: 'Elke maandag warme thee in het buurthuis',
    });
    const taking = `${path}/comments/${said.commentId}/take-over`;
    expect((await commenter.ask(taking, {method: 'POST'})).status).toBe(403);
    expect((await member.ask(taking, {method: 'POST'})).status).toBe(204);
    await until('it stands there', () =>
      JSON.stringify(client.doc.getXmlFragment('default')).includes('warme thee'),
    );
    const line = lineWith(client.doc, 'warme thee');
    expect(line.toJSON()).toBe('Elke maandag warme thee in het buurthuis.');

    const query = `line=${keyOf(line)}&from=0&until=41`;
    const story = await member.ask(`/api/documents/${documentId}/passage?${query}`);
    const {written} = (await story.json()) as {
      written: readonly {from: number; until: number; by: {id: string} | null}[];
    };
    expect(written.map(({from, until: end, by}) => [from, end, by?.id])).toEqual([
      [0, 13, member.id],
      [13, 23, commenter.id],
      [23, 41, member.id],
    ]);
    expect((await threadsOf(member, path)).threads).toMatchObject([
      {proposes: false, place: {at: 'words', parts: [{from: 0, until: 40}]}},
    ]);
    expect((await threadOf(member, path, said)).comments).toMatchObject([
      {proposal: {taken: {by: {id: member.id}}}},
    ]);
    // Pressed twice it is done once; who comes later is told.
    expect((await member.ask(taking, {method: 'POST'})).status).toBe(204);
    expect((await other.ask(taking, {method: 'POST'})).status).toBe(409);
    expect(line.toJSON()).toBe('Elke maandag warme thee in het buurthuis.');
  });

  test('is not put over words that somebody changed since, and can still be taken over later', async () => {
    const {path, member, commenter, client} = await commentedLab();
    const said = await begin(commenter, path, selected(client, 'maandag koffie'), {
      proposal: 'dinsdag thee',
    });
    const taking = `${path}/comments/${said.commentId}/take-over`;
    const line = lineWith(client.doc, 'maandag');
    line.insert(13, 'sterke ');
    await until('on disk', async () => {
      const {place} = (await threadsOf(member, path)).threads[0] ?? {};
      return place?.at === 'words' && (place.parts[0]?.until ?? 0) === 26;
    });
    const refused = await member.ask(taking, {method: 'POST'});
    expect([refused.status, await refused.json()]).toEqual([
      409,
      {error: {code: 'conflict', details: {reason: 'changed'}}},
    ]);
    line.delete(13, 7);
    await until(
      'as it was',
      async () => (await member.ask(taking, {method: 'POST'})).status === 204,
    );
    await until('there', () => line.toJSON() === 'Elke dinsdag thee in het buurthuis.');
  });

  test('has to be about words in one line', async () => {
    const {path, member} = await commentedLab();
    const body = {anchor: onGoal, words: 'Zo dan', proposal: 'Iets anders', key: newKey()};
    expect((await member.ask(`${path}/threads`, {body})).status).toBe(409);
  });
});

test('[R60] who may only read from now on can’t go on commenting', async () => {
  const lab = await commentedLab();
  const {path, commenter} = lab;
  const {commentId} = await begin(commenter, path, onDocument);
  setRole(lab, commenter, 'reviewer');
  const changing = {method: 'PATCH', body: {words: 'Nog iets'}};
  expect((await commenter.ask(`${path}/comments/${commentId}`, changing)).status).toBe(403);
});

test('ids of characters that nobody has make a thread that says that its words are gone', async () => {
  const {path, member} = await commentedLab();
  const [first, last] = ['123456:1', '123456:9'] as [TextId, TextId];
  await begin(member, path, {on: 'passage', first, last, quote: 'Wat ik las'});
  expect((await threadsOf(member, path)).threads).toMatchObject([
    {place: {at: 'gone'}, quote: 'Wat ik las'},
  ]);
});

async function filesHold(folder: string, words: string): Promise<boolean> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('samenspel.db'));
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return files.some((bytes) => bytes.includes(words));
}
