import {busyWords} from '@samenspel/client/words/looking-back.ts';
import {
  type Day,
  noonOf,
  packTimeline,
  type Seq,
  type TimelineDay,
  type TimelineView,
  unpackTimeline,
} from '@samenspel/shared';
import {brotliCompressSync, constants} from 'node:zlib';
import {expect, test} from 'vitest';
import {seeded} from '../support/random.ts';

const dayMs = 86_400_000;
const first = Date.parse('2016-02-27T12:00:00Z');

/** Written in on so many days, with some between on which nobody did. */
function life(days: number, seed: number): TimelineView {
  const random = seeded(seed);
  let [seq, at] = [0, first];
  const made = Array.from({length: days}, (): TimelineDay => {
    const stretches = Array.from({length: 1 + random.below(20)}, () => 1 + random.below(90));
    const from = (seq + 1) as Seq;
    seq += stretches.reduce((sum, one) => sum + one);
    at += (1 + random.below(3)) * dayMs;
    const day = new Date(at).toISOString().slice(0, 10) as Day;
    return {day, at, from, until: seq as Seq, busy: 6 * random.below(700), stretches};
  });
  const restores = made.filter(() => random.below(40) === 0).map(({until}) => ({seq: until}));
  return {days: made, restores, head: seq as Seq};
}

test.each([0, 1, 2, 9])('a life of %i days comes over the line as it was', (days) => {
  expect(unpackTimeline(packTimeline(life(days, days)))).toEqual(life(days, days));
});

test('a longer one tells the pauses of its first and its last day, and all days', () => {
  const whole = life(3_000, 1);
  const told = unpackTimeline(packTimeline(whole));
  const last = whole.days.length - 1;
  expect(told).toEqual({
    ...whole,
    days: whole.days.map((day, index) =>
      index === 0 || index === last ? day : {...day, stretches: null},
    ),
  });
});

test('how long was written on a day is told in words as if it were known to the second', () => {
  const [day] = life(1, 1).days;
  for (let busy = 1; busy < 600; busy += 1) {
    const whole = {days: day ? [{...day, busy}] : [], restores: [], head: 1 as Seq};
    const [told] = unpackTimeline(packTimeline(whole)).days;
    expect(busyWords(told?.busy ?? 0)).toBe(busyWords(busy));
  }
});

test('three thousand days take little on the line', () => {
  const bytes = Buffer.from(JSON.stringify(packTimeline(life(3_000, 2))));
  const params = {[constants.BROTLI_PARAM_QUALITY]: 6};
  expect(brotliCompressSync(bytes, {params}).length).toBeLessThan(12_000);
});

test('a day is called by a time on it, also where the clock changes', () => {
  expect(noonOf('2026-03-29' as Day)).toBe(Date.parse('2026-03-29T14:00:00+02:00'));
  expect(noonOf('2026-10-25' as Day)).toBe(Date.parse('2026-10-25T13:00:00+01:00'));
});
