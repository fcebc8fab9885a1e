/** The panel with the fields of one goal, action or agreement, over a real editor. */

import 'fake-indexeddb/auto';
import {openAtCaret} from '@samenspel/client/editor/plan/open-fields.ts';
import {setField} from '@samenspel/client/editor/plan/set-field.ts';
import {clearLocalCopies} from '@samenspel/client/sync/local-copy.ts';
import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import type {BlockId} from '@samenspel/shared';
import {act, cleanup, screen, waitFor, within} from '@testing-library/react';
import type {Editor, JSONContent} from '@tiptap/core';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import * as Y from 'yjs';
import {openLine} from '../support/line.ts';
import {action, agreement, carrier, fund, goal, plan, withFields} from '../support/plan.ts';
import {caretAt, outline} from '../support/writing.ts';
import {amina, documentView, joris, labView, me, openApp} from './in-app.tsx';

let editor: Editor;

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', Still);
  Element.prototype.scrollIntoView = () => {};
});

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await clearLocalCopies(amina.id);
});

/** What jsdom lacks, because it lays nothing out. */
class Still {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** The page of a document with this block, and the fields open of what the caret stands in. */
async function opened(content: JSONContent, words: string) {
  const line = openLine();
  vi.stubGlobal('WebSocket', line.world.WebSocket);
  const document = documentView();
  const {user} = openApp({
    path: `/documenten/${document.id}`,
    answers: {
      'GET /api/me': me,
      [`GET /api/documents/${document.id}`]: document,
      [`GET /api/documents/${document.id}/people`]: {people: [amina, joris]},
      [`GET /api/labs/${document.labId}`]: labView(),
      [`GET /api/labs/${document.labId}/fund-sources`]: {
        sources: [{id: 'bron0001', name: 'Oranjefonds'}],
      },
    },
  });
  const socket = await line.next();
  const server = new Y.Doc();
  Y.applyUpdate(server, contentToUpdate(plan(content)));
  act(() => {
    socket.open();
    socket.deliver({type: 'step2', update: Y.encodeStateAsUpdate(server)});
    socket.deliver({type: 'step1', stateVector: Y.encodeStateVector(server)});
  });
  const text = await screen.findByRole('textbox', {name: `Tekst van ${document.title}`});
  editor = (text as HTMLElement & {readonly editor: Editor}).editor;
  await waitFor(() => expect(text.textContent).toContain(words));
  act(() => {
    caretAt(editor, words);
    openAtCaret(editor);
  });
  return {user, dialog: within(await screen.findByRole('dialog'))};
}

const block = (): JSONContent | undefined => editor.getJSON().content?.[0];
const first = (type: string) => block()?.content?.find((child) => child.type === type);

test('a status is chosen with the arrows, and taken back by pressing it again', async () => {
  const {user, dialog} = await opened(goal('Inloop'), 'Inloop');
  expect(dialog.getByRole('heading', {name: 'Doel: Inloop'})).toBeTruthy();
  const idea = dialog.getByRole('radio', {name: 'idee'});
  await waitFor(() => expect(document.activeElement).toBe(idea));
  await user.keyboard('{ArrowRight} ');
  expect(block()?.attrs?.['status']).toBe('underway');
  expect(dialog.getByRole('radio', {name: 'bezig'}).getAttribute('aria-checked')).toBe('true');
  await user.keyboard(' ');
  expect(block()?.attrs?.['status']).toBeNull();
});

test('a date is read when one leaves it, and one that is none stays and says so', async () => {
  const {user, dialog} = await opened(goal('Inloop'), 'Inloop');
  const from = dialog.getByLabelText('Vanaf');
  await user.type(from, 'maart 2027{Enter}');
  expect(block()?.attrs?.['from']).toBe('2027-03');
  const until = dialog.getByLabelText('Tot en met');
  await user.type(until, 'na de zomer');
  await user.tab();
  expect(block()?.attrs?.['until']).toBe('na de zomer');
  expect(dialog.getByText(/Deze datum kennen we niet/)).toBeTruthy();
  expect(until.getAttribute('aria-invalid')).toBe('true');

  await user.clear(until);
  await user.type(until, '2026{Enter}');
  expect(block()?.attrs?.['until']).toBe('2026');
  expect(dialog.getByText(/Dit eindigt voor het begint/)).toBeTruthy();
});

test('what was typed is kept when Escape closes the fields, and the text has the focus again', async () => {
  const {user, dialog} = await opened(goal('Inloop'), 'Inloop');
  await user.type(dialog.getByLabelText('Vanaf'), '2027');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(block()?.attrs?.['from']).toBe('2027');
  await waitFor(() => expect(document.activeElement).toBe(editor.view.dom));
});

test('somebody of the lab is chosen by name, a group is written, with its side', async () => {
  const {user, dialog} = await opened(goal('Inloop'), 'Inloop');
  const field = await dialog.findByRole('combobox', {name: 'Iemand erbij'});
  await user.type(field, 'ami');
  await user.click(await screen.findByRole('option', {name: /Amina/}));
  expect(first('carrier')).toMatchObject({attrs: {person: amina.id, part: 'carries'}});
  expect(first('carrier')?.content).toBeUndefined();

  await user.type(await dialog.findByRole('combobox', {name: 'Iemand erbij'}), 'de kok{Enter}');
  expect(outline(editor)).toBe('goal(blockTitle"Inloop" carrier() carrier"de kok")');
  const side = dialog.getByRole('radiogroup', {name: 'Kant van de kok'});
  await user.click(within(side).getByRole('radio', {name: 'informeel'}));
  const carriers = block()?.content?.filter(({type}) => type === 'carrier');
  expect(carriers?.[1]?.attrs).toMatchObject({side: 'informal', person: null});

  await user.click(dialog.getByRole('button', {name: 'Haal weg: Amina'}));
  expect(outline(editor)).toBe('goal(blockTitle"Inloop" carrier"de kok")');
});

test('money has an amount, a source of one’s own, a state and who spends it', async () => {
  const {user, dialog} = await opened(action('Zaal'), 'Zaal');
  await user.click(dialog.getByRole('button', {name: 'Geld erbij'}));
  const line = within(await dialog.findByRole('group', {name: 'Geld, regel 1'}));
  await waitFor(() => expect(document.activeElement).toBe(line.getByLabelText('Waarvoor')));
  await user.keyboard('huur van de zaal');
  expect(outline(editor)).toBe('action(blockTitle"Zaal" fund"huur van de zaal")');
  await user.type(line.getByLabelText('Bedrag'), '1.250,50{Enter}');
  await user.type(line.getByRole('combobox'), 'van mijn oma');
  await user.tab();
  await user.click(line.getByRole('radio', {name: 'toegezegd'}));
  await user.click(line.getByRole('radio', {name: 'samen'}));
  expect(first('fund')?.attrs).toMatchObject({
    ...{amount: 125_050, source: 'van mijn oma', state: 'promised', side: 'both'},
  });
});

test('an amount that can not be read stays as it was typed, and says so beside it', async () => {
  const {user, dialog} = await opened(action('Zaal', fund('huur', null, {source: 'wmo'})), 'huur');
  const amount = dialog.getByLabelText<HTMLInputElement>('Bedrag');
  await user.type(amount, '1,2 miljoen{Enter}');
  expect(first('fund')?.attrs).toMatchObject({amount: '1,2 miljoen', source: 'wmo'});
  expect(dialog.getByText(/Dit bedrag kunnen we niet lezen/)).toBeTruthy();
  expect(amount.value).toBe('1,2 miljoen');
  await user.clear(amount);
  await user.type(amount, '1200{Enter}');
  expect(first('fund')?.attrs?.['amount']).toBe(120_000);
  expect(dialog.queryByText(/kunnen we niet lezen/)).toBeNull();
});

test('a line of money in which nothing was filled in goes away again', async () => {
  const {user, dialog} = await opened(action('Zaal'), 'Zaal');
  await user.click(dialog.getByRole('button', {name: 'Geld erbij'}));
  await user.click(dialog.getByRole('button', {name: 'Geld erbij'}));
  const second = within(await dialog.findByRole('group', {name: 'Geld, regel 2'}));
  await user.type(second.getByLabelText('Bedrag'), '12');
  expect(outline(editor)).toBe('action(blockTitle"Zaal" fund() fund())');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(outline(editor)).toBe('action(blockTitle"Zaal" fund())'));
  expect(first('fund')?.attrs?.['amount']).toBe(1_200);
});

test('the lab’s own words for where money comes from are there to choose', async () => {
  const {user, dialog} = await opened(action('Zaal', fund('huur', 5, {source: 'wmo'})), 'huur');
  const source = dialog.getByRole('combobox', {name: /Waar komt het vandaan/});
  await user.clear(source);
  await user.type(source, 'oranje');
  await user.click(await screen.findByRole('option', {name: 'Oranjefonds'}));
  expect(first('fund')?.attrs?.['source']).toBe('Oranjefonds');
});

test('an agreement has who expects, who promises, and how it went by whose account', async () => {
  const {user, dialog} = await opened(
    agreement('De sleutel', carrier('de buren', 'informal', 'expects')),
    'De sleutel',
  );
  await user.type(dialog.getByLabelText('Vóór wanneer'), '1 mei 2027{Enter}');
  await user.type(dialog.getByRole('combobox', {name: /Wie belooft/}), 'de gemeente{Enter}');
  await user.click(dialog.getByRole('button', {name: 'Schrijf hoe het ging'}));
  const line = within(await dialog.findByRole('group', {name: 'Hoe het ging, 1'}));
  await user.click(line.getByRole('radio', {name: 'deels nagekomen'}));
  await user.type(line.getByLabelText('In eigen woorden'), 'te laat');
  await user.click(line.getByRole('radio', {name: 'formeel'}));
  expect(outline(editor)).toBe(
    'agreement(blockTitle"De sleutel" carrier"de buren" carrier"de gemeente" account"te laat")',
  );
  expect(block()?.attrs?.['until']).toBe('2027-05-01');
  expect(first('account')?.attrs).toMatchObject({kept: 'partly', side: 'formal'});
});

test('what others fill in meanwhile is shown, and does not disturb what I am typing', async () => {
  const {user, dialog} = await opened(
    withFields(goal('Inloop', carrier('de buren', 'informal')), {from: '2026'}),
    'Inloop',
  );
  const name = dialog.getByLabelText<HTMLInputElement>('Groep of rol');
  await user.type(dialog.getByLabelText('Tot en met'), '20');
  const id = block()?.attrs?.['id'] as BlockId;
  act(() => void setField(editor, id, 'from', '2025'));
  expect(dialog.getByLabelText<HTMLInputElement>('Vanaf').value).toBe('2025');
  expect(dialog.getByLabelText<HTMLInputElement>('Tot en met').value).toBe('20');

  await user.click(name);
  act(() => name.setSelectionRange(8, 8));
  act(() => {
    caretAt(editor, 'de buren', 0);
    editor.commands.insertContent('alle ');
  });
  expect(name.value).toBe('alle de buren');
  await user.keyboard('!');
  expect(outline(editor)).toContain('carrier"alle de buren!"');
});

test('a block that somebody takes away closes its fields', async () => {
  await opened(goal('Inloop'), 'Inloop');
  act(() => void editor.commands.setContent({type: 'doc', content: [{type: 'paragraph'}]}));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
