/** Folding tasks and goals: a way of looking, never part of the text. */

import {fold, foldableIds, isFolded} from '@samenspel/client/editor/fold.ts';
import {jumpTo} from '@samenspel/client/editor/jump.ts';
import type {BlockId} from '@samenspel/shared';
import {afterEach, expect, test} from 'vitest';
import * as Y from 'yjs';
import {block, caretAt, connect, type Desk, openDesk, paragraph} from '../support/writing.ts';

const desks: Desk[] = [];

afterEach(() => desks.splice(0).forEach(({editor}) => editor.destroy()));

const plan = [
  block('task', 'Wonen', block('goal', 'Inloop', paragraph('Elke week'))),
  block('task', 'Werk', paragraph('Later')),
];

function desk(...args: Parameters<typeof openDesk>) {
  const opened = openDesk(...args);
  desks.push(opened);
  return opened;
}

function foldButtons({editor}: Desk): readonly HTMLButtonElement[] {
  return [...editor.view.dom.querySelectorAll<HTMLButtonElement>('.fold-button')];
}

function button(here: Desk, title: string): HTMLButtonElement {
  const found = foldButtons(here).find((one) => one.getAttribute('aria-label')?.endsWith(title));
  if (!found) throw new Error(`No fold button for ${title}`);
  return found;
}

const isShut = (here: Desk, title: string) =>
  button(here, title).closest('section')?.classList.contains('folded') ?? false;

test('every task and goal has a button that says whether it is open, and what it is', () => {
  const here = desk(plan);
  expect(
    foldButtons(here).map((one) => [
      one.getAttribute('aria-label'),
      one.getAttribute('aria-expanded'),
    ]),
  ).toEqual([
    ['Klap in: Wonen', 'true'],
    ['Klap in: Inloop', 'true'],
    ['Klap in: Werk', 'true'],
  ]);
  button(here, 'Inloop').click();
  expect(button(here, 'Inloop').getAttribute('aria-expanded')).toBe('false');
  expect(isShut(here, 'Inloop')).toBe(true);
  expect(isShut(here, 'Wonen')).toBe(false);
});

test('folding changes nothing in the document, and is not seen by others', () => {
  const here = desk(plan);
  const other = desk(undefined, new Y.Doc());
  connect(here.doc, other.doc);
  const before = Y.encodeStateVector(here.doc);
  button(here, 'Wonen').click();
  expect(Y.encodeStateVector(here.doc)).toEqual(before);
  expect(isShut(other, 'Wonen')).toBe(false);
});

test('a caret that would be hidden goes to the end of the title', () => {
  const here = desk(plan);
  caretAt(here.editor, 'Elke');
  button(here, 'Wonen').click();
  const {$head} = here.editor.state.selection;
  expect([$head.parent.textContent, $head.parentOffset]).toEqual(['Wonen', 5]);
  expect(isShut(here, 'Wonen')).toBe(true);
});

test('finding and jumping unfold what they lead into', () => {
  const here = desk(plan);
  fold(here.editor, foldableIds(here.editor.state), true);
  here.editor.commands.find({text: 'week', matchCase: false});
  expect([isShut(here, 'Wonen'), isShut(here, 'Inloop'), isShut(here, 'Werk')]).toEqual([
    false,
    false,
    true,
  ]);
  here.editor.commands.find({text: '', matchCase: false});
  fold(here.editor, foldableIds(here.editor.state), true);
  const goal = foldableIds(here.editor.state)[1] ?? '';
  jumpTo(here.editor, goal as BlockId);
  expect(isShut(here, 'Wonen')).toBe(false);
  expect(isFolded(here.editor.state, goal)).toBe(true);
});

test('what others write in something folded does not unfold it', () => {
  const here = desk(plan);
  const other = desk(undefined, new Y.Doc());
  connect(here.doc, other.doc);
  caretAt(here.editor, 'Later');
  button(here, 'Inloop').click();
  caretAt(other.editor, 'Elke week');
  other.editor.commands.insertContent(', altijd');
  expect(here.editor.getText()).toContain('altijd');
  expect(isShut(here, 'Inloop')).toBe(true);
  expect(here.editor.state.selection.$head.parent.textContent).toBe('Later');
});

test('a button follows the title and stays one while the text is typed', () => {
  const here = desk(plan);
  caretAt(here.editor, 'Inloop');
  here.editor.commands.insertContent(' in de buurt');
  expect(button(here, 'Inloop in de buurt')).toBeTruthy();
  const same = button(here, 'Werk');
  caretAt(here.editor, 'Elke');
  here.editor.commands.insertContent(' dinsdag');
  expect(button(here, 'Werk')).toBe(same);
  expect(foldButtons(here)).toHaveLength(3);
});
