/** The carets of others in the text. */

import {shiftFor} from '@samenspel/client/editor/carets.ts';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {applyAwarenessUpdate, Awareness, encodeAwarenessUpdate} from 'y-protocols/awareness';
import * as Y from 'yjs';
import {connect, type Desk, openDesk, paragraph, rootOf} from '../support/writing.ts';

const joris = {id: 'person-joris', name: 'Joris', side: 'formal'} as const;

let desk: Desk;
let other: Awareness;

beforeEach(() => {
  vi.useFakeTimers();
  desk = openDesk([paragraph('Samen aan tafel.')]);
  const doc = new Y.Doc();
  connect(desk.doc, doc);
  other = new Awareness(doc);
  other.setLocalState({user: joris});
  other.on('update', () =>
    applyAwarenessUpdate(desk.awareness, encodeAwarenessUpdate(other, [other.clientID]), 'line'),
  );
});

afterEach(() => {
  desk.editor.destroy();
  other.destroy();
  vi.useRealTimers();
});

/** Joris puts his caret behind so many letters of the first line. */
function caretBehind(letters: number): void {
  const place = Y.createRelativePositionFromTypeIndex(theirText(), letters);
  other.setLocalStateField('cursor', {anchor: place, head: place});
  vi.advanceTimersByTime(1);
}

function theirText(): Y.XmlText {
  const first = rootOf(other.doc).get(0);
  const text = first instanceof Y.XmlElement ? first.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('The document begins with a line of text');
  return text;
}

const caret = () => desk.editor.view.dom.querySelector('.caret-formal');
const isNamed = () => caret()?.classList.contains('caret-named');

test('a caret shows its name when it moves, and a moment later only its flag', () => {
  caretBehind(5);
  expect(caret()?.textContent).toBe('Joris · formeel');
  expect(isNamed()).toBe(true);
  vi.advanceTimersByTime(2_000);
  expect(isNamed()).toBe(false);
  caretBehind(6);
  expect(isNamed()).toBe(true);
});

test('who is called otherwise is so at their caret too, without it having to move', () => {
  caretBehind(5);
  other.setLocalStateField('user', {...joris, name: 'Joris van de Kade'});
  vi.advanceTimersByTime(1);
  expect(caret()?.textContent).toBe('Joris van de Kade · formeel');
});

test('typing on at the end of a line is moving too', () => {
  caretBehind(theirText().length);
  vi.advanceTimersByTime(2_000);
  expect(isNamed()).toBe(false);
  theirText().insert(theirText().length, ' Met thee.');
  vi.advanceTimersByTime(1);
  expect(isNamed()).toBe(true);
});

test('my own typing before a caret that rests does not call its name', () => {
  caretBehind(5);
  vi.advanceTimersByTime(2_000);
  desk.editor.commands.insertContentAt(1, 'Wij zitten ');
  vi.advanceTimersByTime(1);
  expect(caret()).not.toBeNull();
  expect(isNamed()).toBe(false);
});

test('a name stays inside the column, on whichever side of its caret there is room', () => {
  const column = {left: 16, right: 344};
  expect(shiftFor(100, 120, column)).toBe(0);
  expect(shiftFor(300, 120, column)).toBe(-118);
  expect(shiftFor(200, 256, column)).toBe(-184);
});
