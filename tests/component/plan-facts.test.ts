/** The facts of a plan in the text: what the line under a title says, and what two people make of it. */

import {placeOf} from '@samenspel/client/editor/plan/places.ts';
import {planStorage} from '@samenspel/client/editor/plan/plan-facts.ts';
import {addFact, removeFact, setField, setWords} from '@samenspel/client/editor/plan/set-field.ts';
import type {BlockId, PersonId} from '@samenspel/shared';
import {waitFor} from '@testing-library/react';
import type {JSONContent} from '@tiptap/core';
import {afterEach, expect, test} from 'vitest';
import * as Y from 'yjs';
import {caretAt, connect, type Desk, openDesk, outline, press, rootOf} from '../support/writing.ts';
import {
  account,
  action,
  agreement,
  card,
  carrier,
  fund,
  goal,
  measure,
  plan,
  withFields,
} from '../support/plan.ts';

const desks: Desk[] = [];

afterEach(() => {
  desks.splice(0).forEach(({editor}) => editor.destroy());
  document.body.replaceChildren();
});

function desk(...args: Parameters<typeof openDesk>): Desk {
  const opened = openDesk(...args);
  desks.push(opened);
  return opened;
}

const deskWith = (...blocks: readonly JSONContent[]) => desk(plan(...blocks).content ?? []);

/** The same document at another desk, which hears nothing of the first until they exchange. */
function apart(mine: Desk, mayWrite = true): Desk {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(mine.doc));
  return desk(undefined, doc, mayWrite);
}

function exchange(one: Desk, other: Desk): void {
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc), 'line');
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc), 'line');
}

/** The ids of all nodes of a kind, in the order of the text. */
function ids({editor}: Desk, name: string): readonly BlockId[] {
  const found: BlockId[] = [];
  editor.state.doc.descendants((node) => {
    if (node.type.name === name) found.push(node.attrs['id'] as BlockId);
  });
  return found;
}

const idOf = (at: Desk, name: string) => ids(at, name)[0] as BlockId;
const attributes = (at: Desk, name: string) =>
  placeOf(at.editor.state.doc, idOf(at, name))?.node.attrs;
const dom = ({editor}: Desk) => editor.view.dom;
const lines = (at: Desk) =>
  [...dom(at).querySelectorAll('.facts')].map((line) =>
    [...line.children].map((fact) => fact.textContent).join(' | '),
  );
const buttons = (at: Desk, words: string) =>
  [...dom(at).querySelectorAll('button')].filter(({textContent}) => textContent.includes(words));

test('the line under a title says how far it is, when, and what it costs', () => {
  const here = deskWith(
    withFields(
      goal(
        'Inloop',
        measure('We zien nieuwe gezichten'),
        action('Zaal', fund('huur', 10_10, {source: 'wmo'}), fund('koffie', 20_20, {source: 'x'})),
        action('Folders', fund('drukken', 70, {source: 'eigen'})),
      ),
      {status: 'underway', from: '2027-03', until: '2028'},
    ),
  );
  expect(lines(here)).toEqual([
    'bezig | maart 2027 t/m 2028 | € 31 | + wie',
    '+ status | + wanneer | € 30,30 | + wie',
    '+ status | + wanneer | € 0,70 | + wie',
  ]);
});

test('an agreement says before when, and whether it was kept by all accounts', () => {
  const said = (...kept: readonly ('kept' | 'broken')[]) => {
    const accounts = kept.map((one) => account('zo ging het', one, 'informal'));
    return lines(deskWith(withFields(agreement('De sleutel', ...accounts), {until: '2027-05-01'})));
  };
  expect(said()).toEqual(['vóór 1 mei 2027 | + nagekomen? | + wie']);
  expect(said('kept', 'kept')).toEqual(['vóór 1 mei 2027 | nagekomen | + wie']);
  expect(said('kept', 'broken')[0]).toContain('verschillen');
});

test('two people who fill in different fields of one goal at once both keep theirs', () => {
  const mine = deskWith(goal('Inloop', action('Zaal', fund('huur', null, {source: 'wmo'}))));
  const theirs = apart(mine);
  setField(mine.editor, idOf(mine, 'goal'), 'status', 'underway');
  setField(mine.editor, idOf(mine, 'fund'), 'amount', 125_000);
  setField(theirs.editor, idOf(theirs, 'goal'), 'until', '2027-06');
  setField(theirs.editor, idOf(theirs, 'fund'), 'state', 'asked');
  addFact(theirs.editor, idOf(theirs, 'goal'), 'carrier', {text: 'de buren'});
  caretAt(theirs.editor, 'Inloop');
  theirs.editor.commands.insertContent(' elke week');
  exchange(mine, theirs);
  for (const at of [mine, theirs]) {
    expect(attributes(at, 'goal')).toMatchObject({status: 'underway', until: '2027-06'});
    expect(attributes(at, 'fund')).toMatchObject({amount: 125_000, state: 'asked', source: 'wmo'});
    expect(outline(at.editor)).toBe(
      'goal(blockTitle"Inloop elke week" carrier"de buren" action(blockTitle"Zaal" fund"huur"))',
    );
    expect(lines(at)[0]).toContain('bezig | t/m juni 2027');
  }
});

test('a field is one attribute on the wire: the block itself and all in it stay as they were', () => {
  const here = deskWith(goal('Inloop', action('Zaal')));
  const block = rootOf(here.doc).get(0);
  const changes: unknown[] = [];
  rootOf(here.doc).observeDeep((events) => {
    for (const {target, changes: what} of events)
      changes.push([target === block, [...what.keys.keys()], what.delta]);
  });
  setField(here.editor, idOf(here, 'goal'), 'status', 'parked');
  expect(changes).toEqual([[true, ['status'], []]]);
  expect(rootOf(here.doc).get(0)).toBe(block);
});

test('the same words changed by two people at once are merged', () => {
  const mine = deskWith(action('Zaal', fund('zaal voor de buurt', null, {source: 'wmo'})));
  const theirs = apart(mine);
  setWords(mine.editor, idOf(mine, 'fund'), 'grote zaal voor de buurt');
  setWords(theirs.editor, idOf(theirs, 'fund'), 'zaal voor de hele buurt');
  exchange(mine, theirs);
  expect(outline(mine.editor)).toContain('fund"grote zaal voor de hele buurt"');
  expect(outline(theirs.editor)).toBe(outline(mine.editor));
});

test('words with signs of two halves are never cut in half', () => {
  const here = deskWith(action('Zaal', fund('feest 🎈', null, {source: 'wmo'})));
  setWords(here.editor, idOf(here, 'fund'), 'feest 🎉');
  expect(rootOf(here.doc).toString()).toContain('feest 🎉');
});

test('what can not be read stays as typed, and the line asks to look at it', () => {
  const here = deskWith(
    withFields(
      action(
        'Zaal',
        withFields(fund('huur', null, {source: 'wmo'}), {amount: 'zo’n duizend'}),
        fund('koffie', 500, {source: 'wmo'}),
      ),
      {from: 'na de zomer', until: '2027'},
    ),
  );
  expect(lines(here)).toEqual(['+ status | na de zomer t/m 2027 | € 5 | kijk na | + wie']);
  expect(dom(here).textContent).toContain('zo’n duizend');
  setField(here.editor, idOf(here, 'action'), 'from', '2028');
  setField(here.editor, idOf(here, 'fund'), 'amount', 100_000);
  expect(lines(here)).toEqual(['+ status | 2028 t/m 2027 | € 1.005 | kijk na | + wie']);
  setField(here.editor, idOf(here, 'action'), 'from', '2026');
  expect(lines(here)).toEqual(['+ status | 2026 t/m 2027 | € 1.005 | + wie']);
});

test('whatever anybody writes into the fields of a document, it is drawn and left as it is', () => {
  const doc = new Y.Doc();
  const strange: readonly unknown[] = [
    {a: 1},
    ['idea'],
    true,
    -5,
    1e300,
    '<img src=x onerror=alert(1)>',
    'x'.repeat(10_000),
    '\u0000\u202e',
  ];
  const element = (name: string, fields: readonly string[], value: unknown) => {
    const made = new Y.XmlElement(name);
    for (const field of fields) made.setAttribute(field, value as string);
    return made;
  };
  for (const value of strange) {
    const goalNode = element('goal', ['id', 'status', 'from', 'until'], value);
    const actionNode = element('action', ['status', 'from', 'until'], value);
    rootOf(doc).push([goalNode]);
    goalNode.insert(0, [
      new Y.XmlElement('blockTitle'),
      element('carrier', ['part', 'side', 'person'], value),
      actionNode,
    ]);
    actionNode.insert(0, [
      new Y.XmlElement('blockTitle'),
      element('fund', ['amount', 'source', 'state', 'side'], value),
    ]);
    const agreementNode = element('agreement', ['until'], value);
    rootOf(doc).push([agreementNode]);
    agreementNode.insert(0, [
      new Y.XmlElement('blockTitle'),
      element('account', ['kept', 'side', 'person'], value),
    ]);
    const cardNode = element('card', ['kind'], value);
    rootOf(doc).push([cardNode]);
    const facetNode = element('facet', ['name'], value);
    facetNode.insert(0, [new Y.XmlElement('paragraph')]);
    cardNode.insert(0, [facetNode]);
  }
  const before = JSON.stringify(rootOf(doc).toJSON());
  for (const mayWrite of [true, false]) {
    const here = desk(undefined, doc, mayWrite);
    expect(dom(here).querySelectorAll('[data-block]')).toHaveLength(strange.length * 4);
    expect(dom(here).querySelector('img')).toBeNull();
  }
  expect(JSON.stringify(rootOf(doc).toJSON())).toBe(before);
});

test('what others change is drawn anew in its own block, and nowhere else', () => {
  const mine = deskWith(goal('een'), goal('twee'));
  const theirs = apart(mine);
  connect(theirs.doc, mine.doc);
  const [first, second] = [...dom(mine).querySelectorAll('.facts button')].filter(
    ({textContent}) => textContent === '+ status',
  );
  setField(theirs.editor, idOf(theirs, 'goal'), 'status', 'idea');
  expect(lines(mine)[0]).toContain('idee');
  expect(first?.isConnected).toBe(false);
  expect(second?.isConnected).toBe(true);
});

test('a parked goal waits for somebody, who takes it up and can take that back', () => {
  const here = deskWith(withFields(goal('Inloop'), {status: 'parked'}));
  expect(dom(here).textContent).toContain('Gestald. Wacht op iemand die het oppakt.');
  buttons(here, 'Oppakken')[0]?.click();
  expect(attributes(here, 'goal')?.['status']).toBe('underway');
  expect(dom(here).textContent).not.toContain('Wacht op iemand');
  here.editor.commands.undo();
  expect(attributes(here, 'goal')?.['status']).toBe('parked');
});

test('each field that was filled in is taken back by itself', () => {
  const here = deskWith(goal('Inloop'));
  setField(here.editor, idOf(here, 'goal'), 'status', 'idea');
  setField(here.editor, idOf(here, 'goal'), 'from', '2027');
  here.editor.commands.undo();
  expect(attributes(here, 'goal')).toMatchObject({status: 'idea', from: null});
});

test('an id that stands twice is said where it stands the second time', () => {
  const one = goal('Inloop');
  const content = plan(one, goal('Verder')).content ?? [];
  const twin = {...content[1], attrs: {...content[0]?.attrs}};
  const doc = new Y.Doc();
  const mine = desk([content[0] as JSONContent], doc);
  expect(dom(mine).textContent).not.toContain('dubbel');
  // As two simultaneous moves make it: from elsewhere, so that no new id is given here.
  const theirs = apart(mine);
  theirs.editor.unregisterPlugin('blockIds');
  theirs.editor.commands.insertContentAt(theirs.editor.state.doc.content.size, twin);
  exchange(mine, theirs);
  const notes = [...dom(mine).querySelectorAll('.fact-notes')].map(({textContent}) => textContent);
  expect(notes[0]).toBe('');
  expect(notes[1]).toContain('dubbel');
});

test('people are shown by what they are called now, and their side is the lab’s to tell', () => {
  const amina = 'amina123' as PersonId;
  const named = {type: 'carrier', attrs: {part: 'carries', person: amina, side: 'formal'}};
  const here = deskWith({...goal('Inloop'), content: [...(goal('Inloop').content ?? []), named]});
  const chip = () => dom(here).querySelector('[data-fact=carrier]')?.textContent;
  expect(chip()).toContain('iemand');
  planStorage(here.editor).desk.setPeople([{id: amina, name: 'Amina', side: 'informal'}]);
  expect(chip()).toBe('Aminainformeel');
  planStorage(here.editor).desk.setPeople([{id: amina, name: 'Mina', side: 'informal'}]);
  expect(chip()).toBe('Minainformeel');
});

test('who may only read sees the same words and nothing to press', () => {
  const mine = deskWith(
    withFields(
      goal(
        'Inloop',
        carrier('de buren', 'informal'),
        action('Zaal', fund('huur', 5, {source: 'x'})),
      ),
      {status: 'parked'},
    ),
  );
  const reader = apart(mine, false);
  const pressable = '.facts button, .fact-notes button, [data-fact] button';
  expect(dom(reader).querySelectorAll(pressable)).toHaveLength(0);
  expect(dom(mine).querySelectorAll(pressable)).not.toHaveLength(0);
  expect(lines(reader)).toEqual(['gestald | € 0,05', '€ 0,05']);
  expect(dom(reader).textContent).toContain('de bureninformeel');
  expect(dom(reader).textContent).toContain('Wacht op iemand die het oppakt.');
  expect(setField(reader.editor, idOf(reader, 'goal'), 'status', 'idea')).toBe(true);
  expect(attributes(reader, 'goal')?.['status']).toBe('parked');
});

test('a card’s parts have their headings', () => {
  const here = deskWith(card('wall', 'Een baan', {wall: ['een papier'], key: ['een buurvrouw']}));
  const labels = [...dom(here).querySelectorAll('[data-label]')].map((one) =>
    one.getAttribute('data-label'),
  );
  expect(labels).toEqual(['Muur en sleutel', 'De muur', 'De sleutel']);
});

test('new lines stand with their own kind, under the title', () => {
  const here = deskWith(action('Zaal', 'Waarom', fund('huur', null, {source: 'x'}), 'Verder'));
  const id = idOf(here, 'action');
  addFact(here.editor, id, 'carrier', {text: 'de buren', attrs: {side: 'informal'}});
  addFact(here.editor, id, 'fund', {text: 'koffie'});
  addFact(here.editor, id, 'carrier', {text: 'de kok'});
  expect(outline(here.editor)).toBe(
    'action(blockTitle"Zaal" carrier"de buren" carrier"de kok" paragraph"Waarom" fund"huur" fund"koffie" paragraph"Verder")',
  );
  expect(new Set([...ids(here, 'carrier'), ...ids(here, 'fund')]).size).toBe(4);
  expect(addFact(here.editor, id, 'account')).toBeNull();
  expect(removeFact(here.editor, ids(here, 'fund')[0] as BlockId)).toBe(true);
  expect(ids(here, 'fund')).toHaveLength(1);
});

test('Enter behind money makes more money, and on an empty line text again', () => {
  const {editor} = deskWith(action('Zaal', fund('huur', 500, {source: 'wmo'})));
  caretAt(editor, 'huur');
  press(editor, 'Enter');
  editor.commands.insertContent('koffie');
  press(editor, 'Enter');
  press(editor, 'Enter');
  editor.commands.insertContent('Verder');
  expect(outline(editor)).toBe(
    'action(blockTitle"Zaal" fund"huur" fund"koffie" paragraph"Verder")',
  );
  const block: JSONContent | undefined = editor.getJSON().content?.[0];
  const funds = block?.content?.filter(({type}) => type === 'fund');
  expect(funds?.map(({attrs}) => attrs?.['amount'])).toEqual([500, null]);
});

test('Enter behind who makes another who, and behind how we will know a line of text', () => {
  const {editor} = deskWith(goal('Inloop', carrier('de buren', 'informal'), measure('nieuw')));
  caretAt(editor, 'de buren');
  press(editor, 'Enter');
  editor.commands.insertContent('de kok');
  caretAt(editor, 'nieuw');
  press(editor, 'Enter');
  editor.commands.insertContent('Verder');
  expect(outline(editor)).toBe(
    'goal(blockTitle"Inloop" carrier"de buren" carrier"de kok" measure"nieuw" paragraph"Verder")',
  );
});

test('Backspace takes away an empty line, and never joins a line with what it does not belong to', () => {
  const {editor} = deskWith(
    action('Zaal', carrier('de buren', 'informal'), fund('huur', 500, {source: 'wmo'}), 'Verder'),
  );
  const whole = outline(editor);
  for (const words of ['de buren', 'huur', 'Verder']) {
    caretAt(editor, words, 0);
    press(editor, 'Backspace');
    expect(outline(editor)).toBe(whole);
  }
  for (const words of ['Zaal', 'de buren', 'huur']) {
    caretAt(editor, words);
    press(editor, 'Delete');
    expect(outline(editor)).toBe(whole);
  }
  caretAt(editor, 'de buren');
  press(editor, 'Enter');
  expect(press(editor, 'Backspace')).toBe(true);
  editor.commands.insertContent('!');
  expect(outline(editor)).toBe(whole.replace('de buren', 'de buren!'));
});

test('an amount without words is not taken away by one Backspace', () => {
  const here = deskWith(action('Zaal', fund('', 500, {source: 'wmo'})));
  const {editor} = here;
  editor.commands.setTextSelection((placeOf(editor.state.doc, idOf(here, 'fund'))?.pos ?? 0) + 1);
  press(editor, 'Backspace');
  expect(attributes(here, 'fund')?.['amount']).toBe(500);
});

test('what is typed behind somebody’s name is somebody else', () => {
  const person = {type: 'carrier', attrs: {part: 'expects', person: 'amina123'}};
  const here = deskWith({...agreement('x'), content: [...(agreement('x').content ?? []), person]});
  const {editor} = here;
  const {pos} = placeOf(editor.state.doc, idOf(here, 'carrier')) ?? {pos: 0};
  editor.commands.setTextSelection(pos + 1);
  const typed = editor.view.someProp('handleTextInput', (handle) =>
    handle(editor.view, pos + 1, pos + 1, 'd', () => editor.state.tr),
  );
  expect(typed).toBe(true);
  expect(outline(editor)).toBe('agreement(blockTitle"x" carrier() carrier"d")');
  expect(ids(here, 'carrier')).toHaveLength(2);
});

test('Tab goes from a title to its line, arrows go along it, Escape goes back to the text', async () => {
  const here = deskWith(withFields(goal('Inloop'), {status: 'idea'}));
  const {editor} = here;
  editor.commands.focus();
  caretAt(editor, 'Inloop');
  expect(press(editor, 'Tab')).toBe(true);
  const key = (name: string) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true}),
    );
  expect(document.activeElement?.textContent).toContain('idee');
  key('ArrowRight');
  expect(document.activeElement?.textContent).toBe('+ wanneer');
  key('ArrowLeft');
  expect(document.activeElement?.textContent).toContain('idee');
  key('Escape');
  await waitFor(() => expect(document.activeElement).toBe(editor.view.dom));
});

test('Ctrl+Enter opens the fields of what the caret stands in', () => {
  const here = deskWith(goal('Inloop', action('Zaal', fund('huur', 5, {source: 'x'}))));
  const {editor} = here;
  const {desk: shared} = planStorage(editor);
  caretAt(editor, 'Inloop');
  press(editor, 'Enter', {ctrlKey: true});
  expect(shared.open()).toMatchObject({block: idOf(here, 'goal'), part: {kind: 'status'}});
  caretAt(editor, 'huur');
  press(editor, 'Enter', {ctrlKey: true});
  expect(shared.open()).toMatchObject({
    block: idOf(here, 'action'),
    part: {kind: 'line', id: idOf(here, 'fund')},
  });
});

test('a line begun in a title, and a new block, come behind the facts of that title', () => {
  const {editor} = deskWith(goal('Inloop elke week', carrier('de buren', 'informal')));
  caretAt(editor, 'Inloop');
  press(editor, 'Enter');
  editor.commands.insertContent('!');
  expect(outline(editor)).toBe('goal(blockTitle"Inloop" carrier"de buren" paragraph"! elke week")');
  caretAt(editor, 'Inloop');
  editor.commands.insertPlanBlock('action');
  editor.commands.insertContent('Zaal');
  expect(outline(editor)).toBe(
    'goal(blockTitle"Inloop" carrier"de buren" action(blockTitle"Zaal") paragraph"! elke week")',
  );
});

test('the arrows go from a title through its facts to the text, and back', () => {
  const {editor} = deskWith(goal('Inloop', carrier('de buren', 'informal'), 'Waarom'));
  const walk = (key: string) => {
    expect(press(editor, key)).toBe(true);
    return [
      editor.state.selection.$from.parent.textContent,
      editor.state.selection.$from.parentOffset,
    ];
  };
  caretAt(editor, 'Inloop');
  expect(walk('ArrowRight')).toEqual(['de buren', 0]);
  caretAt(editor, 'de buren');
  expect(walk('ArrowRight')).toEqual(['Waarom', 0]);
  expect(walk('ArrowLeft')).toEqual(['de buren', 8]);
  caretAt(editor, 'Waarom');
  expect(press(editor, 'ArrowLeft')).toBe(false);
  press(editor, 'Home', {ctrlKey: true});
  press(editor, 'End', {ctrlKey: true, shiftKey: true});
  const {from, to} = editor.state.selection;
  expect(editor.state.doc.textBetween(from, to, '|')).toBe('Inloop|de buren|Waarom');
});
