/** A lab's overview: what its documents come to, kept beside them, and never more than one may read. */

import {openPlanModels} from '@samenspel/server/overview/plan-models-store.ts';
import {eraseDocument} from '@samenspel/server/store/erase-document.ts';
import {verify} from '@samenspel/server/verify/verify.ts';
import type {DocumentId, DocumentView, LabOverviewView, PersonId} from '@samenspel/shared';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {planModelsContract} from '../contracts/plan-models.ts';
import {type Participant, type TestLab, testLab} from '../support/lab.ts';
import {action, carrier, fund, goal, plan, withFields} from '../support/plan.ts';
import {planWriter} from '../support/plan-writer.ts';
import {addDocuments, openTestStore, temporaryFolder} from '../support/store.ts';

planModelsContract('SQLite', async () => {
  const {db} = await openTestStore(await temporaryFolder());
  const documents = ['document1', 'document2'] as [DocumentId, DocumentId];
  await addDocuments({db} as Parameters<typeof addDocuments>[0], documents);
  return {
    ...{models: openPlanModels(db), documents},
    erase: (id) => db.transaction().execute((trx) => eraseDocument(trx, id)),
  };
});

test('says what every document comes to, and follows what is written', async () => {
  const lab = await testLab({documents: 2});
  const [amina, bart] = lab.people;
  const [one = '', other = ''] = lab.documentIds;
  const client = await planWriter(lab.server, amina, one);
  await client.write(plan(goal('Een open inloop', action('Zaal', fund('huur', 5_000, ours)))));
  const found = await overview(lab, bart);
  expect(new Set(found.documents.map(({id}) => id))).toEqual(new Set([one, other]));
  expect(planIn(found, one)).toMatchObject({
    goals: [{title: 'Een open inloop'}],
    actions: [{funds: [{amount: {kind: 'read', value: 5_000}}]}],
  });
  expect(planIn(found, other)?.goals).toEqual([]);

  await client.write(plan(goal('Een moestuin')));
  expect(planIn(await overview(lab, bart), one)?.goals).toMatchObject([
    {title: 'Een open inloop'},
    {title: 'Een moestuin'},
  ]);
});

test('names who is meant by their name of now, and nobody who is not', async () => {
  const lab = await testLab();
  const [amina, bart] = lab.people;
  const client = await planWriter(lab.server, amina, lab.documentIds[0] ?? '');
  const person = (id: PersonId) => withFields(carrier('', 'formal'), {person: id});
  await client.write(plan(goal('Samen', person(bart.id), person('stranger1' as PersonId))));
  expect((await overview(lab, amina)).people).toEqual([
    {id: bart.id, name: bart.name, side: 'formal'},
  ]);
  await bart.ask('/api/me', {method: 'PATCH', body: {name: 'Bartje'}});
  expect((await overview(lab, amina)).people).toMatchObject([{name: 'Bartje'}]);
  const kept = lab.database.prepare('select body from plan_model').all();
  expect(JSON.stringify(kept)).not.toContain(bart.name);
});

test('[R34] a personal document is in nobody’s overview, and nothing of it is kept', async () => {
  const lab = await testLab();
  const [amina, bart] = lab.people;
  const made = await amina.ask(`/api/labs/${lab.labId}/documents`, {
    body: {template: 'route', title: 'Mijn weg'},
  });
  const {id} = (await made.json()) as DocumentView;
  const client = await planWriter(lab.server, amina, id);
  await client.write(plan(goal('Een diploma halen')));
  for (const person of [amina, bart]) {
    const text = JSON.stringify(await overview(lab, person));
    expect(text).not.toContain(id);
    expect(text).not.toContain('Een diploma halen');
  }
  expect(keptFor(lab, id)).toBe(0);
});

test('what is archived is left out, and is there again when it is brought back', async () => {
  const lab = await testLab({documents: 2});
  const [amina] = lab.people;
  const [one = ''] = lab.documentIds;
  const ids = async () => (await overview(lab, amina)).documents.map(({id}) => id);
  await amina.ask(`/api/documents/${one}/archive`, {body: {}});
  expect(await ids()).not.toContain(one);
  await amina.ask(`/api/documents/${one}/bring-back`, {body: {}});
  expect(await ids()).toContain(one);
});

test('a document that can not be read is named, and keeps nobody from the others', async () => {
  const lab = await testLab({documents: 2, words: 20});
  const [amina] = lab.people;
  const [one = '', other = ''] = lab.documentIds;
  const {head} = lab.database.prepare('select head from document where id = ?').get(one) as {
    head: number;
  };
  lab.database
    .prepare("update journal set bytes = x'ff' where document = ? and seq = ?")
    .run(one, head);
  const found = await overview(lab, amina);
  expect(planIn(found, one)).toBeNull();
  expect(planIn(found, other)).not.toBeNull();
});

test('a text that a program nested beyond reading keeps nobody from the others', async () => {
  const lab = await testLab({documents: 2});
  const [amina] = lab.people;
  const [one = '', other = ''] = lab.documentIds;
  const client = await planWriter(lab.server, amina, one);
  nest(client.doc, 5_000);
  await client.isSaved();
  const found = await overview(lab, amina);
  expect(planIn(found, other)).toMatchObject({goals: []});
  expect(found.documents.map(({id}) => id)).toContain(one);
});

test('verifying reads every text again, and finds what was changed by hand', async () => {
  const lab = await testLab({documents: 2});
  const [amina] = lab.people;
  const [one = '', other = ''] = lab.documentIds;
  const client = await planWriter(lab.server, amina, one);
  await client.write(plan(goal('Een open inloop')));
  await overview(lab, amina);
  const check = () => verify({dataFolder: lab.server.folder, json: false});
  expect(check().ok).toBe(true);

  lab.database
    .prepare("update plan_model set body = replace(body, 'open', 'dichte') where document = ?")
    .run(one);
  const {ok, lines} = check();
  expect(ok).toBe(false);
  expect(lines.find((line) => line.startsWith(one))).toMatch(
    /niet in orde: wat voor het overzicht is gelezen, tot en met plek \d+, klopt niet met de tekst/,
  );
  expect(lines.find((line) => line.startsWith(other))).toMatch(/: in orde/);
  lab.database
    .prepare('update plan_model set seq = seq + 9, body = ? where document = ?')
    .run('{}', one);
  expect(check().ok).toBe(false);

  // What was read by rules of before is shown to nobody, and read again.
  lab.database.prepare('update plan_model set seq = 0, reading = 0').run();
  expect(check().ok).toBe(true);
  expect(planIn(await overview(lab, amina), one)?.goals).toMatchObject([
    {title: 'Een open inloop'},
  ]);
  expect(check().ok).toBe(true);
});

test('deleting a document for good takes what was read of it along', async () => {
  const lab = await testLab();
  const [amina, bart] = lab.people;
  const [id = ''] = lab.documentIds;
  await overview(lab, amina);
  expect(keptFor(lab, id)).toBe(1);
  const question = await lab.question(amina, {kind: 'delete_document', document: id});
  expect((await lab.turn(bart, question)).status).toBe(200);
  expect(keptFor(lab, id)).toBe(0);
  expect((await overview(lab, amina)).documents).toEqual([]);
});

const ours = {source: 'buurtbudget', state: 'asked', side: 'informal'} as const;

async function overview({labId}: TestLab, person: Participant): Promise<LabOverviewView> {
  const answer = await person.ask(`/api/labs/${labId}/overview`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as LabOverviewView;
}

function planIn({documents}: LabOverviewView, id: string) {
  const found = documents.find((one) => one.id === id);
  if (!found) throw new Error('It is not in the overview');
  return found.plan;
}

function keptFor({database}: TestLab, id: string): number {
  const count = database.prepare('select count(*) as count from plan_model where document = ?');
  return (count.get(id) as {count: number}).count;
}

/** A text that no editor makes. */
function nest(doc: Y.Doc, depth: number): void {
  doc.transact(() => {
    let around: Y.XmlFragment = doc.getXmlFragment('default');
    for (let level = 0; level < depth; level++) {
      const inside = new Y.XmlElement('blockquote');
      around.push([inside]);
      around = inside;
    }
  });
}
