/** Dates as precise as people are, read without guessing. */

import {
  type Day,
  firstDayOf,
  lastDayOf,
  parsePlanDate,
  planDateText,
  readPlanDate,
} from '@samenspel/shared';
import {expect, test} from 'vitest';

const today = '2026-11-21' as Day;

test.each([
  ['15 maart 2027', '2027-03-15'],
  ['  15  Maart 2027 ', '2027-03-15'],
  ['15 mrt. 2027', '2027-03-15'],
  ['1 sept 2027', '2027-09-01'],
  ['15-3-2027', '2027-03-15'],
  ['15/03/2027', '2027-03-15'],
  ['15.3.2027', '2027-03-15'],
  ['maart 2027', '2027-03'],
  ['3-2027', '2027-03'],
  ['2027', '2027'],
  ['2027-03-15', '2027-03-15'],
  ['2027-03', '2027-03'],
  ['29 februari 2028', '2028-02-29'],
])('%s is kept as %s', (typed, kept) => {
  expect(parsePlanDate(typed, today)).toBe(kept);
});

test.each([
  ['november', '2026-11'],
  ['21 november', '2026-11-21'],
  ['20 november', '2027-11-20'],
  ['maart', '2027-03'],
  ['29 februari', '2028-02-29'],
])('%s is the first one that is not over: %s', (typed, kept) => {
  expect(parsePlanDate(typed, today)).toBe(kept);
});

test.each([
  '',
  'straks',
  '29 februari 2027',
  '31-4-2027',
  '13-2027',
  '15-3',
  'ma 2027',
  '27',
  '1899',
])('%s can not be read', (typed) => {
  expect(parsePlanDate(typed, today)).toBeNull();
});

test('what stands in a document is read strictly, whatever it is', () => {
  expect(readPlanDate('2027-03')).toBe('2027-03');
  for (const other of [
    '2027-3',
    '2027-02-30',
    'maart 2027',
    '2027-03\n',
    2027,
    null,
    {},
    ['2027'],
  ]) {
    expect(readPlanDate(other)).toBeNull();
  }
});

test.each([
  ['2027', '2027-01-01', '2027-12-31'],
  ['2027-02', '2027-02-01', '2027-02-28'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2027-03-15', '2027-03-15', '2027-03-15'],
])('%s begins on %s and is over after %s', (kept, first, last) => {
  const date = readPlanDate(kept);
  if (!date) throw new Error(`${kept} is a date`);
  expect([firstDayOf(date), lastDayOf(date)]).toEqual([first, last]);
  expect(parsePlanDate(planDateText(date), today)).toBe(kept);
});
