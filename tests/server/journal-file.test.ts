/** A document's journal as a file: another program reads the document from it, and sees when it is not whole. */

import {createHash} from 'node:crypto';
import {openExports} from '@samenspel/server/export/exports.ts';
import {openSeals} from '@samenspel/server/store/seals.ts';
import type {DocumentId, DocumentView, LabId, PersonId} from '@samenspel/shared';
import {expect, onTestFinished, test} from 'vitest';
import * as Y from 'yjs';
import {simulate} from '../support/author-edits.ts';
import {tally} from '../support/author-tally.ts';
import {openAuthorsAtWork} from '../support/authors.ts';
import {fakeClock} from '../support/fake-clock.ts';
import {type Participant, testLab} from '../support/lab.ts';
import {sealAll} from '../support/past.ts';
import {seeded} from '../support/random.ts';
import {
  addDocuments,
  addPeople,
  openJournal,
  openTestStore,
  temporaryFolder,
} from '../support/store.ts';
import {until} from '../support/until.ts';
import {stockClient, textOf} from '../support/wire.ts';

type Line =
  | {line: 'begin'; format: string; version: number; document: string; schema: number}
  | {line: 'entry'; seq: number; at: number; by: string | null; kind: string; bytes: string}
  | {line: 'damaged'; from: number; until: number}
  | {line: 'end'; entries: number; damaged: number; sha256: string};

const linesOf = (file: string) =>
  file
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as Line);

const entriesIn = (file: string) => linesOf(file).filter((line) => line.line === 'entry');

/** What docs/journal-file.md tells to do. */
function documentIn(file: string): Y.Doc {
  const doc = new Y.Doc();
  for (const {bytes} of entriesIn(file)) Y.applyUpdate(doc, Buffer.from(bytes, 'base64'));
  return doc;
}

/** As docs/journal-file.md tells it: the number of the first line that is not right; null if all are. */
function firstWrong(file: string): number | null {
  const lines = file.split('\n').slice(0, -1);
  let previous = '';
  for (const [index, text] of lines.slice(0, -1).entries()) {
    const [open = '', said] = text.split(',"sha256":"');
    previous = createHash('sha256')
      .update(previous + open)
      .digest('hex');
    if (said !== `${previous}"}`) return index;
  }
  const before = lines.slice(0, -1).map((line) => `${line}\n`);
  const all = createHash('sha256').update(before.join('')).digest('hex');
  const end = JSON.parse(lines.at(-1) ?? '') as {sha256: string};
  return end.sha256 === all ? null : lines.length - 1;
}

test('plain Yjs reads the document from it, and who wrote is a side and a number', async () => {
  const lab = await testLab();
  const [amina, bart] = lab.people;
  const [documentId = ''] = lab.documentIds;
  const first = stockClient(lab.server, amina, documentId);
  const second = stockClient(lab.server, bart, documentId);
  await until('both joined', () => first.provider.synced && second.provider.synced);
  first.type('hallo');
  await until('seen', () => second.text() === 'hallo');
  second.type('dag');
  await until('seen', () => first.text() === 'hallo|dag');

  const answer = await bart.ask(`/api/documents/${documentId}/journal.jsonl`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[a-z0-9-]+-journaal-\d{4}-\d\d-\d\d\.jsonl"$/,
  );
  const file = await answer.text();
  expect(textOf(documentIn(file))).toBe('hallo|dag');
  expect(firstWrong(file)).toBeNull();
  const [begin, ...rest] = linesOf(file);
  expect(begin).toMatchObject({line: 'begin', format: 'samenspel-journal', document: documentId});
  const writers = entriesIn(file).flatMap(({by}) => by ?? []);
  expect(new Set(writers)).toEqual(new Set(['informal-1', 'formal-1']));
  expect(rest.at(-1)).toMatchObject({line: 'end', entries: entriesIn(file).length, damaged: 0});
  for (const {id, name} of [amina, bart]) {
    expect(file).not.toContain(id);
    expect(file).not.toContain(name);
  }
});

test('a document that nobody wrote in has a file without entries', async () => {
  const lab = await testLab();
  const [amina] = lab.people;
  const made = await amina.ask(`/api/documents/${lab.documentIds[0]}/journal.jsonl`);
  expect(linesOf(await made.text()).map(({line}) => line)).toEqual(['begin', 'end']);
});

test('[R34] of a personal document nobody else gets one', async () => {
  const lab = await testLab();
  const [amina, bart] = lab.people;
  const made = await amina.ask(`/api/labs/${lab.labId}/documents`, {body: {template: 'route'}});
  const {id} = (await made.json()) as DocumentView;
  const ask = (person: Participant) => person.ask(`/api/documents/${id}/journal.jsonl`);
  expect((await ask(amina)).status).toBe(200);
  expect((await ask(bart)).status).toBe(404);
});

/** Five people's writing, the older half of it sealed. */
async function sealed() {
  const team = openAuthorsAtWork(5);
  const simulation = simulate(team, seeded(7));
  simulation.begin(10);
  tally(simulation, 80);
  const folder = await temporaryFolder();
  const store = await openTestStore(folder);
  const documentId = 'document1' as DocumentId;
  await addPeople(
    store,
    team.people.map(({personId}) => personId),
  );
  await addDocuments(store, [documentId]);
  const entries = team.rows.map(({bytes, actor, told}, index) => ({
    ...{documentId, actor, bytes, told, kind: 'edit' as const, clientId: null},
    at: Date.UTC(2026, 2, 3, 12) + index * 400,
  }));
  const half = entries.length >> 1;
  const journal = openJournal(store);
  await journal.append(entries.slice(0, half));
  await sealAll(openSeals(store, Date.now), documentId, 20);
  await journal.append(entries.slice(half));
  const exports = openExports({folder, clock: fakeClock()});
  onTestFinished(() => exports.close());
  const personId = 'reader1' as PersonId;
  const task = {kind: 'journal', documentId, labId: 'testlab1' as LabId, personId, at: 0} as const;
  return {
    ...{team, store, half, count: entries.length},
    file: async () => new Response(await exports.start(task)).text(),
  };
}

test('what is sealed is in it like what is not, in order, and to the last letter', async () => {
  const {team, count, file} = await sealed();
  const text = await file();
  const found = entriesIn(text);
  expect(found.length).toBeLessThan(count);
  expect(found.map(({seq}) => seq)).toEqual(found.map(({seq}) => seq).toSorted((a, b) => a - b));
  expect(found.at(-1)?.seq).toBe(count);
  expect(firstWrong(text)).toBeNull();
  const truth = new Y.Doc();
  for (const {bytes} of team.rows) Y.applyUpdate(truth, bytes);
  const written = documentIn(text).getXmlFragment('default').toString();
  expect(written).toBe(truth.getXmlFragment('default').toString());
  expect(written.length).toBeGreaterThan(500);
});

test('[R23] a damaged segment is said in its place, and everything around it is there', async () => {
  const {store, file, half, count} = await sealed();
  const whole = entriesIn(await file());
  const [, second] = store.sqlite
    .prepare<[], {seq0: number; seq1: number}>('select seq0, seq1 from segment order by seq1')
    .all();
  if (!second) throw new Error('Too few segments');
  store.sqlite.prepare("update segment set body = x'00' where seq1 = ?").run(second.seq1);
  const text = await file();
  const lines = linesOf(text);
  const at = lines.findIndex(({line}) => line === 'damaged');
  expect(lines[at]).toMatchObject({from: second.seq0, until: second.seq1});
  expect(lines[at - 1]).toMatchObject({line: 'entry', seq: second.seq0 - 1});
  const isLost = (seq: number) => seq >= second.seq0 && seq <= second.seq1;
  expect(entriesIn(text).map(({seq}) => seq)).toEqual(
    whole.map(({seq}) => seq).filter((seq) => !isLost(seq)),
  );
  expect(lines.at(-1)).toMatchObject({line: 'end', damaged: 1});
  expect(firstWrong(text)).toBeNull();
  expect(second.seq1).toBeLessThan(half + 1);
  expect(entriesIn(text).at(-1)?.seq).toBe(count);
});

test('a line that was changed, left out or put elsewhere is found', async () => {
  const {file} = await sealed();
  const text = await file();
  const lines = text.split('\n');
  const changed = (change: (lines: string[]) => void) => {
    const copy = [...lines];
    change(copy);
    return firstWrong(copy.join('\n'));
  };
  expect(changed((all) => (all[3] = all[3]?.replace(/"at":\d/, '"at":9') ?? ''))).toBe(3);
  expect(changed((all) => all.splice(4, 1))).toBe(4);
  expect(changed((all) => all.splice(2, 2, all[3] ?? '', all[2] ?? ''))).toBe(2);
});
