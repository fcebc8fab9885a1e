/** How others' edits reach the document: soon, but not each with a redraw of its own. */

import {openRemoteBatch} from '@samenspel/client/sync/remote-batch.ts';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {openLine} from '../support/line.ts';

/** `slowMs`: so long it takes to draw. */
function started(slowMs = 0) {
  const sender = new Y.Doc();
  const receiver = new Y.Doc();
  const {world, advance} = openLine();
  const origin = {};
  const batch = openRemoteBatch({doc: receiver, origin, now: world.now, after: world.after});
  const drawn: {local: boolean; origin: unknown}[] = [];
  receiver.on('afterTransaction', ({local, origin: from}: Y.Transaction) => {
    drawn.push({local, origin: from});
    advance(slowMs);
  });
  sender.on('update', (update: Uint8Array) => batch.add(update));
  const type = (words: string) => sender.getText('t').insert(sender.getText('t').length, words);
  return {batch, type, advance, drawn, origin, text: () => receiver.getText('t').toString()};
}

test('the first edit after a silence is there at once', () => {
  const {type, text} = started();
  type('a');
  expect(text()).toBe('a');
});

test('what follows within the pause is drawn once, together', () => {
  const {type, text, advance, drawn} = started();
  type('a');
  for (const letter of 'bcdef') type(letter);
  expect(text()).toBe('a');
  advance(50);
  expect(text()).toBe('abcdef');
  expect(drawn).toHaveLength(2);
});

test('where drawing takes long, who types here gets most of the time', () => {
  const {type, text, advance} = started(20);
  type('a');
  type('b');
  advance(239);
  expect(text()).toBe('a');
  advance(1);
  expect(text()).toBe('ab');
});

test('even the slowest device shows what others write before long', () => {
  const {type, text, advance} = started(5_000);
  type('a');
  type('b');
  advance(600);
  expect(text()).toBe('ab');
});

test('a batch is neither ours to undo nor to send back', () => {
  const {type, advance, drawn, origin} = started();
  type('a');
  type('b');
  type('c');
  advance(50);
  expect(drawn).toEqual([
    {local: false, origin},
    {local: false, origin},
  ]);
});

test('[R2] nothing that was waiting is lost when it is flushed', () => {
  const {batch, type, text} = started();
  type('a');
  type('b');
  batch.flush();
  expect(text()).toBe('ab');
});
