/** Which words somebody chose in a text that is only read, however the browser says so. */

import {chosenPassages} from '@samenspel/client/history/authors/past-passages.ts';
import {beforeEach, expect, test} from 'vitest';

const text = document.createElement('div');

beforeEach(() => {
  text.innerHTML = `<p id="one"><span data-line="1:1" data-at="0">Je mag </span><strong><span
    data-line="1:1" data-at="7">niet</span></strong></p><p id="two"><span data-line="1:9"
    data-at="4">weg</span></p>`;
  document.body.replaceChildren(text);
});

type End = readonly [node: Node | null | undefined, offset: number];

function choose([from, start]: End, [to, end]: End) {
  if (!from || !to) throw new Error('Nothing to choose there');
  getSelection()?.setBaseAndExtent(from, start, to, end);
  return chosenPassages(text);
}

const wordsOf = (place: number) => text.querySelectorAll('[data-line]')[place]?.firstChild;

test('within words', () => {
  expect(choose([wordsOf(0), 3], [wordsOf(0), 6])).toEqual([
    {line: '1:1', from: 3, until: 6, text: 'mag'},
  ]);
});

test('a whole line, as three presses choose it: up to before the next one', () => {
  expect(choose([wordsOf(0), 0], [text.querySelector('#two'), 0])).toEqual([
    {line: '1:1', from: 0, until: 11, text: 'Je mag niet'},
  ]);
});

test('everything, between elements instead of letters', () => {
  expect(choose([text, 0], [text, 2])).toEqual([
    {line: '1:1', from: 0, until: 11, text: 'Je mag niet'},
    {line: '1:9', from: 4, until: 7, text: 'weg'},
  ]);
});
