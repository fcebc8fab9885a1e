/** Who may do what, written down by hand: not derived from the code that decides it. */

import {
  type Action,
  can,
  canIn,
  outlivesLab,
  type Role,
  roles,
  type Whose,
} from '@samenspel/shared';
import {expect, test} from 'vitest';

const yes = true;
const no = false;

/** A record, so that an action that is forgotten here does not compile. */
const expected: Readonly<Record<Action, Readonly<Record<Role, boolean>>>> = {
  'lab.read': {member: yes, commenter: yes, reviewer: yes},
  'document.read': {member: yes, commenter: yes, reviewer: yes},
  'history.read': {member: yes, commenter: yes, reviewer: yes},
  'lab.leave': {member: yes, commenter: yes, reviewer: yes},
  'lab.export': {member: yes, commenter: no, reviewer: no},
  'log.read': {member: yes, commenter: no, reviewer: no},
  'member.confirm': {member: yes, commenter: no, reviewer: no},
  'invitation.read': {member: yes, commenter: no, reviewer: no},
  'invitation.create': {member: yes, commenter: no, reviewer: no},
  'invitation.withdraw': {member: yes, commenter: no, reviewer: no},
  'question.read': {member: yes, commenter: no, reviewer: no},
  'question.ask': {member: yes, commenter: no, reviewer: no},
  'question.turn': {member: yes, commenter: no, reviewer: no},
  'question.withdraw': {member: yes, commenter: no, reviewer: no},
  'fund_source.change': {member: yes, commenter: no, reviewer: no},
  'document.write': {member: yes, commenter: no, reviewer: no},
  'document.create': {member: yes, commenter: no, reviewer: no},
  'document.rename': {member: yes, commenter: no, reviewer: no},
  'document.archive': {member: yes, commenter: no, reviewer: no},
  'document.delete': {member: yes, commenter: no, reviewer: no},
  'template.read': {member: yes, commenter: no, reviewer: no},
  'template.create': {member: yes, commenter: no, reviewer: no},
  'template.archive': {member: yes, commenter: no, reviewer: no},
  'document.copy': {member: yes, commenter: no, reviewer: no},
  'voice.read': {member: yes, commenter: no, reviewer: no},
  'version.name': {member: yes, commenter: no, reviewer: no},
  'guest.read': {member: yes, commenter: no, reviewer: no},
  'guest.remove': {member: yes, commenter: no, reviewer: no},
  'comment.read': {member: yes, commenter: yes, reviewer: yes},
  'comment.write': {member: yes, commenter: yes, reviewer: no},
  'comment.hide': {member: yes, commenter: no, reviewer: no},
};

/** What still works in a lab that closed. */
const afterClosing: Readonly<Record<Action, boolean>> = {
  'lab.read': yes,
  'lab.leave': yes,
  'lab.export': yes,
  'log.read': yes,
  'member.confirm': no,
  'invitation.read': yes,
  'invitation.create': no,
  'invitation.withdraw': no,
  'question.read': yes,
  'question.ask': no,
  'question.turn': no,
  'question.withdraw': no,
  'fund_source.change': no,
  'document.read': yes,
  'history.read': yes,
  'document.write': no,
  'document.create': no,
  'document.rename': no,
  'document.archive': no,
  'document.delete': yes,
  'template.read': yes,
  'template.create': no,
  'template.archive': no,
  'document.copy': no,
  'voice.read': yes,
  'version.name': no,
  'guest.read': yes,
  'guest.remove': yes,
  'comment.read': yes,
  'comment.write': no,
  'comment.hide': no,
};

/** What a full member may do with a document, by whose it is. */
const withDocument: readonly (readonly [Action, Readonly<Record<Whose, boolean>>])[] = [
  ['document.read', {lab: yes, mine: yes, anothers: yes}],
  ['history.read', {lab: yes, mine: yes, anothers: yes}],
  ['document.write', {lab: yes, mine: yes, anothers: yes}],
  ['document.rename', {lab: yes, mine: yes, anothers: no}],
  ['document.archive', {lab: yes, mine: yes, anothers: no}],
  ['document.delete', {lab: no, mine: yes, anothers: no}],
  ['invitation.read', {lab: yes, mine: yes, anothers: no}],
  ['invitation.create', {lab: yes, mine: yes, anothers: no}],
  ['invitation.withdraw', {lab: yes, mine: yes, anothers: no}],
  ['template.create', {lab: yes, mine: no, anothers: no}],
  ['document.copy', {lab: yes, mine: yes, anothers: no}],
  ['guest.read', {lab: yes, mine: yes, anothers: no}],
  ['guest.remove', {lab: yes, mine: yes, anothers: no}],
  ['comment.read', {lab: yes, mine: yes, anothers: yes}],
  ['comment.write', {lab: yes, mine: yes, anothers: yes}],
  ['comment.hide', {lab: yes, mine: yes, anothers: yes}],
];

const cases = Object.keys(expected)
  .filter(isAction)
  .flatMap((action) => roles.map((role) => [role, action, expected[action][role]] as const));

test.each(cases)('[R30] a %s and %s: %s', (role, action, answer) => {
  expect(can(role, action)).toBe(answer);
});

test.each(Object.entries(afterClosing))('in a closed lab, %s: %s', (action, answer) => {
  expect(isAction(action) && outlivesLab(action)).toBe(answer);
});

test.each(withDocument)(
  '[R34] with a document, by whose it is, a member may %s',
  (action, answers) => {
    const {lab, mine, anothers} = answers;
    expect(canIn({role: 'member', whose: 'lab'}, action)).toBe(lab);
    expect(canIn({role: 'member', whose: 'mine'}, action)).toBe(mine);
    expect(canIn({role: 'member', whose: 'anothers'}, action)).toBe(anothers);
  },
);

test('[R34] nobody deletes a document alone as a commenter or a reviewer', () => {
  for (const role of ['commenter', 'reviewer'] as const) {
    for (const whose of ['lab', 'mine', 'anothers'] as const) {
      expect(canIn({role, whose}, 'document.delete')).toBe(false);
    }
  }
});

test('[R30] the question has no room for a side, so no answer can depend on it', () => {
  expect(can).toHaveLength(2);
});

function isAction(name: string): name is Action {
  return name in expected;
}
