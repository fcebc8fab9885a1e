/** A difference is the same after its journey, and a fraction of its size on the way. */

import {differenceBetween} from '@samenspel/server/history/difference/difference.ts';
import {type Difference, packDifference, unpackDifference} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {simulate} from '../support/author-edits.ts';
import {tally} from '../support/author-tally.ts';
import {openAuthorsAtWork} from '../support/authors.ts';
import {desk, momentsOf} from '../support/difference-desk.ts';
import {seeded} from '../support/random.ts';

const travelled = (difference: Difference): unknown =>
  unpackDifference(JSON.parse(JSON.stringify(packDifference(difference))) as never);

test.each([1, 2, 3])('what people of all kinds do travels whole (seed %i)', (seed) => {
  const team = openAuthorsAtWork(5);
  const simulation = simulate(team, seeded(seed));
  simulation.begin(20);
  tally(simulation, 150);
  const count = team.rows.length;
  for (const earlier of [0, count >> 2, count >> 1, count - 3]) {
    const difference = differenceBetween(momentsOf(team, earlier, count));
    expect(travelled(difference)).toEqual(JSON.parse(JSON.stringify(difference)));
  }
});

test('a line break that came, words that got bolder, and a link of another colour travel too', () => {
  const {bram, does, difference} = desk((make) => [
    make('paragraph', null, 'Koffie en thee voor de buurt'),
  ]);
  does(bram, (tr) => {
    const {schema} = bram.editor.state;
    const [bold, link] = [schema.marks['bold'], schema.marks['link']];
    const br = schema.nodes['hardBreak'];
    if (!bold || !link || !br) throw new Error('The schema has changed');
    tr.addMark(1, 7, bold.create());
    tr.addMark(11, 15, link.create({href: 'https://example.org/'}));
    tr.insert(16, br.create());
  });
  const found = difference();
  const runs = found.blocks.flatMap((one) => (one.is === 'block' ? one.content : []));
  expect(runs.map((one) => (one.is === 'run' ? one.type : one.is))).toContain('hardBreak');
  expect(found.changes.map(({what}) => what)).toContain('formatted');
  expect(travelled(found)).toEqual(JSON.parse(JSON.stringify(found)));
});

test('text that stayed as it was is its words and nothing else', () => {
  const {bram, does, difference} = desk((make) => [
    make('paragraph', null, 'Koffie'),
    make('paragraph', null, 'Thee'),
  ]);
  does(bram, (tr) => tr.insertText(' en taart', 13));
  const [koffie, thee] = packDifference(difference()).blocks;
  expect(koffie).toMatchObject({content: ['Koffie']});
  expect(thee).toMatchObject({content: ['Thee', [' en taart', 1, 1, 1]]});
});
