import {sentenceFor} from '@samenspel/client/words/errors.ts';
import {errorCodes} from '@samenspel/shared';
import {expect, test} from 'vitest';

const failures = [...errorCodes, 'unreachable'] as const;

test.each(failures)(
  '%s has a sentence that ends, blames nobody and shouts at nobody',
  (failure) => {
    const sentence = sentenceFor(failure);
    expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(sentence).not.toMatch(/!|fout|succesvol|ongeldig/i);
  },
);

test('every failure says what to do, with a second sentence or a verb', () => {
  for (const failure of failures) {
    expect(sentenceFor(failure)).toMatch(/probeer|vraag|open|maak|ververs|wacht/i);
  }
});

test('no two failures sound the same', () => {
  expect(new Set(failures.map(sentenceFor)).size).toBe(failures.length);
});

test('an unknown code never reaches people as such', () => {
  // @ts-expect-error the compiler keeps it out; this is the second lock
  expect(() => sentenceFor('made_up')).toThrow();
});
