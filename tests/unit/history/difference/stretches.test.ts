import {heaviestIncreasing} from '@samenspel/server/history/difference/increasing.ts';
import {equalStretches, likeness} from '@samenspel/server/history/difference/token-diff.ts';
import {describe, expect, test} from 'vitest';
import {seeded} from '../../../support/random.ts';

const words = ['de', 'buurt', ' ', ', ', 'samen', 'één', '😀', 'niet', ' '];

describe('What stayed of one text in another', () => {
  test('is equal, in order, and without overlap, for any two texts', () => {
    const random = seeded(1);
    for (let times = 0; times < 500; times++) {
      const text = () => Array.from({length: random.below(30)}, () => random.pick(words)).join('');
      const [one, other] = [text(), text()];
      let [from, to] = [0, 0];
      for (const stretch of equalStretches(one, other)) {
        expect(stretch.from).toBeGreaterThanOrEqual(from);
        expect(stretch.to).toBeGreaterThanOrEqual(to);
        [from, to] = [stretch.from + stretch.length, stretch.to + stretch.length];
        expect(one.slice(stretch.from, from)).toBe(other.slice(stretch.to, to));
        expect(stretch.length).toBeGreaterThan(0);
      }
      expect(from).toBeLessThanOrEqual(one.length);
      expect(to).toBeLessThanOrEqual(other.length);
    }
  });

  test('is as much as can be', () => {
    const random = seeded(2);
    for (let times = 0; times < 200; times++) {
      const list = () => Array.from({length: random.below(9)}, () => random.pick(['a', 'b', 'c']));
      const [one, other] = [list(), list()];
      // Signs are words of their own here.
      const [text, otherText] = [one, other].map((each) =>
        each.map((sign) => signs[sign]).join(''),
      );
      const found = equalStretches(text ?? '', otherText ?? '');
      const length = found.reduce((sum, stretch) => sum + stretch.length, 0);
      expect([one, other, length]).toEqual([one, other, longestCommon(one, other)]);
    }
  });

  test('is nothing but the ends, when two texts have little in common', () => {
    const random = seeded(3);
    const noise = () => Array.from({length: 600}, () => random.below(1e9).toString(36)).join(' ');
    const found = equalStretches(`Begin ${noise()} eind`, `Begin ${noise()} eind`);
    expect(found.map(({length}) => length)).toEqual(['Begin '.length, ' eind'.length]);
  });
});

test('Two texts are as alike as the words that they share', () => {
  expect(likeness('Samen koffie drinken', 'samen thee drinken')).toBeCloseTo(2 / 3);
  expect(likeness('Koffie', 'Soep')).toBe(0);
  expect(likeness('', '')).toBe(0);
});

test('What is kept grows, and weighs as much as anything that grows can', () => {
  const random = seeded(4);
  for (let times = 0; times < 300; times++) {
    const items = Array.from({length: random.below(10)}, () => ({
      ...{place: random.below(8), weight: 1 + random.below(5)},
    }));
    const kept = heaviestIncreasing(items);
    for (const [index, {place}] of kept.entries()) {
      expect(place).toBeGreaterThan(kept[index - 1]?.place ?? -1);
    }
    expect(kept.reduce((sum, {weight}) => sum + weight, 0)).toBe(heaviest(items, 0, -1));
  }
});

const signs: Readonly<Record<string, string>> = {a: '!', b: '?', c: ';'};

/** By trying everything. */
function heaviest(
  items: readonly {readonly place: number; readonly weight: number}[],
  from: number,
  above: number,
): number {
  const item = items[from];
  if (!item) return 0;
  const without = heaviest(items, from + 1, above);
  return item.place <= above
    ? without
    : Math.max(without, item.weight + heaviest(items, from + 1, item.place));
}

function longestCommon(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one[0], other[0]];
  if (a === undefined || b === undefined) return 0;
  const skip = Math.max(longestCommon(one.slice(1), other), longestCommon(one, other.slice(1)));
  return a === b ? Math.max(skip, 1 + longestCommon(one.slice(1), other.slice(1))) : skip;
}
