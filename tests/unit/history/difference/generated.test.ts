import type {Deed} from '@samenspel/server/history/difference/acts.ts';
import {openDeeds} from '@samenspel/server/history/difference/deeds.ts';
import {differenceBetween} from '@samenspel/server/history/difference/difference.ts';
import {authorsOf} from '@samenspel/server/history/provenance/authors-of.ts';
import {removalsOf} from '@samenspel/server/history/provenance/removals-of.ts';
import {
  type Difference,
  type DifferenceBlock,
  type DifferenceNode,
  type DifferenceRun,
  earlierOf,
  laterOf,
} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import type * as Y from 'yjs';
import {simulate} from '../../../support/author-edits.ts';
import {tally} from '../../../support/author-tally.ts';
import {type Authors, openAuthorsAtWork} from '../../../support/authors.ts';
import {seeded} from '../../../support/random.ts';
import {entriesOf, momentsOf, textAt, tidy} from '../../../support/difference-desk.ts';

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
  test.each([1, 2, 3, 4])(
    'holds exactly both texts (seed %i)',
    (seed) => {
      const team = written(seed, 150);
      const random = seeded(seed * 100);
      const count = team.rows.length;
      for (let times = 0; times < 25; times++) {
        const near = random.chance(0.6);
        const earlier = random.below(count);
        const later = near ? Math.min(earlier + 1 + random.below(12), count) : count;
        const difference = compared(team, earlier, later);
        const at = `${earlier}…${later}`;
        expect([at, tidy(laterOf(difference))]).toEqual([at, textAt(team, later)]);
        expect([at, tidy(earlierOf(difference))]).toEqual([at, textAt(team, earlier)]);
        expectWhole(difference);
      }
    },
    60_000,
  );

  test('lays what came at the door of who wrote it, as far as the server knows authors', () => {
    let [all, wrong] = [0, 0];
    for (const seed of [11, 12, 13, 14]) {
      const team = written(seed, 150);
      const truth = trueAuthors(team);
      const count = team.rows.length;
      for (const earlier of [0, count >> 2, count >> 1, count - 20]) {
        let at = 0;
        for (const run of runsIn(compared(team, earlier, count))) {
          if (run.where === 'earlier' || run.type !== 'text') continue;
          for (let index = at; index < at + run.text.length; index++) {
            if (run.where !== 'later' || run.moved) continue;
            all++;
            if (truth[index] !== run.by) wrong++;
          }
          at += run.text.length;
        }
        expect(at).toBe(truth.length);
      }
    }
    expect(all).toBeGreaterThan(10_000);
    expect(wrong / all).toBeLessThanOrEqual(0.02);
  }, 60_000);

  test('finds who removed words as reading the whole journal does', () => {
    let checked = 0;
    for (const seed of [21, 22, 23]) {
      const team = written(seed, 150);
      const earlier = team.rows.length >> 1;
      const {attributions, acts, entries, ...moments} = momentsOf(team, earlier, team.rows.length);
      const since = attributions.filter(({seq}) => seq > earlier);
      const deeds = openDeeds({
        ...{acts, entries, attributions: since},
        ...{after: moments.earlier.seq, until: moments.later.seq},
      });
      const runs = (doc: Y.Doc, told: typeof attributions) =>
        authorsOf(doc.getXmlFragment('default'), told, team.owners).flatMap((block) => block.runs);
      const left = runs(moments.later.doc, attributions);
      const isThere = (client: number, clock: number) =>
        left.some(
          (one) =>
            one.sourceClient === client &&
            one.sourceClock <= clock &&
            clock < one.sourceClock + one.length,
        );
      const all = entriesOf(team, team.rows.length);
      const known = attributions.filter(({seq}) => seq <= earlier);
      for (const run of runs(moments.earlier.doc, known)) {
        const {sourceClient: client, sourceClock: clock} = run;
        if (isThere(client, clock)) continue;
        const slow = removalsOf({client, clock, length: 1}, all, attributions);
        const last = slow.findLast(({seq}) => seq > earlier);
        const found: (Deed | null)[] = [];
        deeds.eachRemoval({...run, length: 1}, (_offset, _length, deed) => found.push(deed));
        const [first] = found;
        expect([first?.actor, first?.seq]).toEqual([last?.actor, last?.seq]);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(30);
  }, 60_000);
});

/** Of every character of the text as it is now, in reading order, who really wrote it. */
function trueAuthors(team: Authors): readonly string[] {
  const [reader] = team.people;
  if (!reader) throw new Error('Nobody came');
  // To see what everybody did, without doing anything.
  team.edit(reader, () => undefined);
  return team
    .voices(reader, 0, reader.editor.doc.content.size)
    .map(({truth}) => team.people[truth]?.personId ?? '');
}

function* runsIn({blocks}: Pick<Difference, 'blocks'>): Generator<DifferenceRun> {
  for (const block of blocks) if (block.is === 'block') yield* runsInBlock(block);
}

function* runsInBlock({content}: DifferenceBlock): Generator<DifferenceRun> {
  for (const node of content) {
    if (node.is === 'run') yield node;
    else if (node.is === 'block') yield* runsInBlock(node);
  }
}

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
