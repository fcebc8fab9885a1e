/** What this device keeps of a document, and for whom. */

import 'fake-indexeddb/auto';
import {closeDevice, openDevice} from '@samenspel/client/sync/device.ts';
import {
  clearLocalCopies,
  openLocalCopy,
  unsentDocuments,
} from '@samenspel/client/sync/local-copy.ts';
import {discardRescue, keepRescue, rescuesOf, textWith} from '@samenspel/client/sync/rescue.ts';
import type {DocumentId, PersonId} from '@samenspel/shared';
import {afterEach, expect, test} from 'vitest';
import * as Y from 'yjs';

const amina = 'person-amina' as PersonId;
const joost = 'person-joost' as PersonId;
const plan = 'document-plan' as DocumentId;
const other = 'document-other' as DocumentId;

afterEach(async () => {
  await clearLocalCopies(amina);
  await clearLocalCopies(joost);
});

/** Types words one by one and gives the update of each. */
function typing(...words: readonly string[]): readonly Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const word of words) doc.getText('t').insert(doc.getText('t').length, word);
  return updates;
}

function read(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  updates.forEach((update) => Y.applyUpdate(doc, update));
  return doc.getText('t').toString();
}

test('[R2] what was typed is there after the tab was killed', async () => {
  const copy = openLocalCopy({personId: amina, documentId: plan, epoch: 1});
  for (const update of typing('een ', 'open ', 'inloop')) await copy.append(update, 7);
  await closeDevice();

  const loaded = await openLocalCopy({personId: amina, documentId: plan, epoch: 1}).load();
  expect(read(loaded.updates)).toBe('een open inloop');
  expect(loaded.unsent).toHaveLength(3);
  expect(loaded.unsent.map(({writers}) => writers)).toEqual([[7], [7], [7]]);
});

test('[R2] a row is unsent from the moment it is there until it is acknowledged', async () => {
  const copy = openLocalCopy({personId: amina, documentId: plan, epoch: 1});
  const keys: number[] = [];
  for (const update of typing('a', 'b')) keys.push(await copy.append(update, 7));
  expect(await unsentDocuments(amina)).toEqual([plan]);

  await copy.acknowledge(keys.slice(0, 1));
  expect(await unsentDocuments(amina)).toEqual([plan]);
  await copy.acknowledge(keys);
  expect(await unsentDocuments(amina)).toEqual([]);
  expect(read((await copy.load()).updates)).toBe('ab');
});

test('[R2] what another tab wrote meanwhile stays unsent', async () => {
  const mine = openLocalCopy({personId: amina, documentId: plan, epoch: 1});
  const theirs = openLocalCopy({personId: amina, documentId: plan, epoch: 1});
  const [first = new Uint8Array()] = typing('mijn');
  const [second = new Uint8Array()] = typing('ander');
  const key = await mine.append(first, 1);
  await theirs.append(second, 2);
  await mine.acknowledge([key]);
  expect((await mine.load()).unsent.map(({writers}) => writers)).toEqual([[2]]);
});

test("others' edits are kept without being counted as unsent", async () => {
  const copy = openLocalCopy({personId: amina, documentId: plan, epoch: 1});
  const [update = new Uint8Array()] = typing('van een ander');
  await copy.append(update, null);
  expect(await unsentDocuments(amina)).toEqual([]);
  expect(read((await copy.load()).updates)).toBe('van een ander');
});

test('[R2] many rows become one, the unsent ones stay as they are, and no letter is lost', async () => {
  const copy = openLocalCopy({personId: amina, documentId: plan, epoch: 1, compactAfter: 10});
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const updates = typing(...letters);
  for (const [at, update] of updates.entries()) await copy.append(update, at % 5 === 4 ? 7 : null);

  const rows = await (await openDevice()).count('rows');
  expect(rows).toBeLessThan(letters.length);
  const loaded = await copy.load();
  expect(read(loaded.updates)).toBe(letters.join(''));
  expect(loaded.unsent).toHaveLength(5);
});

test('what was deleted leaves the device when rows become one', async () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getText('t').insert(0, 'geheim'.repeat(200));
  doc.getText('t').delete(0, 6 * 200);
  const copy = openLocalCopy({personId: amina, documentId: plan, epoch: 1, compactAfter: 1});
  for (const update of updates) await copy.append(update, null);
  const [row] = (await copy.load()).updates;
  expect(row?.length).toBeLessThan(100);
});

test('one person never sees what another has on the same device', async () => {
  const [update = new Uint8Array()] = typing('van Amina');
  await openLocalCopy({personId: amina, documentId: plan, epoch: 1}).append(update, 7);
  const loaded = await openLocalCopy({personId: joost, documentId: plan, epoch: 1}).load();
  expect(loaded).toEqual({updates: [], unsent: []});
  expect(await unsentDocuments(joost)).toEqual([]);
});

test('signing out clears everything of that person and nothing of another', async () => {
  const [update = new Uint8Array()] = typing('tekst');
  const hers = openLocalCopy({personId: amina, documentId: plan, epoch: 1});
  const his = openLocalCopy({personId: joost, documentId: plan, epoch: 1});
  await hers.append(update, 7);
  await openLocalCopy({personId: amina, documentId: other, epoch: 1}).append(update, 7);
  await his.append(update, 8);
  await keepRescue(rescue(amina));

  await clearLocalCopies(amina);
  expect((await hers.load()).updates).toEqual([]);
  expect(await unsentDocuments(amina)).toEqual([]);
  expect(await rescuesOf(amina)).toEqual([]);
  expect(read((await his.load()).updates)).toBe('tekst');
});

test('rescued text is found by its writer only, latest first, until it is thrown away', async () => {
  await keepRescue(rescue(amina, 1));
  await keepRescue(rescue(amina, 2));
  expect((await rescuesOf(amina)).map(({at}) => at)).toEqual([2, 1]);
  expect(await rescuesOf(joost)).toEqual([]);
  expect(await unsentDocuments(amina)).toEqual([plan]);

  for (const {id} of await rescuesOf(amina)) await discardRescue(id);
  expect(await rescuesOf(amina)).toEqual([]);
});

test('[R31] the same words are not set aside twice, by the page and by the line they were on', async () => {
  const [first, second] = typing('Nog ', 'onderweg') as [Uint8Array, Uint8Array];
  const both = Y.mergeUpdates([first, second]);
  await keepRescue({...rescue(amina, 1), update: both});
  for (const update of [both, second]) await keepRescue({...rescue(amina, 2), update});
  expect((await rescuesOf(amina)).map(({at}) => at)).toEqual([1]);
  // Elsewhere, or somebody else's, or with a word more, they are other words.
  await keepRescue({...rescue(amina, 3), documentId: other, update: both});
  await keepRescue({...rescue(joost, 4), update: both});
  const more = Y.mergeUpdates([...typing('Nog ', 'onderweg', ' hier')]);
  await keepRescue({...rescue(amina, 5), update: more});
  expect((await rescuesOf(amina)).map(({at}) => at)).toEqual([5, 3, 1]);
  expect(await rescuesOf(joost)).toHaveLength(1);
});

test('rescued text is the blocks with unsent words, not the whole document', () => {
  const doc = new Y.Doc();
  const root = doc.getXmlFragment('default');
  const paragraphs = ['Van iedereen.', 'Hier stond al iets'].map((words) => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    return paragraph;
  });
  root.insert(0, paragraphs);
  const unsent: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => unsent.push(update));
  const text = paragraphs[1]?.get(0);
  if (text instanceof Y.XmlText) text.insert(text.length, ', en nu meer.');

  expect(textWith(root, unsent)).toBe('Hier stond al iets, en nu meer.');
  expect(textWith(root, [])).toBe('');
});

function rescue(personId: PersonId, at = 1) {
  const [update = new Uint8Array()] = typing('t');
  return {
    personId,
    documentId: plan,
    title: 'Plan',
    reason: 'refused',
    at,
    text: 't',
    update,
  } as const;
}
