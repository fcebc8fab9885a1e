/** Tables that two people change at once. */

import type {JSONContent} from '@samenspel/shared/schema';
import {afterEach, expect, test} from 'vitest';
import * as Y from 'yjs';
import {caretAt, connect, type Desk, openDesk, paragraph, rootOf} from '../support/writing.ts';

const desks: Desk[] = [];

afterEach(() => desks.splice(0).forEach(({editor}) => editor.destroy()));

function desk(...args: Parameters<typeof openDesk>): Desk {
  const opened = openDesk(...args);
  desks.push(opened);
  return opened;
}

const row = (...cells: readonly string[]): JSONContent => ({
  type: 'tableRow',
  content: cells.map((words) => ({type: 'tableCell', content: [paragraph(words)]})),
});
const table: JSONContent = {type: 'table', content: [row('een', 'twee'), row('drie', 'vier')]};

/** How many cells each row has. */
function widths({doc}: Desk): readonly number[] {
  const first = rootOf(doc).get(0) as Y.XmlElement;
  return first.toArray().map((one) => (one as Y.XmlElement).length);
}

/** One adds a column while the other adds a row: the new row lacks the new column. */
function unequal(): readonly [Desk, Desk] {
  const one = desk([table, paragraph('onder')]);
  const other = desk(undefined, new Y.Doc());
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc));
  caretAt(one.editor, 'twee');
  one.editor.commands.addColumnAfter();
  caretAt(other.editor, 'vier');
  other.editor.commands.addRowAfter();
  connect(one.doc, other.doc);
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc));
  return [one, other];
}

test('[R2] nobody mends a table because of what somebody else did, so that not all do it at once', () => {
  const [one, other] = unequal();
  expect(widths(one)).toEqual([3, 3, 2]);
  expect(widths(other)).toEqual([3, 3, 2]);
  expect(one.editor.getText()).toContain('vier');
});

test('whoever writes in such a table next mends it, once and for all', () => {
  const [one, other] = unequal();
  caretAt(other.editor, 'onder');
  other.editor.commands.insertContent('aan');
  expect(widths(one)).toEqual([3, 3, 2]);
  caretAt(one.editor, 'een');
  one.editor.commands.insertContent('!');
  expect(widths(one)).toEqual([3, 3, 3]);
  expect(widths(other)).toEqual([3, 3, 3]);
  caretAt(other.editor, 'drie');
  other.editor.commands.insertContent('!');
  expect(widths(one)).toEqual([3, 3, 3]);
});
