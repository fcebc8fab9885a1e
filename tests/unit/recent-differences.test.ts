/** What was compared just now is not compared again, unless something was written since. */

import type {DifferenceFound} from '@samenspel/server/history/difference/differences.ts';
import {openRecentDifferences} from '@samenspel/server/history/recent-differences.ts';
import type {DocumentId, Seq} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {fakeClock} from '../support/fake-clock.ts';

const documentId = 'document1' as DocumentId;
const [one, two] = [1, 2] as [Seq, Seq];

function arrange(answer: () => Promise<DifferenceFound | null>) {
  let asked = 0;
  let head = two;
  const clock = fakeClock();
  const recent = openRecentDifferences({
    differences: {
      between() {
        asked++;
        return answer();
      },
    },
    head: () => Promise.resolve(head),
    clock,
  });
  return {
    ...{clock, recent, asked: () => asked},
    writes: () => (head = (head + 1) as Seq),
    ask: (from = one, until = two) => recent.between(documentId, from, until),
  };
}

const found = (length = 10): DifferenceFound => ({json: 'x'.repeat(length), people: []});

test('who asks together is answered from one comparison, and who asks again too', async () => {
  const world = arrange(() => Promise.resolve(found()));
  const [first, second] = await Promise.all([world.ask(), world.ask()]);
  expect(first).toBe(second);
  expect(await world.ask()).toBe(first);
  expect(world.asked()).toBe(1);
});

test('a word that was written since makes it another question', async () => {
  const world = arrange(() => Promise.resolve(found()));
  await world.ask();
  world.writes();
  await world.ask();
  expect(world.asked()).toBe(2);
});

test('after a minute it is compared again', async () => {
  const world = arrange(() => Promise.resolve(found()));
  await world.ask();
  world.clock.advance(60_001);
  await world.ask();
  expect(world.asked()).toBe(2);
});

test('however much is compared, only so much of it is kept, the last of it first', async () => {
  const world = arrange(() => Promise.resolve(found(6_000_000)));
  for (const from of [1, 2, 3, 4] as Seq[]) await world.ask(from);
  expect(world.asked()).toBe(4);
  await world.ask(4 as Seq);
  expect(world.asked()).toBe(4);
  await world.ask(one);
  expect(world.asked()).toBe(5);
});

test('what failed is tried again by the next who asks', async () => {
  let fails = true;
  const world = arrange(() =>
    fails ? Promise.reject(new Error('The thread ended')) : Promise.resolve(found()),
  );
  await expect(world.ask()).rejects.toThrow('The thread ended');
  fails = false;
  expect(await world.ask()).toEqual(found());
});

test('[R26] beyond a number that wait, the next is asked to come back', async () => {
  const world = arrange(() => new Promise(() => undefined));
  for (let from = 1; from <= 30; from++) void world.ask(from as Seq);
  await expect(world.ask(31 as Seq)).rejects.toMatchObject({code: 'too_many'});
});
