/** Moving blocks, alone and while somebody else writes in them. */

import {moveBy, moveTo} from '@samenspel/client/editor/block-acts.ts';
import {afterEach, expect, test} from 'vitest';
import {applyAwarenessUpdate, encodeAwarenessUpdate} from 'y-protocols/awareness';
import * as Y from 'yjs';
import {
  block,
  caretAt,
  type Desk,
  openDesk,
  outline,
  paragraph,
  press,
} from '../support/writing.ts';

const desks: Desk[] = [];

afterEach(() => desks.splice(0).forEach(({editor}) => editor.destroy()));

function desk(...args: Parameters<typeof openDesk>): Desk {
  const opened = openDesk(...args);
  desks.push(opened);
  return opened;
}

/** Before the block with this title. */
function placeOf({editor}: Desk, title: string): number {
  let place = -1;
  editor.state.doc.descendants((node, pos) => {
    if ('id' in node.attrs && node.firstChild?.textContent === title) place = pos;
  });
  if (place === -1) throw new Error(`No block called ${title}`);
  return place;
}

function idsIn({editor}: Desk): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  editor.state.doc.descendants((node) => {
    if ('id' in node.attrs) found.set(node.firstChild?.textContent ?? '', node.attrs['id']);
  });
  return found;
}

/** Two people with the same text and a line that carries only when told. */
function pair(content: Parameters<typeof openDesk>[0]) {
  const a = desk(content);
  const b = desk(undefined, new Y.Doc());
  const waiting: (() => void)[] = [];
  const sync = () => {
    // What one hears may make them write again.
    for (let rounds = 0; rounds < 4; rounds += 1) {
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        const update = Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc));
        waiting.push(() => Y.applyUpdate(to.doc, update, 'line'));
      }
      waiting.splice(0).forEach((deliver) => deliver());
    }
  };
  sync();
  return {a, b, sync};
}

function seesCaretOf(mine: Desk, theirs: Desk): void {
  const {clientID} = theirs.awareness;
  applyAwarenessUpdate(mine.awareness, encodeAwarenessUpdate(theirs.awareness, [clientID]), 'line');
}

/** Tells where the caret of this desk stands, as the binding does while the text has the focus. */
function showCaret({editor, doc, awareness}: Desk, words: string): void {
  caretAt(editor, words);
  const texts: Y.XmlText[] = [];
  const visit = (type: Y.XmlElement | Y.XmlFragment) =>
    type.toArray().forEach((child) => {
      if (child instanceof Y.XmlText) texts.push(child);
      else if (child instanceof Y.XmlElement) visit(child);
    });
  visit(doc.getXmlFragment('default'));
  const text = texts.find((one) => one.toString().includes(words));
  if (!text) throw new Error(`No such words: ${words}`);
  const place = Y.createRelativePositionFromTypeIndex(text, text.length);
  awareness.setLocalStateField('cursor', {anchor: place, head: place});
}

const twoTasks = [
  block('task', 'Wonen', block('goal', 'Inloop', paragraph('Elke week')), block('goal', 'Tuin')),
  block('task', 'Werk', paragraph('Later')),
];
const asMade =
  'task(blockTitle"Wonen" goal(blockTitle"Inloop" paragraph"Elke week") goal(blockTitle"Tuin")) ' +
  'task(blockTitle"Werk" paragraph"Later")';

test('Alt and an arrow moves the block one is in, and the caret stays in it', () => {
  const here = desk(twoTasks);
  const before = idsIn(here);
  caretAt(here.editor, 'Elke', 2);
  expect(press(here.editor, 'ArrowDown', {altKey: true})).toBe(true);
  here.editor.commands.insertContent('!');
  expect(outline(here.editor)).toBe(
    'task(blockTitle"Wonen" goal(blockTitle"Tuin") goal(blockTitle"Inloop" paragraph"El!ke week")) ' +
      'task(blockTitle"Werk" paragraph"Later")',
  );
  expect(idsIn(here)).toEqual(before);
  press(here.editor, 'ArrowUp', {altKey: true});
  expect(outline(here.editor)).toBe(asMade.replace('Elke', 'El!ke'));
});

test('what can not go further stays, and says so', () => {
  const {editor} = desk(twoTasks);
  const said: string[] = [];
  editor.on('said', ({words}) => said.push(words));
  caretAt(editor, 'Inloop');
  press(editor, 'ArrowUp', {altKey: true});
  expect(outline(editor)).toBe(asMade);
  press(editor, 'ArrowDown', {altKey: true});
  expect(said).toEqual(['“Inloop” staat hier al bovenaan.', '“Inloop” staat nu onder “Tuin”.']);
});

test('a goal goes into another task with its id and all that is in it, and one undo brings it back', () => {
  const here = desk(twoTasks);
  const before = idsIn(here);
  const place = placeOf(here, 'Inloop');
  moveTo(here.editor, place, {parentPos: placeOf(here, 'Werk'), index: 2});
  expect(outline(here.editor)).toBe(
    'task(blockTitle"Wonen" goal(blockTitle"Tuin")) ' +
      'task(blockTitle"Werk" paragraph"Later" goal(blockTitle"Inloop" paragraph"Elke week"))',
  );
  expect(idsIn(here)).toEqual(before);
  here.editor.commands.undo();
  expect(outline(here.editor)).toBe(asMade);
  expect(idsIn(here)).toEqual(before);
});

test('the last block of a task leaves an empty line behind', () => {
  const here = desk([block('task', 'Wonen'), block('task', 'Werk')]);
  here.editor.commands.setContent({
    type: 'doc',
    content: [{type: 'task', content: [block('goal', 'Los')]}, block('task', 'Werk')],
  });
  moveTo(here.editor, placeOf(here, 'Los'), {parentPos: placeOf(here, 'Werk'), index: 1});
  expect(outline(here.editor)).toBe(
    'task(paragraph()) task(blockTitle"Werk" goal(blockTitle"Los"))',
  );
});

test('where somebody writes is left as it is: their neighbour goes over it instead', () => {
  const {a, b, sync} = pair(twoTasks);
  showCaret(b, 'Tuin');
  seesCaretOf(a, b);
  moveBy(a.editor, placeOf(a, 'Tuin'), -1);
  // Not heard of yet by the other, who goes on.
  b.editor.commands.insertContent(' voor allen');
  sync();
  expect(outline(a.editor)).toBe(
    'task(blockTitle"Wonen" goal(blockTitle"Tuin voor allen") ' +
      'goal(blockTitle"Inloop" paragraph"Elke week")) task(blockTitle"Werk" paragraph"Later")',
  );
  expect(outline(b.editor)).toBe(outline(a.editor));
});

test('words typed while the block goes to another task are in it afterwards, where they were typed', () => {
  const {a, b, sync} = pair(twoTasks);
  moveTo(a.editor, placeOf(a, 'Inloop'), {parentPos: placeOf(a, 'Werk'), index: 2});
  caretAt(b.editor, 'Elke');
  b.editor.commands.insertContent(' tweede');
  sync();
  b.editor.commands.insertContent(' gewone');
  sync();
  const expected =
    'task(blockTitle"Wonen" goal(blockTitle"Tuin")) task(blockTitle"Werk" paragraph"Later" ' +
    'goal(blockTitle"Inloop" paragraph"Elke tweede gewone week"))';
  expect(outline(a.editor)).toBe(expected);
  expect(outline(b.editor)).toBe(expected);
});

test('lines, blocks and choices made while the block moves are in it afterwards', () => {
  const {a, b, sync} = pair(twoTasks);
  moveTo(a.editor, placeOf(a, 'Inloop'), {parentPos: placeOf(a, 'Werk'), index: 2});
  caretAt(b.editor, 'Elke week');
  press(b.editor, 'Enter');
  b.editor.commands.insertContent('In de school');
  b.editor.commands.insertPlanBlock('action');
  b.editor.commands.insertContent('Sleutel halen');
  b.editor.view.dispatch(
    b.editor.state.tr.setNodeAttribute(placeOf(b, 'Inloop'), 'status', 'underway'),
  );
  sync();
  expect(outline(a.editor)).toBe(
    'task(blockTitle"Wonen" goal(blockTitle"Tuin")) task(blockTitle"Werk" paragraph"Later" ' +
      'goal(blockTitle"Inloop" paragraph"Elke week" paragraph"In de school" ' +
      'action(blockTitle"Sleutel halen")))',
  );
  expect(a.editor.state.doc.nodeAt(placeOf(a, 'Inloop'))?.attrs['status']).toBe('underway');
  expect(outline(b.editor)).toBe(outline(a.editor));
});

test('what the mover struck before does not come back with what I typed', () => {
  const {a, b, sync} = pair([
    block('task', 'Wonen', block('goal', 'Inloop', paragraph('een twee drie'))),
    block('task', 'Werk'),
  ]);
  caretAt(a.editor, 'twee ');
  a.editor.commands.deleteRange({
    from: a.editor.state.selection.from - 5,
    to: a.editor.state.selection.from,
  });
  moveTo(a.editor, placeOf(a, 'Inloop'), {parentPos: placeOf(a, 'Werk'), index: 1});
  caretAt(b.editor, 'drie');
  b.editor.commands.insertContent(' vier');
  sync();
  expect(outline(a.editor)).toContain('paragraph"een drie vier"');
  expect(outline(b.editor)).toBe(outline(a.editor));
});

test('taking back a move leaves what others wrote in the block since', () => {
  const {a, b, sync} = pair(twoTasks);
  moveTo(a.editor, placeOf(a, 'Inloop'), {parentPos: placeOf(a, 'Werk'), index: 2});
  sync();
  caretAt(b.editor, 'Elke week');
  b.editor.commands.insertContent(', altijd');
  sync();
  a.editor.commands.undo();
  sync();
  expect(outline(a.editor)).toContain('altijd');
  expect(outline(a.editor)).toContain('goal(blockTitle"Inloop" paragraph"Elke week');
  expect(outline(b.editor)).toBe(outline(a.editor));
});

test('undo after somebody else moved a block does not bring it back or break it', () => {
  const {a, b, sync} = pair(twoTasks);
  caretAt(b.editor, 'Later');
  b.editor.commands.insertContent(' misschien');
  sync();
  moveTo(a.editor, placeOf(a, 'Inloop'), {parentPos: placeOf(a, 'Werk'), index: 2});
  sync();
  b.editor.commands.undo();
  sync();
  expect(outline(b.editor)).toBe(
    'task(blockTitle"Wonen" goal(blockTitle"Tuin")) ' +
      'task(blockTitle"Werk" paragraph"Later" goal(blockTitle"Inloop" paragraph"Elke week"))',
  );
  expect(outline(a.editor)).toBe(outline(b.editor));
});

test('my caret stays between its letters while another writes before it in one goal', () => {
  const {a, b, sync} = pair(twoTasks);
  caretAt(a.editor, 'Elke');
  caretAt(b.editor, 'Elke', 0);
  b.editor.commands.insertContent('Bijna ');
  sync();
  a.editor.commands.insertContent('!');
  expect(outline(a.editor)).toContain('"Bijna Elke! week"');
});

test.each([0, 4])(
  'a caret %i letters into a line stays with it when its neighbours go over it',
  (at) => {
    const {a} = pair(twoTasks);
    caretAt(a.editor, 'Elke', at);
    moveBy(a.editor, placeOf(a, 'Tuin'), -1);
    a.editor.commands.setTextSelection(1);
    caretAt(a.editor, 'Elke', at);
    moveBy(a.editor, placeOf(a, 'Inloop'), -1);
    a.editor.commands.insertContent('*');
    expect(outline(a.editor)).toContain(`"${'Elke week'.slice(0, at)}*${'Elke week'.slice(at)}"`);
  },
);

test('who types at the end of a line where another types too keeps their own words together', () => {
  const {a, b, sync} = pair(twoTasks);
  caretAt(a.editor, 'Elke week');
  caretAt(b.editor, 'Elke week');
  for (const [mine, theirs] of [
    ['a', 'x'],
    ['b', 'y'],
    ['c', 'z'],
  ] as const) {
    a.editor.commands.insertContent(mine);
    sync();
    b.editor.commands.insertContent(theirs);
    sync();
  }
  expect(outline(a.editor)).toContain('abc');
  expect(outline(a.editor)).toContain('xyz');
  expect(outline(b.editor)).toBe(outline(a.editor));
});

test('words typed without a line and kept over a reload come along with a move made meanwhile', () => {
  const {a, b} = pair(twoTasks);
  moveTo(a.editor, placeOf(a, 'Inloop'), {parentPos: placeOf(a, 'Werk'), index: 2});
  caretAt(b.editor, 'Elke week');
  b.editor.commands.insertContent(', ook in de winter');
  const reloaded = new Y.Doc();
  Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(b.doc));
  const again = desk(undefined, reloaded, true, [b.doc.clientID]);
  Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(a.doc), 'line');
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(again.doc), 'line');
  expect(outline(a.editor)).toBe(
    'task(blockTitle"Wonen" goal(blockTitle"Tuin")) task(blockTitle"Werk" paragraph"Later" ' +
      'goal(blockTitle"Inloop" paragraph"Elke week, ook in de winter"))',
  );
  expect(outline(again.editor)).toBe(outline(a.editor));
});
