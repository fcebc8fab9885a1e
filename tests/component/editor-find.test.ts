/** Finding and replacing, also while others write. */

import {findState, replaceAll} from '@samenspel/client/editor/find.ts';
import {afterEach, expect, test} from 'vitest';
import * as Y from 'yjs';
import {connect, type Desk, openDesk, outline, paragraph} from '../support/writing.ts';

const desks: Desk[] = [];

afterEach(() => desks.splice(0).forEach(({editor}) => editor.destroy()));

function desk(...words: readonly string[]): Desk {
  const opened = openDesk(words.map(paragraph));
  desks.push(opened);
  return opened;
}

const query = (text: string, matchCase = false) => ({text, matchCase});
const where = ({editor}: Desk) => {
  const {current, matches} = findState(editor.state);
  return `${current + 1} van ${matches.length}`;
};

test('finds every place, whatever the capitals, and marks the current one', () => {
  const here = desk('Een plan', 'en een doel');
  here.editor.commands.setTextSelection(1);
  here.editor.commands.find(query('een'));
  expect(where(here)).toBe('1 van 2');
  expect(here.editor.view.dom.querySelectorAll('.found')).toHaveLength(2);
  expect(here.editor.view.dom.querySelector('.found-current')?.textContent).toBe('Een');
});

test('capitals count when asked', () => {
  const here = desk('Een plan', 'en een doel');
  here.editor.commands.find(query('Een', true));
  expect(where(here)).toBe('1 van 1');
});

test('goes round at both ends', () => {
  const here = desk('een een een');
  here.editor.commands.find(query('een'));
  here.editor.commands.setTextSelection(1);
  here.editor.commands.find(query('een'));
  here.editor.commands.findPrevious();
  expect(where(here)).toBe('3 van 3');
  here.editor.commands.findNext();
  expect(where(here)).toBe('1 van 3');
});

test('formatting inside a word does not hide it, and its replacement keeps the first format', () => {
  const here = desk('samenspel');
  here.editor.chain().setTextSelection({from: 1, to: 6}).toggleBold().run();
  here.editor.commands.find(query('samenspel'));
  expect(where(here)).toBe('1 van 1');
  here.editor.commands.replaceFound('lab');
  expect(here.editor.getHTML()).toBe('<p><strong>lab</strong></p>');
});

test('replacing goes on to the next, and replacing by nothing takes away', () => {
  const here = desk('een, een, een');
  here.editor.commands.setTextSelection(1);
  here.editor.commands.find(query('een'));
  here.editor.commands.replaceFound('twee');
  expect(outline(here.editor)).toBe('paragraph"twee, een, een"');
  expect(where(here)).toBe('1 van 2');
  here.editor.commands.replaceAllFound('');
  expect(outline(here.editor)).toBe('paragraph"twee, , "');
  expect(where(here)).toBe('0 van 0');
});

test('replacing all is taken back by itself, not with what was typed just before or after', () => {
  const here = desk('een en een');
  here.editor.commands.insertContentAt(1, 'eerst ');
  here.editor.commands.find(query('een'));
  replaceAll(here.editor, 'twee');
  here.editor.commands.insertContentAt(1, 'dan ');
  expect(outline(here.editor)).toBe('paragraph"dan eerst twee en twee"');
  here.editor.commands.undo();
  expect(outline(here.editor)).toBe('paragraph"eerst twee en twee"');
  here.editor.commands.undo();
  expect(outline(here.editor)).toBe('paragraph"eerst een en een"');
});

test('replacing by a text that holds the searched words ends', () => {
  const here = desk('doel en doel');
  here.editor.commands.find(query('doel'));
  here.editor.commands.replaceAllFound('doel-doel');
  expect(outline(here.editor)).toBe('paragraph"doel-doel en doel-doel"');
});

test('stays at its place while somebody else writes before it', () => {
  const here = desk('begin', 'doel een', 'doel twee');
  here.editor.commands.find(query('doel'));
  here.editor.commands.findNext();
  const words = () =>
    here.editor.view.dom.querySelector('.found-current')?.parentElement?.textContent;
  const before = words();
  const other = openDesk(undefined, new Y.Doc());
  desks.push(other);
  connect(here.doc, other.doc);
  other.editor.commands.insertContentAt(1, 'nog een doel, ');
  expect(findState(here.editor.state).matches).toHaveLength(3);
  expect(words()).toBe(before);
});

test('a letter that grows in lower case does not shift what is found behind it', () => {
  const here = desk('İstanbul doel');
  here.editor.commands.find(query('DOEL'));
  expect(here.editor.view.dom.querySelector('.found')?.textContent).toBe('doel');
});
