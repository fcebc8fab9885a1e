/** A lab's own templates: saved from a document, begun with, taken along, and brought into another lab. */

import {
  type DocumentId,
  type DocumentView,
  type ErrorView,
  readPlan,
  SCHEMA_VERSION,
  type TemplateView,
} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import {textOf as momentText} from '@samenspel/server/history/moment.ts';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {unzipped} from '../support/download.ts';
import {type Participant, type TestLab, testLab} from '../support/lab.ts';
import {action, agreement, goal, link, paragraph, plan, task} from '../support/plan.ts';
import {until} from '../support/until.ts';
import {stockClient} from '../support/wire.ts';

interface TemplateFile {
  readonly format: string;
  readonly schema: number;
  readonly name: string;
  readonly kind: string;
  readonly content: JSONContent;
}

/** Somebody of the lab carries it: by their id, as the editor keeps it. */
const carrierOf = ({id}: Participant, part = 'carries'): JSONContent => ({
  type: 'carrier',
  attrs: {part, side: 'informal', person: id},
});

async function labWithTemplate() {
  const lab = await testLab({words: 0});
  const [amina, bart] = lab.people;
  const [documentId] = lab.documentIds as [DocumentId];
  await write(
    lab,
    amina,
    documentId,
    plan(
      task('Eenzaamheid', goal('Een open inloop', carrierOf(amina), action('Koffie zetten'))),
      agreement('Op tijd bellen', carrierOf(bart, 'promises'), 'Zodra je het weet.'),
    ),
  );
  const answer = await amina.ask(`/api/documents/${documentId}/template`, {
    body: {name: '  Onze   manier '},
  });
  expect(answer.status).toBe(201);
  return {lab, amina, bart, documentId, template: (await answer.json()) as TemplateView};
}

test('a document becomes a template of the lab that both sides can begin with', async () => {
  const {lab, amina, bart, template} = await labWithTemplate();
  expect(template).toMatchObject({name: 'Onze manier', createdBy: {id: amina.id}});
  expect(await templatesOf(lab, bart)).toEqual([template]);
  const made = await begin(lab, bart, template);
  expect(made).toMatchObject({title: 'Onze manier', kind: template.kind, owner: null});
  const read = readPlan(textOf(lab, made.id));
  expect(read.goals.map(({title}) => title)).toEqual(['Een open inloop']);
  expect(read.agreements.map(({title}) => title)).toEqual(['Op tijd bellen']);
});

test('[R41] what begins with a template has ids of its own, every time', async () => {
  const {lab, bart, documentId, template} = await labWithTemplate();
  const documents = [await begin(lab, bart, template), await begin(lab, bart, template)];
  const ids = [documentId, ...documents.map(({id}) => id)].map((id) => idsIn(textOf(lab, id)));
  for (const some of ids) expect(some).toHaveLength(6);
  expect(new Set(ids.flat()).size).toBe(18);
});

test('[R41] no person of the lab is in a template, and none travels with its file', async () => {
  const {lab, amina, bart, template} = await labWithTemplate();
  const answer = await bart.ask(`/api/templates/${template.id}/file`);
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="sjabloon-onze-manier.json"',
  );
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({
    ...{format: 'samenspel-sjabloon', schema: SCHEMA_VERSION, name: 'Onze manier'},
  });
  const {content} = JSON.parse(text) as TemplateFile;
  expect(idsIn(content)).toEqual([]);
  const made = await begin(lab, bart, template);
  for (const written of [text, JSON.stringify(textOf(lab, made.id))])
    for (const {id} of [amina, bart]) expect(written).not.toContain(id);
  const [promise] = readPlan(content).agreements[0]?.carriers ?? [];
  expect(promise).toMatchObject({part: 'promises', person: null, name: ''});
});

test('a file is brought into another lab and begun with there', async () => {
  const {amina, template} = await labWithTemplate();
  const file = (await (await amina.ask(`/api/templates/${template.id}/file`)).json()) as object;
  const other = await testLab();
  const [chaima] = other.people;
  const brought = await bring(other, chaima, file);
  expect(brought.status).toBe(201);
  const view = (await brought.json()) as TemplateView;
  expect(view).toMatchObject({name: 'Onze manier', createdBy: {id: chaima.id}});
  const made = await begin(other, chaima, view);
  expect(readPlan(textOf(other, made.id)).tasks.map(({title}) => title)).toEqual(['Eenzaamheid']);
  expect((await other.log(chaima))[1]).toMatchObject({
    kind: 'template_brought',
    words: 'Onze manier',
  });
});

test('[R41] of a file that somebody made by hand only what belongs in a text gets in', async () => {
  const lab = await testLab();
  const [amina] = lab.people;
  const content: JSONContent = plan(
    paragraph(link('klik', 'javascript:alert(1)'), ' of ', link('lees', 'https://example.org/')),
    {type: 'heading', attrs: {level: [[2]]}, content: [{type: 'text', text: 'Kop'}]},
    agreement('Iets', {type: 'carrier', attrs: {id: 'oud', person: amina.id, evil: '<script>'}}),
  );
  const answer = await bring(lab, amina, fileOf({content}));
  const made = await begin(lab, amina, (await answer.json()) as TemplateView);
  const text = JSON.stringify(textOf(lab, made.id));
  expect(text).toContain('https://example.org/');
  expect(text).toContain('"level":1');
  for (const gone of ['javascript:', amina.id, '"oud"', 'script']) expect(text).not.toContain(gone);
});

test.each<[string, unknown, string]>([
  ['is something else', {hallo: 'wereld'}, 'unreadable'],
  ['is of a format that only looks like it', fileOf({format: 'sjabloon'}), 'unreadable'],
  ['comes from a newer installation', fileOf({schema: SCHEMA_VERSION + 1}), 'newer'],
  ['has no name', fileOf({name: ' '}), 'unreadable'],
  ['is of a kind that is not there', fileOf({kind: 'roman'}), 'unreadable'],
  ['holds a block that nobody knows', fileOf({content: within({type: 'iframe'})}), 'content'],
  ['holds no whole document', fileOf({content: {type: 'paragraph'}}), 'content'],
  ['holds a block in a place where it may not be', fileOf({content: misplaced()}), 'content'],
  ['holds nothing where a block should be', fileOf({content: within(null)}), 'content'],
  ['goes deeper than any text does', fileOf({content: deep(1_000)}), 'unreadable'],
])('a file that %s is refused, and says why', async (_, file, field) => {
  const lab = await testLab();
  const [amina] = lab.people;
  const answer = await bring(lab, amina, file);
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as ErrorView).error).toEqual({
    code: 'bad_request',
    details: {fields: [field]},
  });
  expect(await templatesOf(lab, amina)).toEqual([]);
});

test('a file may be longer than what is asked otherwise, up to a megabyte', async () => {
  const lab = await testLab();
  const [amina] = lab.people;
  const long = (letters: number) =>
    fileOf({content: plan(...Array.from({length: 50}, () => 'a'.repeat(letters / 50)))});
  expect((await bring(lab, amina, long(500_000))).status).toBe(201);
  expect((await bring(lab, amina, long(1_100_000))).status).toBe(413);
  const elsewhere = await amina.ask(`/api/labs/${lab.labId}/documents`, {body: long(500_000)});
  expect(elsewhere.status).toBe(413);
});

test('[R34] [R41] nobody’s personal document becomes a template of the lab', async () => {
  const lab = await testLab();
  const [amina, bart] = lab.people;
  const made = await amina.ask(`/api/labs/${lab.labId}/documents`, {body: {template: 'route'}});
  const {id} = (await made.json()) as DocumentView;
  const save = (person: Participant) =>
    person.ask(`/api/documents/${id}/template`, {body: {name: 'Mijn weg'}});
  expect([(await save(amina)).status, (await save(bart)).status]).toEqual([403, 404]);
});

test('[R34] what begins with a brought ontwikkelroute is personal too', async () => {
  const lab = await testLab();
  const [amina, bart] = lab.people;
  const view = (await (await bring(lab, amina, fileOf({kind: 'route'}))).json()) as TemplateView;
  const made = await begin(lab, bart, view);
  expect(made.owner).toMatchObject({id: bart.id});
  expect((await amina.ask(`/api/documents/${made.id}`)).status).toBe(404);
});

test('any member puts a template away and brings it back; meanwhile nothing begins with it', async () => {
  const {lab, amina, bart, template} = await labWithTemplate();
  const path = `/api/templates/${template.id}`;
  const away = await bart.ask(`${path}/archive`, {method: 'POST'});
  expect(((await away.json()) as TemplateView).archivedAt).not.toBeNull();
  expect((await beginning(lab, amina, template)).status).toBe(404);
  const back = await amina.ask(`${path}/bring-back`, {method: 'POST'});
  expect((await back.json()) as TemplateView).toEqual(template);
  expect((await beginning(lab, amina, template)).status).toBe(201);
  const kinds = (await lab.log(amina)).map(({kind}) => kind);
  expect(kinds.slice(1, 4)).toEqual([
    'template_brought_back',
    'template_archived',
    'template_made',
  ]);
  expect(await lab.problems()).toEqual([]);
});

test('another lab’s template is not there: not to begin with, not to take along', async () => {
  const {lab, template} = await labWithTemplate();
  const founded = await lab.people[2].ask('/api/labs', {
    body: {name: 'Elders', neighbourhood: 'Ver weg', side: 'informal'},
  });
  const {id: elsewhere} = (await founded.json()) as {id: string};
  const path = `/api/labs/${elsewhere}/documents`;
  const tried = await lab.people[2].ask(path, {body: {template: {own: template.id}}});
  expect(tried.status).toBe(404);
});

test('the copy of a lab holds its templates, as files that can be brought elsewhere', async () => {
  const {lab, amina, template} = await labWithTemplate();
  await amina.ask(`/api/templates/${template.id}/archive`, {method: 'POST'});
  const files = await unzipped(await amina.ask(`/api/labs/${lab.labId}/export`));
  const taken = files.get('sjablonen/1-onze-manier.json') ?? '';
  expect(files.get('README.txt')).toContain('sjablonen/');
  const other = await testLab();
  expect((await bring(other, other.people[0], JSON.parse(taken))).status).toBe(201);
});

test('[R35] who made a template and is forgotten is “iemand” beside it, and nowhere in its words', async () => {
  const {lab, amina, bart, template} = await labWithTemplate();
  const forgotten = await amina.ask('/api/me/forget', {body: {name: amina.name}});
  expect(forgotten.status).toBe(200);
  const [left] = await templatesOf(lab, bart);
  expect(left).toMatchObject({id: template.id, createdBy: {name: 'iemand'}});
  const told = (await lab.log(bart)).find(({kind}) => kind === 'template_made');
  expect(told).toMatchObject({words: null});
});

async function write(lab: TestLab, person: Participant, id: DocumentId, content: JSONContent) {
  const client = stockClient(lab.server, person, id);
  await until('the document is there', () => client.provider.synced);
  Y.applyUpdate(client.doc, contentToUpdate(content));
  await until('it is on disk', async () => {
    const view = (await (await person.ask(`/api/documents/${id}`)).json()) as DocumentView;
    return view.changedBy !== null;
  });
  client.provider.destroy();
}

async function templatesOf({labId}: TestLab, person: Participant) {
  const answer = await person.ask(`/api/labs/${labId}/templates`);
  return ((await answer.json()) as {templates: readonly TemplateView[]}).templates;
}

function bring({labId}: TestLab, person: Participant, file: unknown): Promise<Response> {
  return person.ask(`/api/labs/${labId}/templates`, {body: file});
}

function beginning({labId}: TestLab, person: Participant, {id}: TemplateView): Promise<Response> {
  return person.ask(`/api/labs/${labId}/documents`, {body: {template: {own: id}}});
}

async function begin(lab: TestLab, person: Participant, template: TemplateView) {
  const answer = await beginning(lab, person, template);
  expect(answer.status).toBe(201);
  return (await answer.json()) as DocumentView;
}

/** What stands in a document's journal. */
function textOf({database}: TestLab, id: DocumentId): JSONContent {
  const rows = database
    .prepare('select bytes from journal where document = ? order by seq')
    .all(id);
  return momentText(rows.map((row) => (row as {bytes: Uint8Array}).bytes));
}

function idsIn(node: JSONContent): readonly string[] {
  const id: unknown = node.attrs?.['id'];
  return [...(typeof id === 'string' ? [id] : []), ...(node.content ?? []).flatMap(idsIn)];
}

function fileOf(change: Partial<TemplateFile>): TemplateFile {
  return {
    ...{format: 'samenspel-sjabloon', schema: SCHEMA_VERSION, name: 'Van elders', kind: 'free'},
    content: plan('Een begin.'),
    ...change,
  };
}

function within(node: JSONContent | null): JSONContent {
  return {type: 'doc', content: [node as JSONContent]};
}

function misplaced(): JSONContent {
  return within({type: 'paragraph', content: [{type: 'goal'}]});
}

function deep(levels: number): JSONContent {
  let node: JSONContent = {type: 'paragraph'};
  for (let level = 0; level < levels; level++) node = {type: 'blockquote', content: [node]};
  return within(node);
}
