/** Cards beside a text: none over another, and what is open exactly where it belongs. */

import {type Card, stack} from '@samenspel/client/comments/stack.ts';
import {array, assert, integer, nat, property, record} from 'fast-check';
import {expect, test} from 'vitest';

const card = (id: string, wanted: number, height = 100): Card => ({id, wanted, height});

test('a card that has room stands beside its place', () => {
  const tops = stack([card('a', 50), card('b', 400)], null, 0);
  expect([...tops]).toEqual([
    ['a', 50],
    ['b', 400],
  ]);
});

test('a card without room goes on below the one before it', () => {
  expect(stack([card('a', 50), card('b', 60)], null, 0).get('b')).toBe(158);
});

test('what is open stays at its place, and those before it make room upwards', () => {
  const tops = stack([card('a', 280), card('b', 290), card('c', 300)], 'c', 0);
  expect([...tops.values()]).toEqual([84, 192, 300]);
});

test('nothing goes above the least, not even for what is open', () => {
  const tops = stack([card('a', 10), card('b', 20)], 'b', 40);
  expect([...tops.values()]).toEqual([40, 148]);
});

test('whatever is wanted, no card lies over another or above the least', () => {
  const cards = array(record({wanted: nat(2_000), height: integer({min: 20, max: 400})})).map(
    (all) =>
      all
        .toSorted((a, b) => a.wanted - b.wanted)
        .map((one, at): Card => ({...one, id: `card ${at}`})),
  );
  assert(
    property(cards, nat(20), nat(200), (all, chosen, least) => {
      const open = all[chosen]?.id ?? null;
      const tops = stack(all, open, least);
      let free = least;
      for (const {id, height} of all) {
        const top = tops.get(id) ?? Number.NaN;
        expect(top).toBeGreaterThanOrEqual(free);
        free = top + height;
      }
    }),
  );
});
