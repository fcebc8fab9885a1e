/** The numbers with which a connection ends, and after which of them a client stays away. */

import {closeCodes, closeReason, isTerminal} from '@samenspel/shared';
import {expect, test} from 'vitest';

/** By hand: the numbers are part of the wire and other people's clients know them. */
const wire = [
  ['signedOut', 4401, true],
  ['rightWithdrawn', 4403, true],
  ['notFound', 4404, true],
  ['otherSchema', 4409, true],
  ['olderEpoch', 4410, true],
  ['tooLarge', 4413, true],
  ['refused', 4422, true],
  ['frameTooLarge', 1009, true],
  ['restarting', 1012, false],
  ['tryLater', 1013, false],
] as const;

test.each(wire)('%s is %i; final: %s', (reason, code, terminal) => {
  expect(closeCodes[reason]).toBe(code);
  expect(closeReason(code)).toBe(reason);
  expect(isTerminal(code)).toBe(terminal);
});

test('there are no other codes, and none is used twice', () => {
  expect(Object.keys(closeCodes).toSorted()).toEqual(wire.map(([reason]) => reason).toSorted());
  expect(new Set(Object.values(closeCodes)).size).toBe(wire.length);
});

test.each([1000, 1001, 1005, 1006, 1008, 1011, 4000, 4399, 4500])(
  'a code that is not ours (%i) has no reason, and the client tries again',
  (code) => {
    expect(closeReason(code)).toBeNull();
    expect(isTerminal(code)).toBe(false);
  },
);

test.each([4400, 4499])('an unknown refusal (%i) keeps a client away too', (code) => {
  expect(closeReason(code)).toBeNull();
  expect(isTerminal(code)).toBe(true);
});
