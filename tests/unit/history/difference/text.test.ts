import {earlierOf, laterOf} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {desk, find, only, signs, textAt, tidy, told} from './desk.ts';

const p = (...lines: readonly string[]) => desk((make) => lines.map((line) => make('paragraph', null, ...(line ? [line] : []))));

test('typed words are inserted, by who typed them', () => {
  const d = p('Een inloop');
  d.does(d.bram, (tr) => tr.insertText('open ', find(d.bram, 'inloop').from));
  const difference = d.difference();
  expect(signs(difference)).toBe('Een {+open +}inloop');
  expect(told(difference)).toEqual([
    {what: 'inserted', of: 'text', text: 'open ', by: [d.bram.personId]},
  ]);
});
