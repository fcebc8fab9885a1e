/** The grey words of a template's questions. */

import {afterEach, expect, test} from 'vitest';
import * as Y from 'yjs';
import {caretAt, connect, type Desk, openDesk, paragraph, press} from '../support/writing.ts';

let here: Desk;

afterEach(() => here.editor.destroy());

const asked = () =>
  [...here.editor.view.dom.querySelectorAll('.hint')].map((one) => [
    one.getAttribute('data-hint'),
    one.getAttribute('aria-description'),
  ]);

test('a question stands on its empty line, is told, and is gone once something is written there', () => {
  const question = {type: 'paragraph', attrs: {question: 'Wat speelt hier?'}};
  here = openDesk([paragraph('Eerst'), question, paragraph()]);
  expect(asked()).toEqual([['Wat speelt hier?', 'Wat speelt hier?']]);
  here.editor.commands.setTextSelection(8);
  here.editor.commands.insertContent('Te weinig plek');
  expect(asked()).toEqual([]);
  // The next line answers nothing.
  press(here.editor, 'Enter');
  expect(asked()).toEqual([]);
});

test('what others write moves a question along, and answers it', () => {
  const question = (words: string) => ({type: 'paragraph', attrs: {question: words}});
  here = openDesk([paragraph('Eerst'), question('Wat speelt hier?'), question('Voor wie?')]);
  const theirs = openDesk(undefined, new Y.Doc());
  connect(here.doc, theirs.doc);
  theirs.editor.commands.insertContentAt(0, paragraph('Helemaal vooraan'));
  expect(asked().map(([words]) => words)).toEqual(['Wat speelt hier?', 'Voor wie?']);
  caretAt(theirs.editor, 'Eerst');
  theirs.editor.commands.insertContentAt(theirs.editor.state.selection.to + 2, 'Te weinig plek');
  expect(asked().map(([words]) => words)).toEqual(['Voor wie?']);
  theirs.editor.destroy();
});
