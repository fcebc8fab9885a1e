/** A press in the text while others write: the browser shows it before the editor hears of it. */

import {yCursorPluginKey} from '@tiptap/y-tiptap';
import {afterEach, expect, test} from 'vitest';
import {applyAwarenessUpdate, encodeAwarenessUpdate} from 'y-protocols/awareness';
import * as Y from 'yjs';
import {caretAt, type Desk, openDesk, outline, paragraph, rootOf} from '../support/writing.ts';

const desks: Desk[] = [];

afterEach(() => desks.splice(0).forEach(({editor}) => editor.destroy()));

/** My caret stands in the second line; whoever else is there is about to write at its end. */
function pair() {
  const mine = openDesk([paragraph('Een regel'), paragraph('Twee regels'), paragraph('Drie')]);
  const theirs = openDesk(undefined, new Y.Doc());
  desks.push(mine, theirs);
  const bring = (from: Desk, to: Desk) =>
    Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'line');
  bring(mine, theirs);
  mine.editor.view.focus();
  caretAt(mine.editor, 'Twee');
  caretAt(theirs.editor, 'Twee regels');
  const write = () => {
    theirs.editor.commands.insertContent('!');
    bring(theirs, mine);
  };
  return {mine, theirs, write};
}

/** As a browser does it: the caret is there at once, and the editor is told a little later. */
function pressAt({editor}: Desk, words: string, offset: number, until = offset): void {
  const {dom} = editor.view;
  dom.dispatchEvent(new Event('pointerdown', {bubbles: true}));
  const line = [...dom.querySelectorAll('p')].find(({textContent}) => textContent === words);
  const text = line?.firstChild;
  if (!text) throw new Error(`No such line: ${words}`);
  document.getSelection()?.setBaseAndExtent(text, offset, text, until);
}

function chosen({editor}: Desk): string {
  const {$from, from, to} = editor.state.selection;
  return `${$from.parent.textContent} ${$from.parentOffset}+${to - from}`;
}

test('what others write meanwhile leaves my caret where I put it', () => {
  const {mine, write} = pair();
  expect(chosen(mine)).toBe('Twee regels 4+0');
  pressAt(mine, 'Een regel', 3);
  write();
  expect(chosen(mine)).toBe('Een regel 3+0');
  expect(outline(mine.editor)).toContain('Twee regels!');
  mine.editor.commands.insertContent('tje');
  expect(outline(mine.editor)).toContain('Eentje regel');
});

test('words that I am choosing stay chosen, also in the line in which others write', () => {
  const {mine, write} = pair();
  pressAt(mine, 'Twee regels', 5, 11);
  write();
  expect(chosen(mine)).toBe('Twee regels! 5+6');
});

test('that the carets of others move leaves my caret where I put it', () => {
  const {mine, theirs} = pair();
  const last = rootOf(theirs.doc).get(2);
  const line = last instanceof Y.XmlElement ? last.get(0) : null;
  if (!(line instanceof Y.XmlText)) throw new Error('No third line');
  const place = Y.createRelativePositionFromTypeIndex(line, 0);
  theirs.awareness.setLocalStateField('cursor', {anchor: place, head: place});
  const update = encodeAwarenessUpdate(theirs.awareness, [theirs.awareness.clientID]);
  applyAwarenessUpdate(mine.awareness, update, 'line');
  const {view} = mine.editor;
  pressAt(mine, 'Een regel', 3);
  // As the binding does when it has heard of it.
  view.dispatch(view.state.tr.setMeta(yCursorPluginKey, {awarenessUpdated: true}));
  expect(view.dom.querySelector('.caret-label')).not.toBeNull();
  expect(chosen(mine)).toBe('Een regel 3+0');
});

test('what is being typed is no press: then the page is ahead of the text', () => {
  const {mine, write} = pair();
  pressAt(mine, 'Een regel', 3);
  mine.editor.view.dom.dispatchEvent(new Event('beforeinput', {bubbles: true}));
  write();
  expect(chosen(mine)).toBe('Twee regels! 4+0');
});
