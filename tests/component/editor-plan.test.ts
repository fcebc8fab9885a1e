/** Plan blocks under the keys, and the ids by which the rest of the house knows them. */

import {Fragment} from '@tiptap/pm/model';
import {afterEach, expect, test} from 'vitest';
import * as Y from 'yjs';
import {
  block,
  caretAt,
  connect,
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

/** The ids in order of appearance, by the title of their block. */
function ids({editor}: Desk): readonly (readonly [string, string | null])[] {
  const found: [string, string | null][] = [];
  editor.state.doc.descendants((node) => {
    if ('id' in node.attrs) found.push([node.firstChild?.textContent ?? '', node.attrs['id']]);
  });
  return found;
}

function nodeAt({editor}: Desk, title: string) {
  let place: {from: number; to: number} | null = null;
  editor.state.doc.descendants((node, pos) => {
    if ('id' in node.attrs && node.firstChild?.textContent === title)
      place = {from: pos, to: pos + node.nodeSize};
  });
  if (!place) throw new Error(`No block called ${title}`);
  return place as {readonly from: number; readonly to: number};
}

test('Enter in a title takes what stands behind the caret to a line of its own', () => {
  const {editor} = desk([block('goal', 'Inloop elke week')]);
  caretAt(editor, 'Inloop');
  press(editor, 'Enter');
  expect(outline(editor)).toBe('goal(blockTitle"Inloop" paragraph" elke week")');
  editor.commands.insertContent('x');
  expect(outline(editor)).toBe('goal(blockTitle"Inloop" paragraph"x elke week")');
});

test('Enter at the end of a title starts a line under it', () => {
  const {editor} = desk([block('goal', 'Inloop', paragraph('Waarom'))]);
  caretAt(editor, 'Inloop');
  press(editor, 'Enter');
  expect(outline(editor)).toBe('goal(blockTitle"Inloop" paragraph() paragraph"Waarom")');
});

test('Enter on an empty last line goes on behind the block', () => {
  const {editor} = desk([block('goal', 'Inloop', paragraph('Waarom')), paragraph('Verder')]);
  caretAt(editor, 'Waarom');
  press(editor, 'Enter');
  press(editor, 'Enter');
  editor.commands.insertContent('x');
  expect(outline(editor)).toBe(
    'goal(blockTitle"Inloop" paragraph"Waarom") paragraph"x" paragraph"Verder"',
  );
});

test('Enter on an empty line in the middle does not cut a block in two', () => {
  const {editor} = desk([block('goal', 'Inloop', paragraph('een'), paragraph('twee'))]);
  caretAt(editor, 'een');
  press(editor, 'Enter');
  press(editor, 'Enter');
  expect(outline(editor)).toBe(
    'goal(blockTitle"Inloop" paragraph"een" paragraph() paragraph() paragraph"twee")',
  );
});

test('Backspace in a block without words makes an empty line of it', () => {
  const {editor} = desk([paragraph('ervoor'), block('action', ''), paragraph('erna')]);
  editor.commands.setTextSelection(10);
  expect(press(editor, 'Backspace')).toBe(true);
  expect(outline(editor)).toBe('paragraph"ervoor" paragraph() paragraph"erna"');
});

test('Backspace at the start of a title moves away and keeps the block', () => {
  const {editor} = desk([paragraph('ervoor'), block('action', 'Plek')]);
  caretAt(editor, 'Plek', 0);
  press(editor, 'Backspace');
  editor.commands.insertContent('!');
  expect(outline(editor)).toBe('paragraph"ervoor!" action(blockTitle"Plek")');
});

const plan = [
  block('task', 'Eenzaamheid', block('goal', 'Inloop', block('action', 'Plek', paragraph('x')))),
];
const places = [
  ['action', 'task(… goal(… action(…) action(new)))'],
  ['goal', 'task(… goal(… action(…)) goal(new))'],
  ['task', 'task(… goal(… action(…))) task(new)'],
  ['agreement', 'task(… goal(… action(…) agreement(new)))'],
] as const;

test.each(places)('a new %s finds the nearest place where it may stand: %s', (name, expected) => {
  const {editor} = desk(plan);
  caretAt(editor, 'x');
  editor.commands.insertPlanBlock(name);
  const drawn = outline(editor)
    .replaceAll('blockTitle()', 'new')
    .replaceAll(/blockTitle"[^"]*"/g, '…')
    .replaceAll(/ paragraph"x"/g, '');
  expect(drawn).toBe(expected);
});

test('a new block takes the place of the empty line it is made on, with the caret in its title', () => {
  const {editor} = desk([paragraph('ervoor'), paragraph()]);
  editor.commands.focus('end');
  editor.commands.insertPlanBlock('goal');
  editor.commands.insertContent('Inloop');
  expect(outline(editor)).toBe('paragraph"ervoor" goal(blockTitle"Inloop")');
});

test('a block that goes elsewhere leaves no empty line where it was asked for', () => {
  const {editor} = desk([block('task', 'Wonen', block('goal', 'Inloop', paragraph('x')))]);
  caretAt(editor, 'x');
  press(editor, 'Enter');
  editor.commands.insertPlanBlock('goal');
  editor.commands.insertContent('Tuin');
  expect(outline(editor)).toBe(
    'task(blockTitle"Wonen" goal(blockTitle"Inloop" paragraph"x") goal(blockTitle"Tuin"))',
  );
});

test('every new block gets an id of its own', () => {
  const here = desk([block('goal', 'een', block('action', 'twee')), block('goal', 'drie')]);
  const found = ids(here).map(([, id]) => id);
  expect(found).toHaveLength(3);
  expect(new Set(found).size).toBe(3);
  found.forEach((id) => expect(id).toMatch(/^[0-9a-f-]{36}$/));
});

test('a copy gets a new id and the original keeps its own, on whichever side the copy stands', () => {
  const here = desk([paragraph('begin'), block('goal', 'een'), paragraph('eind')]);
  const original = ids(here)[0]?.[1];
  const {from, to} = nodeAt(here, 'een');
  const node = here.editor.state.doc.slice(from, to).content;
  here.editor.view.dispatch(here.editor.state.tr.insert(0, node));
  expect(ids(here)[1]?.[1]).toBe(original);
  expect(ids(here)[0]?.[1]).not.toBe(original);

  here.editor.view.dispatch(here.editor.state.tr.insert(here.editor.state.doc.content.size, node));
  expect(ids(here)[1]?.[1]).toBe(original);
  expect(new Set(ids(here).map(([, id]) => id)).size).toBe(3);
});

test('a move keeps the id, in one step or by cutting and pasting', () => {
  const here = desk([block('goal', 'een'), block('goal', 'twee'), paragraph('eind')]);
  const before = new Map(ids(here));
  const {from, to} = nodeAt(here, 'een');
  const node = here.editor.state.doc.slice(from, to).content;
  const {tr} = here.editor.state;
  here.editor.view.dispatch(tr.delete(from, to).insert(tr.doc.content.size, node));
  expect(new Map(ids(here))).toEqual(before);

  const again = nodeAt(here, 'een');
  here.editor.view.dispatch(here.editor.state.tr.delete(again.from, again.to));
  here.editor.view.dispatch(here.editor.state.tr.insert(0, Fragment.from(node)));
  expect(new Map(ids(here))).toEqual(before);
});

test('what others write is never given an id here, and nothing is written back', () => {
  const mine = desk([paragraph('samen')]);
  const theirs = new Y.Doc();
  connect(mine.doc, theirs);
  const sent: unknown[] = [];
  mine.doc.on('update', (_update: Uint8Array, origin: unknown) => sent.push(origin));
  const goals = [1, 2].map(() => {
    const goal = new Y.XmlElement('goal');
    const title = new Y.XmlElement('blockTitle');
    title.insert(0, [new Y.XmlText('van een ander')]);
    goal.insert(0, [title]);
    return goal;
  });
  theirs.getXmlFragment('default').push(goals);

  expect(ids(mine)).toEqual([
    ['van een ander', null],
    ['van een ander', null],
  ]);
  expect(sent).toEqual(['line']);
});

test('undo takes back what I did and leaves what others did', () => {
  const mine = desk([paragraph('samen')]);
  const theirs = desk(undefined, new Y.Doc());
  connect(mine.doc, theirs.doc);
  mine.editor.commands.insertContentAt(1, 'ik ');
  theirs.editor.commands.insertContentAt(theirs.editor.state.doc.content.size - 1, ' jij');
  expect(outline(mine.editor)).toBe('paragraph"ik samen jij"');
  mine.editor.commands.undo();
  expect(outline(mine.editor)).toContain('jij');
  expect(outline(mine.editor)).not.toContain('ik');
});

test('who may only read changes nothing, not even by mending a crooked table', () => {
  const doc = new Y.Doc();
  const table = new Y.XmlElement('table');
  const rows = [2, 1].map((cells) => {
    const row = new Y.XmlElement('tableRow');
    row.insert(
      0,
      Array.from({length: cells}, () => {
        const cell = new Y.XmlElement('tableCell');
        cell.insert(0, [new Y.XmlElement('paragraph')]);
        return cell;
      }),
    );
    return row;
  });
  table.insert(0, rows);
  doc.getXmlFragment('default').insert(0, [table]);
  const before = doc.getXmlFragment('default').toString();
  const {editor} = desk(undefined, doc, false);
  editor.commands.insertContentAt(0, 'stiekem');
  editor.commands.fixTables();
  expect(doc.getXmlFragment('default').toString()).toBe(before);
});
