/** What can be done with a thread, and what its words are made of. */

import {
  type BlockId,
  blockLink,
  isLongUnanswered,
  mention,
  mentionsIn,
  moveThread,
  partsOf,
  type PersonId,
  plainWords,
  type ThreadMove,
  unansweredMs,
} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';

const amina = 'amina-id' as PersonId;
const goal = 'goal-1' as BlockId;

describe('A thread', () => {
  const open = {state: 'open', hidden: false} as const;
  const handled = {state: 'handled', hidden: false} as const;
  const hidden = {state: 'open', hidden: true} as const;

  /** null is: somebody was earlier. */
  const moves: readonly (readonly [ThreadMove, object | null, object | null, object | null])[] = [
    ['say', open, handled, null],
    ['handle', handled, null, null],
    ['reopen', null, open, null],
    ['hide', hidden, {...handled, hidden: true}, null],
    ['show', null, null, open],
  ];

  test.each(moves)(
    'after "%s", open, handled or hidden',
    (move, fromOpen, fromHandled, fromHidden) => {
      expect(moveThread(open, move)).toEqual(fromOpen);
      expect(moveThread(handled, move)).toEqual(fromHandled);
      expect(moveThread(hidden, move)).toEqual(fromHidden);
    },
  );

  test('keeps whether it was handled while it is hidden', () => {
    const away = moveThread(handled, 'hide');
    expect(away && moveThread(away, 'show')).toEqual(handled);
  });

  test('is long unanswered after a week, and not when somebody answered', () => {
    const line = {unanswered: true, startedAt: 1_000};
    expect(isLongUnanswered(line, 1_000 + unansweredMs)).toBe(false);
    expect(isLongUnanswered(line, 1_001 + unansweredMs)).toBe(true);
    expect(isLongUnanswered({...line, unanswered: false}, 1_001 + unansweredMs)).toBe(false);
  });
});

describe('Words', () => {
  const words = `Vraag ${mention(amina)}, bij ${blockLink(goal)}? ${mention(amina)} weet het`;

  test('are cut where they name somebody or point at a goal, and lose nothing', () => {
    expect(partsOf(words)).toEqual([
      {kind: 'text', text: 'Vraag '},
      {kind: 'person', id: amina},
      {kind: 'text', text: ', bij '},
      {kind: 'block', id: goal},
      {kind: 'text', text: '? '},
      {kind: 'person', id: amina},
      {kind: 'text', text: ' weet het'},
    ]);
    expect(mentionsIn(words)).toEqual([amina]);
  });

  test('that only look like a name are words', () => {
    const plain = 'mail@[voorbeeld punt nl] en #[] en @amina';
    expect(partsOf(plain)).toEqual([{kind: 'text', text: plain}]);
    expect(partsOf('')).toEqual([]);
  });

  test('read with the names and titles of now; who is unknown is "iemand"', () => {
    const named = plainWords(
      words,
      () => 'Noor',
      () => 'Een open inloop',
    );
    expect(named).toBe('Vraag @Noor, bij ‘Een open inloop’? @Noor weet het');
    expect(plainWords(words, () => null)).toBe('Vraag @iemand, bij ‘…’? @iemand weet het');
  });
});
