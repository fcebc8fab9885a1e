/** Who may do what, written down by hand: not derived from the code that decides it. */

import {type Action, can, type Role, roles} from '@samenspel/shared';
import {expect, test} from 'vitest';

const yes = true;
const no = false;

/** A record, so that an action that is forgotten here does not compile. */
const expected: Readonly<Record<Action, Readonly<Record<Role, boolean>>>> = {
  'lab.read': {member: yes, commenter: yes, reviewer: yes},
  'document.read': {member: yes, commenter: yes, reviewer: yes},
  'history.read': {member: yes, commenter: yes, reviewer: yes},
  'document.write': {member: yes, commenter: no, reviewer: no},
  'document.create': {member: yes, commenter: no, reviewer: no},
  'document.rename': {member: yes, commenter: no, reviewer: no},
  'document.archive': {member: yes, commenter: no, reviewer: no},
};

const cases = Object.keys(expected)
  .filter(isAction)
  .flatMap((action) => roles.map((role) => [role, action, expected[action][role]] as const));

test.each(cases)('a %s and %s: %s', (role, action, answer) => {
  expect(can(role, action)).toBe(answer);
});

test('the question has no room for a side, so no answer can depend on it', () => {
  expect(can).toHaveLength(2);
});

function isAction(name: string): name is Action {
  return name in expected;
}
