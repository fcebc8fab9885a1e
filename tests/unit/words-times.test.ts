import {dayHeading, onMoment, span, time, when} from '@samenspel/client/words/times.ts';
import {amsterdamDay, dayBefore} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';

const at = (text: string) => Date.parse(text);
const now = at('2026-11-21T15:00:00+01:00');

describe('when', () => {
  test.each([
    ['2026-11-21T14:59:30+01:00', 'zojuist'],
    ['2026-11-21T15:00:20+01:00', 'zojuist'],
    ['2026-11-21T14:10:00+01:00', 'vandaag om 14.10'],
    ['2026-11-21T00:05:00+01:00', 'vandaag om 0.05'],
    ['2026-11-20T23:59:00+01:00', 'gisteren om 23.59'],
    ['2026-11-19T23:59:00+01:00', '19 november om 23.59'],
    ['2026-11-12T09:05:00+01:00', '12 november om 9.05'],
    ['2025-05-03T09:05:00+02:00', '3 mei 2025 om 9.05'],
  ])('says %s as "%s"', (text, words) => {
    expect(when(at(text), now)).toBe(words);
  });

  test('knows yesterday on the first of January', () => {
    const newYear = at('2027-01-01T10:00:00+01:00');
    expect(when(at('2026-12-31T22:00:00+01:00'), newYear)).toBe('gisteren om 22.00');
  });
});

test('a fixed moment is never "zojuist", and gets "op" before a date', () => {
  expect(onMoment(now, now)).toBe('vandaag om 15.00');
  expect(onMoment(at('2026-11-12T09:05:00+01:00'), now)).toBe('op 12 november om 9.05');
});

test('a span within one minute is one time', () => {
  const start = at('2026-11-21T14:10:05+01:00');
  expect(span(start, start + 40_000)).toBe('14.10');
  expect(span(start, start + 22 * 60_000)).toBe('14.10 – 14.32');
});

test('a heading names the day in full, with its year', () => {
  expect(dayHeading(now, now)).toBe('vandaag');
  expect(dayHeading(at('2026-11-20T01:00:00+01:00'), now)).toBe('gisteren');
  expect(dayHeading(at('2026-11-12T01:00:00+01:00'), now)).toBe('12 november 2026');
});

describe('the change to and from summer time', () => {
  test('midnight moves along with the clock', () => {
    expect(amsterdamDay(at('2026-03-28T22:59:59Z'))).toBe('2026-03-28');
    expect(amsterdamDay(at('2026-03-28T23:00:00Z'))).toBe('2026-03-29');
    expect(amsterdamDay(at('2026-03-29T21:59:59Z'))).toBe('2026-03-29');
    expect(amsterdamDay(at('2026-03-29T22:00:00Z'))).toBe('2026-03-30');
  });

  test('the day of 23 hours and the day of 25 hours each come after the day before', () => {
    expect(dayBefore(amsterdamDay(at('2026-03-30T00:30:00+02:00')))).toBe('2026-03-29');
    expect(dayBefore(amsterdamDay(at('2026-10-26T00:30:00+01:00')))).toBe('2026-10-25');
    expect(dayBefore(amsterdamDay(at('2026-10-25T00:30:00+02:00')))).toBe('2026-10-24');
  });

  test('an hour that comes twice is said twice', () => {
    expect(time(at('2026-10-25T00:30:00Z'))).toBe('2.30');
    expect(time(at('2026-10-25T01:30:00Z'))).toBe('2.30');
  });
});
