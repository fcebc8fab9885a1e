/** What words rest on: marked, seen, heard and looked for. */

import type {SourceView} from '@samenspel/client/editor/sources/sources.ts';
import {afterEach, expect, test} from 'vitest';
import {block, caretAt, type Desk, openDesk, paragraph, press} from '../support/writing.ts';

const desks: Desk[] = [];

afterEach(() => desks.splice(0).forEach(({editor}) => editor.destroy()));

function desk(...args: Parameters<typeof openDesk>): Desk {
  const opened = openDesk(...args);
  desks.push(opened);
  return opened;
}

/** Words by what they rest on: "Wij weten[lived]". */
function marked({editor}: Desk): readonly string[] {
  return [...editor.view.dom.querySelectorAll<HTMLElement>('[data-source]')].map(
    (span) => `${span.textContent}[${span.dataset['source']}]`,
  );
}

/** The words that name a source, each with whether one sees it. */
function named({editor}: Desk): readonly string[] {
  return [...editor.view.dom.querySelectorAll('.source-word')].map(
    (word) =>
      `${word.textContent?.trim()} ${word.classList.contains('visually-hidden') ? 'gehoord' : 'gezien'}`,
  );
}

function choose({editor}: Desk, words: string): void {
  caretAt(editor, words, 0);
  const {from} = editor.state.selection;
  editor.commands.setTextSelection({from, to: from + words.length});
}

/** Something to stand on elsewhere, and the caret there. */
const elsewhere = paragraph('elders');
const leave = ({editor}: Desk) => caretAt(editor, 'elders');

test('words that are chosen rest on something, and no longer when it is said again', () => {
  const opened = desk([paragraph('Wij weten dit al lang.'), elsewhere]);
  choose(opened, 'weten dit');
  opened.editor.commands.toggleSource('lived');
  expect(marked(opened)).toEqual(['weten dit[lived]']);
  opened.editor.commands.toggleSource('lived');
  expect(marked(opened)).toEqual([]);
});

test('without a choice it is about the whole line, and about the passage that is there', () => {
  const opened = desk([paragraph('Wij weten dit.'), elsewhere]);
  caretAt(opened.editor, 'Wij');
  press(opened.editor, '!', {code: 'Digit1', keyCode: 49, altKey: true, shiftKey: true});
  expect(marked(opened)).toEqual(['Wij weten dit.[lived]']);
  choose(opened, 'Wij weten dit.');
  opened.editor.commands.toggleSource('lived');
  choose(opened, 'weten');
  opened.editor.commands.toggleSource('policy');
  caretAt(opened.editor, 'weten', 2);
  opened.editor.commands.toggleSource('policy');
  expect(marked(opened)).toEqual([]);
});

test('every passage is named once to who listens, whatever other marks cut it up', () => {
  const opened = desk([paragraph('Wij weten dit al.'), elsewhere]);
  choose(opened, 'dit al');
  opened.editor.commands.toggleSource('research');
  choose(opened, 'Wij weten ');
  opened.editor.commands.toggleSource('professional');
  choose(opened, 'weten');
  opened.editor.commands.toggleBold();
  expect(marked(opened)).toHaveLength(4);
  leave(opened);
  expect(named(opened)).toEqual(['professionele kennis gehoord', 'onderzoek gehoord']);
});

test('its word is seen where the caret stands, and everywhere when that is asked for', () => {
  const opened = desk([paragraph('Een'), paragraph('Twee'), elsewhere]);
  for (const words of ['Een', 'Twee']) {
    choose(opened, words);
    opened.editor.commands.toggleSource('policy');
  }
  caretAt(opened.editor, 'Een', 1);
  expect(named(opened)).toEqual(['beleid gezien', 'beleid gehoord']);
  leave(opened);
  expect(named(opened)).toEqual(['beleid gehoord', 'beleid gehoord']);
  opened.editor.commands.viewSources('words');
  expect(named(opened)).toEqual(['beleid gezien', 'beleid gezien']);
});

test('looking for one kind makes that stand out, for who only reads as well', () => {
  const {doc, editor} = desk([paragraph('Een'), paragraph('Twee'), elsewhere]);
  caretAt(editor, 'Een');
  editor.commands.toggleSource('lived');
  caretAt(editor, 'Twee');
  editor.commands.toggleSource('policy');
  const reader = desk(undefined, doc, false);
  const standsOut = (view: SourceView) => {
    reader.editor.commands.viewSources(view);
    const found = reader.editor.view.dom.querySelectorAll('.source-match');
    return [...found].map((element) => element.textContent);
  };
  expect(standsOut('policy')).toEqual(['Twee']);
  expect(reader.editor.view.dom.classList.contains('prose-by-source')).toBe(true);
  expect(standsOut('quiet')).toEqual([]);
  expect(reader.editor.view.dom.classList.contains('prose-by-source')).toBe(false);
});

test('goals that rest on one kind say so, their actions counted with them', () => {
  const opened = desk([
    block(
      'goal',
      'Eenzijdig',
      paragraph('Wij weten'),
      block('action', 'Doen', paragraph('Wij ook')),
    ),
    block('goal', 'Van twee kanten', paragraph('Wij zien'), paragraph('Zij meten')),
    block('goal', 'Nog niets'),
    elsewhere,
  ]);
  for (const [words, kind] of [
    ['Wij weten', 'lived'],
    ['Wij ook', 'lived'],
    ['Wij zien', 'lived'],
    ['Zij meten', 'research'],
  ] as const) {
    choose(opened, words);
    opened.editor.commands.toggleSource(kind);
  }
  opened.editor.commands.viewSources('single');
  const notes = [...opened.editor.view.dom.querySelectorAll('.rests-on-one')];
  expect(notes.map(({textContent}) => textContent)).toEqual(['Rust alleen op ervaringskennis']);
  expect(notes[0]?.closest('section')?.textContent).toContain('Eenzijdig');
});

test('what is typed behind a passage rests on nothing yet', () => {
  const opened = desk([paragraph('Wij weten'), elsewhere]);
  caretAt(opened.editor, 'Wij weten');
  opened.editor.commands.toggleSource('lived');
  opened.editor.commands.insertContent({type: 'text', text: ' dit'});
  expect(marked(opened)).toEqual(['Wij weten[lived]']);
});
