import {differenceBetween} from '@samenspel/server/history/difference/difference.ts';
import {
  type Difference,
  type DifferenceBlock,
  type DifferenceNode,
  type DifferenceRun,
  earlierOf,
  laterOf,
} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import {simulate} from '../../../support/author-edits.ts';
import {tally} from '../../../support/author-tally.ts';
import {type Authors, openAuthorsAtWork} from '../../../support/authors.ts';
import {seeded} from '../../../support/random.ts';
import {momentsOf, textAt, tidy} from './desk.ts';

/** Five people who write, move, split, join, retype and undo. */
function written(seed: number, edits: number): Authors {
  const team = openAuthorsAtWork(5);
  const simulation = simulate(team, seeded(seed));
  simulation.begin(20);
  tally(simulation, edits);
  return team;
}

function compared(team: Authors, earlier: number, later: number): Difference {
  return differenceBetween(momentsOf(team, earlier, later));
}

describe('The difference between two moments of a text that five people edit in every way', () => {
  test.each([1, 2, 3, 4, 5, 6])('holds exactly both texts (seed %i)', (seed) => {
    const team = written(seed, 150);
    const random = seeded(seed * 100);
    const count = team.rows.length;
    for (let times = 0; times < 40; times++) {
      const near = random.chance(0.6);
      const earlier = random.below(count);
      const later = near ? Math.min(earlier + 1 + random.below(12), count) : count;
      const difference = compared(team, earlier, later);
      const at = `${earlier}…${later}`;
      expect([at, tidy(laterOf(difference))]).toEqual([at, textAt(team, later)]);
      expect([at, tidy(earlierOf(difference))]).toEqual([at, textAt(team, earlier)]);
      expectWhole(difference);
    }
  });
});

/** Every change is in the tree, everything in the tree that changed is in the list; keys are unique. */
function expectWhole(difference: Difference): void {
  const keys = difference.changes.map(({key}) => key);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  const used = new Set<string>();
  const numbers = new Set<number>();
  const visit = (node: DifferenceNode | DifferenceRun): void => {
    if (node.is === 'run') {
      if (node.where !== 'both' || node.was) expect(node.change).not.toBeNull();
      if (node.change) used.add(node.change);
      return;
    }
    if (node.is === 'away') {
      if (node.change) used.add(node.change);
      return;
    }
    expect(numbers.has(node.number)).toBe(false);
    numbers.add(node.number);
    node.changes.forEach((key) => used.add(key));
    node.content.forEach(visit);
  };
  difference.blocks.forEach(visit);
  expect([...used].toSorted()).toEqual(keys.toSorted());
}
