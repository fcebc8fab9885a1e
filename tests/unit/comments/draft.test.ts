/** Words as one writes them, with names and goals in them, and as they are sent. */

import {
  askedAt,
  blockReferences,
  choose,
  draftOf,
  emptyDraft,
  fitting,
  peopleReferences,
  wordsOf,
} from '@samenspel/client/comments/draft.ts';
import type {BlockId, PersonId, PersonView, Side} from '@samenspel/shared';
import {expect, test} from 'vitest';

const person = (id: string, name: string, side: Side = 'informal'): PersonView => ({
  ...{id: id as PersonId, name, side},
});
const block = (id: string, title: string, kind = 'Doel') => ({id: id as BlockId, title, kind});

test.each([
  ['an @ at the beginning', '@am', {sign: '@', from: 0, typed: 'am'}],
  ['an @ alone', 'Vraag @', {sign: '@', from: 6, typed: ''}],
  [
    'a # behind words, with a space in what is typed',
    'Zie #een in',
    {sign: '#', from: 4, typed: 'een in'},
  ],
  ['no sign', 'Vraag Amina', null],
  ['a mail address', 'amina@buurt', null],
  ['a sign on the line before', '@Amina\nkom je', null],
])('what is asked for behind %s', (_what, text, asked) => {
  expect(askedAt(text, text.length)).toEqual(asked);
});

test('what begins with the letters comes before what holds them', () => {
  const all = peopleReferences([person('p1', 'Rosamina'), person('p2', 'Amina')]);
  expect(fitting(all, 'am').map(({shown}) => shown)).toEqual(['@Amina', '@Rosamina']);
});

test('people who are called the same are told apart by their side, then by number', () => {
  const people = [
    person('p1', 'Jan'),
    person('p2', 'Jan', 'formal'),
    person('p3', 'Jan', 'formal'),
  ];
  expect(peopleReferences(people).map(({shown}) => shown)).toEqual([
    '@Jan (informeel)',
    '@Jan (formeel)',
    '@Jan (formeel) 2',
  ]);
});

test('what has no title can not be pointed at, and equal titles say what they are', () => {
  const blocks = [block('b1', 'Inloop'), block('b2', ''), block('b3', 'Inloop', 'Actie')];
  expect(blockReferences(blocks).map(({shown}) => shown)).toEqual([
    '#Inloop (Doel)',
    '#Inloop (Actie)',
  ]);
});

test('what is chosen stands there by name and is sent by its id, the caret behind it', () => {
  const [amina] = peopleReferences([person('amina1', 'Amina')]);
  if (!amina) throw new Error('Nobody to choose');
  const text = 'Vraag @am of ze komt';
  const asked = askedAt(text, 9);
  if (!asked) throw new Error('Nothing is asked');
  const {draft, caret} = choose({...emptyDraft, text}, asked, amina);
  expect(draft.text).toBe('Vraag @Amina of ze komt');
  expect(draft.text.slice(caret)).toBe('of ze komt');
  expect(wordsOf(draft)).toBe('Vraag @[amina1] of ze komt');
});

test('a short name takes no bite of a longer one, and is no part of a word', () => {
  const references = [
    {shown: '@Jan', token: '@[jan001]'},
    {shown: '@Jan Willem', token: '@[janw01]'},
  ];
  expect(wordsOf({text: '@Jan Willem, @Jan en @Janneke', references})).toBe(
    '@[janw01], @[jan001] en @Janneke',
  );
});

test('what was sent comes back as it was written, and goes out the same', () => {
  const words = 'Zie #[goal-1] met @[amina1] en @[gone01]';
  const draft = draftOf(
    words,
    (id) => (id === 'amina1' ? 'Amina' : null),
    () => 'Een open inloop',
  );
  expect(draft.text).toBe('Zie #Een open inloop met @Amina en @[gone01]');
  expect(wordsOf(draft)).toBe(words);
});
