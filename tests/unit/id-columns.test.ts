import {idColumns} from '@samenspel/server/journal/id-columns.ts';
import {orderOf} from '@samenspel/server/journal/number-order.ts';
import {expect, test} from 'vitest';
import {seeded} from '../support/random.ts';

test('numbers are put in order with their places, of equal ones the first first', () => {
  const random = seeded(1);
  for (const count of [0, 1, 2, 3, 100, 5_000]) {
    const numbers = Array.from({length: count}, () => random.below(2 ** 31));
    numbers.push(...numbers.slice(0, count >> 1));
    const places = numbers.map((_, place) => place);
    const sorted = places.toSorted((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
    expect([...orderOf(numbers)]).toEqual(sorted);
  }
});

test.each([1, 2, 3, 4, 5, 6])(
  'under an id is what a plain map says, also where ranges lie over each other (seed %i)',
  (seed) => {
    const random = seeded(seed);
    const count = 60;
    const some = (most: number) => Array.from({length: count}, () => random.below(most));
    const [client, clock] = [some(3), some(seed % 2 === 0 ? 2_000 : 120)];
    const length = some(14).map((one) => one + 1);
    const columns = idColumns({client, clock, length});
    const plain = new Map<string, number>();
    for (const [place, from] of clock.entries()) {
      for (let at = from; at < from + (length[place] ?? 0); at++) {
        plain.set(`${client[place]} ${at}`, place);
      }
    }
    for (let times = 0; times < 400; times++) {
      const [of, from, many] = [random.below(4), random.below(150), 1 + random.below(30)];
      const found: unknown[] = [];
      columns.each(of, from, many, (at, covered, number) => {
        for (let next = at; next < at + covered; next++) found.push([next, number]);
      });
      const wanted = Array.from({length: many}, (_, index) => from + index).flatMap((at) => {
        const number = plain.get(`${of} ${at}`);
        return number === undefined ? [] : [[at, number]];
      });
      expect(found).toEqual(wanted);
      expect(columns.at(of, from)).toBe(plain.get(`${of} ${from}`) ?? null);
      const stop = Math.min(columns.upTo(of, from), from + 30);
      expect(stop).toBeGreaterThan(from);
      for (let at = from; at < stop; at++) {
        expect(plain.get(`${of} ${at}`)).toBe(plain.get(`${of} ${from}`));
      }
    }
  },
);
