import {
  hindrance,
  type KeyHolder,
  type LabId,
  mayConfirm,
  missingSides,
  type PersonId,
  type Question,
  type QuestionId,
  type Side,
  turnKey,
  withdrawQuestion,
} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';

function member(name: string, side: Side, more: Partial<KeyHolder> = {}): KeyHolder {
  return {person: name as PersonId, side, role: 'member', counts: true, ...more};
}

const amina = member('amina', 'informal');
const bram = member('bram', 'formal');
const carla = member('carla', 'informal');

const question: Question = {
  id: 'question1' as QuestionId,
  labId: 'lab001' as LabId,
  act: {kind: 'remove_member', person: carla.person},
  askedBy: amina.person,
  askedAt: 1,
  reason: 'Is verhuisd',
  keys: {informal: null, formal: null},
  state: 'open',
};

describe('Two keys', () => {
  test('are needed, one from each side, in either order', () => {
    const one = turnKey(question, amina, 2);
    expect(one.state).toBe('open');
    expect(turnKey(one, bram, 3)).toMatchObject({
      state: 'done',
      keys: {informal: {person: 'amina', at: 2}, formal: {person: 'bram', at: 3}},
    });
    expect(turnKey(turnKey(question, bram, 2), amina, 3).state).toBe('done');
  });

  test('one side can not turn both', () => {
    const one = turnKey(question, amina, 2);
    expect(hindrance(one, member('dora', 'informal'))).toBe('side_has_turned');
    expect(hindrance(one, bram)).toBeNull();
  });

  test('nobody turns a key about themselves, without counting, or without being a member', () => {
    expect(hindrance(question, carla)).toBe('about_yourself');
    expect(hindrance(question, member('els', 'formal', {counts: false}))).toBe('not_counting');
    expect(hindrance(question, member('fred', 'formal', {role: 'commenter'}))).toBe('not_a_member');
    expect(hindrance(question, member('gon', 'formal', {role: 'reviewer'}))).toBe('not_a_member');
    expect(hindrance(withdrawQuestion(question), bram)).toBe('closed');
    expect(hindrance(turnKey(turnKey(question, amina, 2), bram, 3), bram)).toBe('closed');
  });

  test('exchanging the sides of everybody changes no answer', () => {
    const swap = (one: KeyHolder): KeyHolder => ({
      ...one,
      side: one.side === 'informal' ? 'formal' : 'informal',
    });
    const swapped = (one: Question): Question => ({
      ...one,
      keys: {informal: one.keys.formal, formal: one.keys.informal},
    });
    const half = turnKey(question, amina, 2);
    for (const holder of [amina, bram, carla, member('els', 'formal', {counts: false})]) {
      expect(hindrance(swapped(question), swap(holder))).toBe(hindrance(question, holder));
      expect(hindrance(swapped(half), swap(holder))).toBe(hindrance(half, holder));
    }
  });

  test('a lab of one side says which key is missing', () => {
    expect(missingSides([amina, carla])).toEqual(['formal']);
    expect(missingSides([amina, member('els', 'formal', {counts: false})])).toEqual(['formal']);
    expect(missingSides([amina, bram])).toEqual([]);
  });
});

describe('Confirming who joins', () => {
  const newcomer = member('nina', 'formal', {counts: false});

  test('is for a counting member of their side', () => {
    expect(mayConfirm(bram, newcomer, [amina, bram, newcomer])).toBe(true);
    expect(mayConfirm(amina, newcomer, [amina, bram, newcomer])).toBe(false);
    const waiting = member('olaf', 'formal', {counts: false});
    expect(mayConfirm(waiting, newcomer, [amina, bram, newcomer, waiting])).toBe(false);
  });

  test('of the first of a side is for a counting member of the other', () => {
    expect(mayConfirm(amina, newcomer, [amina, newcomer])).toBe(true);
    expect(mayConfirm(newcomer, newcomer, [amina, newcomer])).toBe(false);
  });

  test('is not needed twice, and not for who only reads along', () => {
    expect(mayConfirm(bram, {...newcomer, counts: true}, [amina, bram])).toBe(false);
    expect(mayConfirm(bram, {...newcomer, role: 'commenter'}, [amina, bram])).toBe(false);
    expect(mayConfirm({...bram, role: 'reviewer'}, newcomer, [amina, bram])).toBe(false);
  });
});
