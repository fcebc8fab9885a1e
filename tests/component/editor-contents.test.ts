/** The table of contents of a text, and leading to its places. */

import {contentsOf} from '@samenspel/client/editor/contents.ts';
import {jumpTo} from '@samenspel/client/editor/jump.ts';
import type {BlockId} from '@samenspel/shared';
import {afterEach, expect, test} from 'vitest';
import {block, type Desk, openDesk, outline, paragraph} from '../support/writing.ts';

let here: Desk;

afterEach(() => here.editor.destroy());

const heading = (level: 1 | 2 | 3, text: string) => ({
  type: 'heading',
  attrs: {level},
  ...(text ? {content: [{type: 'text', text}]} : {}),
});

const drawn = () =>
  contentsOf(here.editor.state.doc).map(({kind, depth, words}) => `${depth} ${kind} ${words}`);

test('headings, tasks and goals stand in order, each as deep as it is', () => {
  here = openDesk([
    heading(1, 'Wijkplan'),
    paragraph('Vooraf'),
    heading(2, 'Opgaven'),
    block('task', 'Wonen', block('goal', 'Inloop', block('action', 'Plek')), heading(3, 'Ook nog')),
    heading(1, 'Afspraken'),
    block('goal', 'Los doel'),
  ]);
  expect(drawn()).toEqual([
    '1 heading Wijkplan',
    '2 heading Opgaven',
    '3 task Wonen',
    '4 goal Inloop',
    '4 heading Ook nog',
    '1 heading Afspraken',
    '2 goal Los doel',
  ]);
});

test('a text without large headings does not begin indented, and empty headings are left out', () => {
  here = openDesk([heading(3, 'Klein'), heading(3, ''), block('task', '')]);
  expect(drawn()).toEqual(['1 heading Klein', '2 task ']);
});

test('each entry can be told apart, also when two headings read the same', () => {
  here = openDesk([heading(1, 'Wie'), heading(1, 'Wie'), block('goal', 'Wie')]);
  const keys = contentsOf(here.editor.state.doc).map(({key}) => key);
  expect(new Set(keys).size).toBe(3);
});

test('jumping to a block puts the caret of a writer into its title', () => {
  here = openDesk([paragraph('x'), block('task', 'Wonen', block('goal', 'Inloop'))]);
  const goal = contentsOf(here.editor.state.doc)[1];
  jumpTo(here.editor, goal?.id ?? ('' as BlockId));
  here.editor.commands.insertContent('De ');
  expect(outline(here.editor)).toContain('goal(blockTitle"De Inloop")');
});

test('jumping puts the focus of a reader on the block, and to one that is gone goes nowhere', () => {
  const written = openDesk([paragraph('x'), block('task', 'Wonen')]);
  here = openDesk(undefined, written.doc, false);
  const task = contentsOf(here.editor.state.doc)[0];
  jumpTo(here.editor, 'weg-is-weg' as BlockId);
  expect(document.activeElement).toBe(document.body);
  jumpTo(here.editor, task?.id ?? ('' as BlockId));
  expect(document.activeElement?.getAttribute('data-block')).toBe('task');
  written.editor.destroy();
});
