/** What the list of comments shows under each of its filters. */

import {goalsOf, noFilters, shownThreads} from '@samenspel/client/comments/shown-threads.ts';
import {type BlockId, type ThreadId, unansweredMs} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {threadLine} from '../../support/threads.ts';

const now = unansweredMs * 4;
const goal = (id: string, title: string) => ({goalId: id as BlockId, goal: title});

const lines = [
  threadLine({id: 'open01', ...goal('g1', 'Inloop'), sides: ['informal'], startedAt: now}),
  threadLine({id: 'mine01', mine: true, state: 'handled', ...goal('g2', 'Tuin')}),
  threadLine({id: 'names1', namesMe: true, sides: ['formal']}),
  threadLine({id: 'old001', unanswered: true, startedAt: now - unansweredMs - 1}),
  threadLine({id: 'new001', unanswered: true, startedAt: now - unansweredMs + 1}),
  threadLine({id: 'hidden', hidden: true, unanswered: true, startedAt: 0}),
];

function ids(change: Partial<typeof noFilters>, placeOf: (id: ThreadId) => number = () => 0) {
  return shownThreads(lines, {...noFilters, ...change}, now, placeOf).map(({id}) => id);
}

test.each([
  ['open', ['open01', 'names1', 'old001', 'new001']],
  ['mine', ['mine01', 'names1']],
  ['unanswered', ['old001']],
  ['handled', ['mine01']],
  ['all', ['open01', 'mine01', 'names1', 'old001', 'new001', 'hidden']],
] as const)('“%s” shows what it says', (shown, expected) => {
  expect(ids({shown})).toEqual(expected);
});

test('of one goal, and of one side', () => {
  expect(ids({shown: 'all', goal: 'g2' as BlockId})).toEqual(['mine01']);
  expect(ids({side: 'formal'})).toEqual(['names1']);
});

test('in the order of the text, whatever came first', () => {
  const places: Readonly<Record<string, number>> = {names1: 1, old001: 2, open01: 3, new001: 9};
  expect(ids({}, (id) => places[id] ?? 0)).toEqual(['names1', 'old001', 'open01', 'new001']);
});

test('the goals to choose from are those that are spoken of, each once', () => {
  expect(goalsOf([...lines, ...lines]).map(({title}) => title)).toEqual(['Inloop', 'Tuin']);
});
