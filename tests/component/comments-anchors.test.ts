/** What is commented on, drawn in a live text, and where it goes as everybody writes on. */

import {
  type Anchored,
  type CommentAsk,
  rangesOf,
  showAnchors,
  staleThreads,
} from '@samenspel/client/comments/anchors.ts';
import {anchorHere, chosenWords} from '@samenspel/client/comments/asked-anchor.ts';
import {idsBetween, isInOneLine} from '@samenspel/client/comments/text-ids.ts';
import type {BlockId, PassagePart, TextId, ThreadLine} from '@samenspel/shared';
import {afterEach, expect, test, vi} from 'vitest';
import * as Y from 'yjs';
import {threadLine} from '../support/threads.ts';
import {block, caretAt, connect, type Desk, openDesk, paragraph} from '../support/writing.ts';

const desks: Desk[] = [];

afterEach(() => desks.splice(0).forEach(({editor}) => editor.destroy()));

function desk(...args: Parameters<typeof openDesk>): Desk {
  const opened = openDesk(...args);
  desks.push(opened);
  return opened;
}

/** Two who see each other's edits at once. */
function pair(content: NonNullable<Parameters<typeof openDesk>[0]>): readonly [Desk, Desk] {
  const mine = desk(content);
  const doc = new Y.Doc();
  connect(mine.doc, doc);
  return [mine, desk(undefined, doc)];
}

/** Where words stand in the editor. */
function find({editor}: Desk, words: string): {readonly from: number; readonly to: number} {
  let from = -1;
  editor.state.doc.descendants((node, pos) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (from === -1 && at !== -1) from = pos + 1 + at;
  });
  if (from === -1) throw new Error(`No such words: ${words}`);
  return {from, to: from + words.length};
}

/** A thread about these words, placed as the server would place it now. */
function about(here: Desk, words: string, id = `thread-${words}`): ThreadLine {
  const ids = idsBetween(here.editor.state, find(here, words));
  if (!ids) throw new Error(`No characters: ${words}`);
  const part: PassagePart = {...ids, line: '0:0' as TextId, from: 0, until: words.length};
  return threadLine({id, quote: words, place: {at: 'words', parts: [part]}});
}

function show({editor}: Desk, threads: readonly ThreadLine[], change: Partial<Anchored> = {}) {
  const counts = new Map<BlockId, number>();
  const none = {activeThread: null, activeBlock: null, mayComment: true};
  showAnchors(editor, {...none, threads, counts, ...change});
}

/** The words that are drawn as commented on, a line for each thread. */
function commented({editor}: Desk, ...threads: readonly ThreadLine[]): readonly string[] {
  return threads.map(({id}) =>
    rangesOf(editor.state, id)
      .map(({from, to}) => editor.state.doc.textBetween(from, to, '|'))
      .join('…'),
  );
}

const drawn = ({editor}: Desk, selector: string) => [
  ...editor.view.dom.querySelectorAll<HTMLElement>(selector),
];

test('words are underlined, with a sign behind them that is named by them and opens the thread', () => {
  const here = desk([paragraph('Een tuin met bomen en thee.')]);
  const thread = {...about(here, 'met bomen'), count: 2};
  show(here, [thread]);
  expect(drawn(here, '.anchor').map(({textContent}) => textContent)).toEqual(['met bomen']);
  const [sign] = drawn(here, '.anchor-sign');
  expect(sign?.getAttribute('aria-label')).toBe('2 reacties bij “met bomen”');
  const asked = vi.fn<(ask: CommentAsk) => void>();
  here.editor.on('comment', asked);
  sign?.click();
  expect(asked).toHaveBeenCalledWith({on: 'thread', id: thread.id});
});

test('words about which two threads are stand out, and their line is not that of one', () => {
  const here = desk([paragraph('Een tuin met bomen en thee.')]);
  show(here, [about(here, 'tuin met bomen'), about(here, 'bomen en thee')]);
  const looks = drawn(here, '.anchor').map(({className, textContent}) => [className, textContent]);
  expect(looks).toEqual([
    ['anchor', 'tuin met '],
    ['anchor anchor-several', 'bomen'],
    ['anchor', ' en thee'],
  ]);
});

test('what I type beside the words is not commented on, what I type in them is', () => {
  const here = desk([paragraph('Een tuin met bomen.')]);
  const thread = about(here, 'tuin');
  show(here, [thread]);
  const type = (at: number, words: string) => here.editor.commands.insertContentAt(at, words);
  type(find(here, 'tuin').from, 'grote ');
  type(find(here, 'tuin').to, 'en');
  type(find(here, 'tuin').from + 2, 'UU');
  expect(commented(here, thread)).toEqual(['tuUUin']);
  expect(staleThreads(here.editor.state)).toEqual([]);
});

test('what others write before it moves it along, by the names of its characters', () => {
  const [mine, theirs] = pair([paragraph('Vooraf.'), paragraph('Een tuin met bomen.')]);
  const thread = about(mine, 'tuin met');
  show(mine, [thread]);
  theirs.editor.commands.insertContentAt(1, 'Heel lang geleden. ');
  theirs.editor.commands.insertContentAt(find(theirs, 'met').from, 'en hof ');
  expect(commented(mine, thread)).toEqual(['tuin en hof met']);
  expect(staleThreads(mine.editor.state)).toEqual([]);
});

test.each([
  ['mine', 0],
  ['somebody else’s', 1],
] as const)('a split by %s hand lets characters die, and it says so', (_whose, who) => {
  const both = pair([paragraph('Een tuin met bomen.')]);
  const [mine] = both;
  const thread = about(mine, 'tuin met bomen');
  show(mine, [thread]);
  const splitter = both[who];
  caretAt(splitter.editor, 'tuin ');
  splitter.editor.commands.splitBlock();
  expect(staleThreads(mine.editor.state)).toEqual([thread.id]);
});

test('words that are taken away are drawn nowhere, and are again once they are back', () => {
  const [mine, theirs] = pair([paragraph('Een tuin met bomen.')]);
  const thread = about(mine, 'tuin');
  show(mine, [thread]);
  theirs.editor.commands.deleteRange(find(theirs, 'tuin'));
  expect(commented(mine, thread)).toEqual(['']);
  expect(drawn(mine, '.anchor, .anchor-sign')).toEqual([]);
  theirs.editor.commands.undo();
  expect(staleThreads(mine.editor.state)).toEqual([thread.id]);
  // The server tells what they are called now.
  const again = about(mine, 'tuin');
  show(mine, [again]);
  expect(commented(mine, again)).toEqual(['tuin']);
});

test('thousands of threads are placed in a moment', () => {
  const lines = Array.from({length: 500}, (_, at) =>
    paragraph(`Regel ${at} over de tuin en de buurt.`),
  );
  const here = desk(lines);
  const threads = Array.from({length: 2_000}, (_, at) =>
    about(here, `Regel ${at % 500} over`, `thread-${at}`),
  );
  const before = performance.now();
  show(here, threads);
  // Far above what it takes, far below what one would notice as something that hangs.
  expect(performance.now() - before).toBeLessThan(5_000);
  expect(commented(here, ...threads.slice(0, 3))).toEqual([
    'Regel 0 over',
    'Regel 1 over',
    'Regel 2 over',
  ]);
});

test('every block has a button that says what it is, or how much was said about it', () => {
  const here = desk([block('task', 'Wonen', block('goal', 'Inloop', paragraph('Elke week')))]);
  const ids: BlockId[] = [];
  here.editor.state.doc.descendants((node) => {
    if (typeof node.attrs['id'] === 'string') ids.push(node.attrs['id'] as BlockId);
  });
  const counts = new Map(ids.slice(1).map((id) => [id, 2]));
  show(here, [], {counts});
  const names = () => drawn(here, '.comment-button').map((one) => one.getAttribute('aria-label'));
  expect(names()).toEqual(['Reageer op opgave “Wonen”', '2 reacties bij doel “Inloop”']);
  const asked = vi.fn<(ask: CommentAsk) => void>();
  here.editor.on('comment', asked);
  drawn(here, '.comment-button')[1]?.click();
  expect(asked).toHaveBeenCalledWith({on: 'block', id: ids[1]});

  caretAt(here.editor, 'Inloop');
  here.editor.commands.insertContent('!');
  expect(names()[1]).toBe('2 reacties bij doel “Inloop!”');
  // Who can't comment finds what was said, and no more.
  show(here, [], {counts, mayComment: false});
  expect(names()).toEqual(['2 reacties bij doel “Inloop!”']);
});

test('what one comments on is the chosen words, else the block, else the line', () => {
  const here = desk([
    paragraph('Een losse regel.'),
    block('goal', 'Inloop', paragraph('Elke week open.'), paragraph('Met thee.')),
    paragraph(),
  ]);
  const {editor} = here;
  caretAt(editor, 'Elke');
  expect(anchorHere(editor.state)).toEqual({
    on: 'block',
    id: editor.state.doc.child(1).attrs['id'],
  });
  caretAt(editor, 'losse');
  expect(anchorHere(editor.state)).toMatchObject({on: 'passage', quote: 'Een losse regel.'});
  editor.commands.setTextSelection(editor.state.doc.content.size - 1);
  expect(anchorHere(editor.state)).toBeNull();

  editor.commands.setTextSelection(find(here, 'week'));
  const words = chosenWords(editor.state);
  expect(words).toMatchObject({on: 'passage', quote: 'week'});
  if (words?.on !== 'passage') throw new Error('Not about words');
  expect(isInOneLine(editor.state, words)).toBe(true);
  editor.commands.setTextSelection({from: find(here, 'open').from, to: find(here, 'thee').to});
  const more = chosenWords(editor.state);
  expect(more).toMatchObject({on: 'passage', quote: 'open. Met thee'});
  if (more?.on !== 'passage') throw new Error('Not about words');
  expect(isInOneLine(editor.state, more)).toBe(false);
});

test('a reader sees the same, and their signs are stops for the Tab key', () => {
  const mine = desk([paragraph('Een tuin.')]);
  const doc = new Y.Doc();
  connect(mine.doc, doc);
  const reader = desk(undefined, doc, false);
  const thread = about(reader, 'tuin');
  show(reader, [thread], {activeThread: thread.id});
  expect(drawn(reader, '.anchor-active').map(({textContent}) => textContent)).toEqual(['tuin']);
  expect(drawn(reader, '.anchor-sign').map(({tabIndex}) => tabIndex)).toEqual([0]);
  show(mine, [about(mine, 'tuin')]);
  expect(drawn(mine, '.anchor-sign').map(({tabIndex}) => tabIndex)).toEqual([-1]);
});
