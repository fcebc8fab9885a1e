/** Money as people write it becomes whole cents, or nothing. */

import {amountText, maxCents, parseAmount} from '@samenspel/shared';
import {assert, integer, property} from 'fast-check';
import {expect, test} from 'vitest';

test.each([
  ['1.250', 125_000],
  ['1250', 125_000],
  ['1 250', 125_000],
  ['1250,50', 125_050],
  ['1250,5', 125_050],
  ['1.250,50', 125_050],
  ['1250.50', 125_050],
  ['€ 1.250,-', 125_000],
  ['€1.250,--', 125_000],
  ['1.250,=', 125_000],
  ['EUR 75', 7_500],
  ['75 euro', 7_500],
  ['12.500.000', 1_250_000_000],
  ['0', 0],
  ['0,05', 5],
  ['999.999.999,99', maxCents],
])('%s is %i cents', (typed, cents) => {
  expect(parseAmount(typed)).toBe(cents);
});

test.each([
  ['nothing', ''],
  ['a sign alone', '€'],
  ['a guess', 'ongeveer 500'],
  ['millions in words', '1,2 miljoen'],
  ['two amounts', '10 20'],
  ['a sum', '500 + 300'],
  ['less than nothing', '-5'],
  ['three decimals', '1,250'],
  ['points where none belong', '12.50.00'],
  ['an exponent', '1e6'],
  ['more than a line can hold', '1.000.000.000'],
])('%s can not be read', (_what, typed) => {
  expect(parseAmount(typed)).toBeNull();
});

test('what is written for an amount is read as the same amount', () => {
  assert(
    property(integer({min: 0, max: maxCents}), (cents) => {
      expect(parseAmount(amountText(cents))).toBe(cents);
    }),
    {seed: 20_270_315},
  );
});

test('whole euros are written without cents', () => {
  expect(amountText(125_000)).toBe('€ 1.250');
  expect(amountText(125_050)).toBe('€ 1.250,50');
  expect(amountText(0)).toBe('€ 0');
});
