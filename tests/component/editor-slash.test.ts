/** The choice that "/" opens in the text. */

import {afterEach, expect, test} from 'vitest';
import {type Desk, openDesk, outline, paragraph, press} from '../support/writing.ts';

let here: Desk;

afterEach(() => here.editor.destroy());

function type(words: string): void {
  for (const letter of words) {
    const {from, to} = here.editor.state.selection;
    here.editor.view.dispatch(here.editor.state.tr.insertText(letter, from, to));
  }
}

function options(): readonly string[] {
  return [...document.querySelectorAll('#slash-list [role=option]')].map(
    (option) => option.textContent ?? '',
  );
}

function current(): string | undefined {
  const id = here.editor.view.dom.getAttribute('aria-activedescendant');
  return (id === null ? null : document.getElementById(id))?.textContent ?? undefined;
}

const open = (text = '') => {
  here = openDesk([paragraph(text)]);
  here.editor.commands.setTextSelection(text.length + 1);
};

test('a slash on an empty line opens the choice, and the text points at the first', () => {
  open();
  type('/');
  expect(options().slice(0, 4)).toEqual(['Opgave', 'Doel', 'Actie', 'Afspraak']);
  expect(options()).toContain('Tabel invoegen');
  expect(options()).toContain('Lijst om af te vinken');
  expect(options()).toContain('Muur en sleutel');
  expect(current()).toBe('Opgave');
});

test('typing narrows it, arrows go along it and Enter inserts in place of what was typed', () => {
  open();
  type('/a');
  expect(options()).toEqual(['Actie', 'Afspraak', 'Lijst om af te vinken']);
  press(here.editor, 'ArrowDown');
  expect(current()).toBe('Afspraak');
  press(here.editor, 'ArrowUp');
  press(here.editor, 'Enter');
  type('Sleutel halen');
  expect(outline(here.editor)).toBe('action(blockTitle"Sleutel halen")');
  expect(options()).toEqual([]);
});

test('another word for it is found too', () => {
  open();
  type('/takenlijst');
  expect(options()).toEqual(['Lijst om af te vinken']);
  press(here.editor, 'Enter');
  expect(outline(here.editor)).toBe('taskList(taskItem(paragraph()))');
});

test('behind a word it inserts under the line and leaves the word', () => {
  open('Samen ');
  type('/doel');
  press(here.editor, 'Enter');
  expect(outline(here.editor)).toBe('paragraph"Samen " goal(blockTitle())');
});

test('Escape leaves what was typed, and it does not open again by typing on', () => {
  open();
  type('/do');
  expect(press(here.editor, 'Escape')).toBe(true);
  type('e');
  expect(options()).toEqual([]);
  expect(outline(here.editor)).toBe('paragraph"/doe"');
});

test.each([
  ['in a word', 'en', '/of'],
  ['in an address', 'https:/', '/linde'],
  ['before a space', '', '/ '],
])('a slash %s is a slash', (_where, before, typed) => {
  open(before);
  type(typed);
  expect(options()).toEqual([]);
  expect(press(here.editor, 'ArrowDown')).toBe(false);
});

test('words that fit nothing close it for the keys: Enter is Enter again', () => {
  open();
  type('/zzz');
  expect(options()).toEqual([]);
  press(here.editor, 'Enter');
  expect(outline(here.editor)).toContain('/zzz');
});

test('only what may stand there is offered', () => {
  here = openDesk([
    {
      type: 'table',
      content: [{type: 'tableRow', content: [{type: 'tableCell', content: [paragraph('x')]}]}],
    },
    paragraph('y'),
  ]);
  here.editor.commands.setTextSelection(5);
  here.editor.commands.insertContent(' ');
  type('/');
  expect(options().length).toBeGreaterThan(4);
  expect(options()).not.toContain('Tabel invoegen');
});

test('says how many choices there are', () => {
  open();
  const said: string[] = [];
  here.editor.on('said', ({words}) => said.push(words));
  type('/tab');
  expect(said.at(0)).toMatch(/^Wat wil je invoegen\? \d+ keuzes$/);
  expect(said.at(-1)).toBe('Eén keuze');
});

test('a card comes with its parts, the caret in its title', () => {
  open();
  type('/muur');
  press(here.editor, 'Enter');
  type('Diploma');
  expect(outline(here.editor)).toBe(
    'card(blockTitle"Diploma" facet(paragraph()) facet(paragraph()))',
  );
});
