/** Comments in what a lab and its people take along, and in what is forgotten. */

import type {PersonData} from '@samenspel/server/own-data/person-data.ts';
import {type AskedAnchor, type BlockId, forgottenName, mention} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {
  begin,
  commentedLab,
  type CommentedLab,
  goalId,
  newKey,
  selected,
  threadOf,
  threadsOf,
} from '../support/commenting.ts';
import {unzipped} from '../support/download.ts';

const onGoal: AskedAnchor = {on: 'block', id: goalId as BlockId};

/** A thread about some words, answered, agreed with and handled; and one of the other's own document. */
async function arrange() {
  const lab = await commentedLab();
  const {path, member, other, commenter, client} = lab;
  const said = await begin(commenter, path, selected(client, 'koffie in het buurthuis'), {
    words: `Kan ${mention(member.id)} <b>thee</b> doen, bij #[${goalId}]?`,
    proposal: 'thee in het buurthuis',
  });
  const reply = {words: 'Goed plan\nDoen we', key: newKey()};
  await member.ask(`${path}/threads/${said.threadId}/comments`, {body: reply});
  await other.ask(`${path}/comments/${said.commentId}/reactions/agree`, {method: 'PUT'});
  await member.ask(`${path}/threads/${said.threadId}/handle`, {body: {words: 'Staat erin'}});
  const made = await other.ask(`/api/labs/${lab.labId}/documents`, {body: {template: 'route'}});
  const {id} = (await made.json()) as {id: string};
  await begin(other, `/api/documents/${id}`, {on: 'document'}, {words: 'Alleen voor mij'});
  return {...lab, said};
}

async function copyOf({labId, member}: CommentedLab): Promise<ReadonlyMap<string, string>> {
  return unzipped(await member.ask(`/api/labs/${labId}/export`));
}

test('the lab’s copy has what was said, to read and to load; nothing beside personal documents', async () => {
  const lab = await arrange();
  const files = await copyOf(lab);
  const [json, ...others] = [...files.keys()].filter((name) => name.endsWith('-reacties.json'));
  expect(others).toEqual([]);
  const {threads} = JSON.parse(files.get(json ?? '') ?? '') as {threads: readonly object[]};
  const {member, other, commenter} = lab;
  expect(threads).toMatchObject([
    {
      ...{about: 'koffie in het buurthuis', state: 'handled', hidden: null},
      comments: [
        {
          by: {id: commenter.id},
          words: `Kan @${member.name} <b>thee</b> doen, bij ‘Een open inloop’?`,
          proposal: {words: 'thee in het buurthuis', taken: null},
          reactions: {agree: [{id: other.id}], thanks: []},
        },
        {by: {id: member.id}, words: 'Goed plan\nDoen we', kind: 'said'},
        {words: 'Staat erin', kind: 'handled'},
      ],
    },
  ]);
  const page = files.get(json?.replace('.json', '.html') ?? '') ?? '';
  expect(page).toContain('&lt;b&gt;thee&lt;/b&gt; doen, bij ‘Een open inloop’?');
  expect(page).toContain('<p>Goed plan</p>');
  for (const text of files.values()) expect(text).not.toContain('Alleen voor mij');
});

test('what is hidden and what is withdrawn shows as that in the copy', async () => {
  const lab = await commentedLab();
  const {path, member, commenter} = lab;
  const {threadId} = await begin(commenter, path, onGoal, {words: 'Domme mensen'});
  await member.ask(`${path}/threads/${threadId}/hide`, {body: {reason: 'Dit doet pijn'}});
  const {commentId} = await begin(commenter, path, onGoal, {words: 'Foutje van mij'});
  await commenter.ask(`${path}/comments/${commentId}`, {method: 'DELETE'});
  const files = await copyOf(lab);
  const page = [...files].find(([name]) => name.endsWith('-reacties.html'))?.[1] ?? '';
  expect(page).toContain('<q>Dit doet pijn</q>');
  expect(page).toContain('Ingetrokken');
  expect([...files.values()].join()).not.toContain('Foutje');
});

test('one’s own data has what one said oneself, and names nobody else', async () => {
  const {commenter, member, other} = await arrange();
  const dataOf = async (person: typeof member) =>
    (await (await person.ask('/api/me/export.json')).json()) as PersonData;
  const {comments, reactions} = await dataOf(commenter);
  expect(comments).toMatchObject([
    {
      ...{
        words: `Kan @iemand <b>thee</b> doen, bij ‘…’?`,
        kind: 'said',
        labName: expect.any(String),
      },
      ...{proposal: 'thee in het buurthuis', title: expect.any(String)},
    },
  ]);
  expect(reactions).toEqual([]);
  const data = await dataOf(other);
  expect(data.comments.map(({words}) => words)).toEqual(['Alleen voor mij']);
  expect(data.reactions).toMatchObject([{kind: 'agree'}]);
  const page = await (await commenter.ask('/api/me/export.html')).text();
  expect(page).toContain('&lt;b&gt;thee&lt;/b&gt;');
  expect(page).not.toContain(member.id);
});

test('[R35] what somebody said stays, by "iemand", wherever they are named; their reasons go', async () => {
  const {path, member, other, commenter, said, database} = await arrange();
  const hidden = await begin(commenter, path, onGoal);
  await member.ask(`${path}/threads/${hidden.threadId}/hide`, {body: {reason: 'Vind ik'}});
  const body = {name: member.name};
  expect((await member.ask('/api/me/forget', {body})).status).toBe(200);
  const {comments} = await threadOf(other, path, said);
  expect(comments.map(({by, words}) => [by?.name, words])).toEqual([
    [commenter.name, `Kan ${mention(member.id)} <b>thee</b> doen, bij #[${goalId}]?`],
    [forgottenName, 'Goed plan\nDoen we'],
    [forgottenName, 'Staat erin'],
  ]);
  expect(comments[0]?.mentions).toMatchObject([{name: forgottenName}]);
  const [line] = (await threadsOf(other, path)).threads;
  expect(line?.begins).toContain(`Kan @${forgottenName} `);
  expect(await threadOf(other, path, hidden)).toMatchObject({hidden: {reason: ''}});
  const reasons = database.prepare("select count(*) from log_words where words = 'Vind ik'");
  expect(reasons.pluck().get()).toBe(0);
});
