/** An id from outside is either well formed or null. */

import {
  parseClientId,
  parseDocumentId,
  parseLabId,
  parsePersonId,
  parseSeq,
} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';

describe.each([
  ['parseLabId', parseLabId],
  ['parseDocumentId', parseDocumentId],
  ['parsePersonId', parsePersonId],
])('%s', (_name, parse) => {
  test.each(['abcdef', 'A-Z_09', 'x'.repeat(64), '------'])('knows %s', (id) => {
    expect(parse(id)).toBe(id);
  });

  test.each([
    '',
    'abcde',
    'x'.repeat(65),
    'met spatie',
    '../../geheim',
    'abc/def',
    'abcdef\n',
    'abcdéf',
    'abc%2Fdef',
    "abc';--",
  ])('refuses %j', (id) => {
    expect(parse(id)).toBeNull();
  });
});

describe('parseClientId', () => {
  test.each([
    [0, 0],
    ['0', 0],
    [4_294_967_295, 4_294_967_295],
    ['4294967295', 4_294_967_295],
    ['17', 17],
  ])('knows %j', (given, id) => {
    expect(parseClientId(given)).toBe(id);
  });

  test.each([
    -1,
    4_294_967_296,
    '4294967296',
    1.5,
    '1.5',
    '',
    ' 1',
    '1e3',
    '0x10',
    '-1',
    Number.NaN,
    null,
    undefined,
    {},
    [1],
    true,
  ])('refuses %j', (given) => {
    expect(parseClientId(given)).toBeNull();
  });
});

describe('parseSeq', () => {
  test.each([
    [0, 0],
    ['0', 0],
    ['123456', 123_456],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ])('knows %j', (given, seq) => {
    expect(parseSeq(given)).toBe(seq);
  });

  test.each([
    -1,
    2 ** 53,
    0.5,
    '0.5',
    '',
    '-1',
    '1 ',
    '9'.repeat(16),
    Number.POSITIVE_INFINITY,
    null,
    undefined,
    {},
  ])('refuses %j', (given) => {
    expect(parseSeq(given)).toBeNull();
  });
});
