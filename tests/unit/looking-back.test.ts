import {axisOf, barWidth, placeOf, seqAt} from '@samenspel/client/history/film/axis.ts';
import {around, landings} from '@samenspel/client/history/film/life.ts';
import {overviewOf, piecesOf} from '@samenspel/client/history/film/pieces.ts';
import {reelOf} from '@samenspel/client/history/film/reel.ts';
import {percentsOf} from '@samenspel/client/history/voice/shares.ts';
import {
  type Day,
  type Film,
  pausesIn,
  type PersonId,
  type Seq,
  type TimelineDay,
  type TimelineView,
} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';

const seq = (value: number) => value as Seq;

/** A life of so many days, of `each` entries. */
function life(days: number, each: number): TimelineView {
  const made = Array.from({length: days}, (_, index): TimelineDay => {
    const until = seq((index + 1) * each);
    return {
      ...{day: `day ${index}` as Day, from: seq(index * each + 1), until, stretches: [each]},
      ...{began: index, ended: index, busy: each},
    };
  });
  return {days: made, restores: [], head: seq(days * each)};
}

describe('The line of a life', () => {
  test('leads from every position to a place, and from that place back to it', () => {
    for (const timeline of [life(1, 40), life(300, 7), life(3, 1)]) {
      const axis = axisOf(timeline);
      for (let at = 1; at <= timeline.head; at += 1) {
        expect(seqAt(axis, placeOf(axis, seq(at)))).toBe(at);
      }
    }
  });

  test('begins at the first position and ends at the last, and is as long as it has bars', () => {
    const axis = axisOf(life(12, 5));
    expect(axis.length).toBe(12 * barWidth);
    expect([seqAt(axis, 0), seqAt(axis, axis.length)]).toEqual([1, 60]);
  });

  test('is nothing where nobody wrote', () => {
    const axis = axisOf(life(0, 0));
    expect([axis.length, placeOf(axis, seq(3)), seqAt(axis, 0)]).toEqual([0, 0, null]);
  });

  test('is asked for in pieces that follow each other and hold all of it, however long', () => {
    for (const timeline of [life(1, 3), life(40, 30), life(3_650, 70)]) {
      const pieces = piecesOf(axisOf(timeline));
      expect(pieces.length).toBeLessThanOrEqual(16);
      expect(pieces[0]?.from).toBe(1);
      expect(pieces.at(-1)?.until).toBe(timeline.head);
      for (const [index, piece] of pieces.slice(1).entries()) {
        expect(piece.from).toBe(pieces[index]?.until);
      }
    }
  });

  test('is asked for as a whole in few steps, where one piece is not all of it', () => {
    const wide = piecesOf(axisOf(life(300, 70)));
    expect(overviewOf(wide)).toEqual({from: 1, until: 21_000, steps: 120});
    expect(overviewOf(piecesOf(axisOf(life(2, 30))))).toBeNull();
    expect(overviewOf([])).toBeNull();
  });

  test('counts its stretches of writing, and ends each where it ends', () => {
    expect(pausesIn({from: seq(11), stretches: [4, 1, 5]})).toEqual([14, 15, 20]);
    const day = {...life(1, 20).days[0], stretches: [4, 6]} as TimelineDay;
    expect(landings('pause', {...life(1, 20), days: [day]}, [])).toEqual([4, 10, 20]);
  });

  test('has a step before and after every position, but none beyond its ends', () => {
    const days = landings('day', life(3, 10), []);
    expect(around(days, seq(15))).toEqual({older: 10, newer: 20});
    expect(around(days, seq(30))).toEqual({older: 20, newer: null});
  });
});

describe('A film', () => {
  const film: Film = {
    people: [{id: 'amina1' as PersonId, name: 'Amina', side: 'informal'}],
    blocks: {a: 'A', b: 'B', c: 'C'},
    steps: [
      {...{seq: seq(1), at: 1, by: []}, splices: [{at: 0, removed: [], added: ['a', 'b', 'a']}]},
      {
        ...{seq: seq(4), at: 2, by: ['amina1' as PersonId]},
        splices: [
          {at: 0, removed: ['a'], added: []},
          {at: 2, removed: ['a'], added: ['a', 'c']},
        ],
      },
    ],
  };

  test('shows every step by itself, with several splices at once, and says who wrote', () => {
    const reel = reelOf(film);
    const shown = (index: number) => reel.frame(index)?.blocks.map(({json}) => json);
    expect(shown(1)).toEqual(['B', 'A', 'C']);
    expect(shown(0)).toEqual(['A', 'B', 'A']);
    expect(reel.frame(1)?.by.map(({name}) => name)).toEqual(['Amina']);
    expect(reel.frame(2)).toBeNull();
  });

  test('gives each block a key of its own, and marks nothing in its first step', () => {
    const blocks = reelOf(film).frame(0)?.blocks ?? [];
    expect(new Set(blocks.map(({key}) => key)).size).toBe(3);
    expect(blocks.some(({isNew}) => isNew)).toBe(false);
  });

  test('finds the last step up to a position, and the first for one before all', () => {
    const reel = reelOf(film);
    expect([reel.indexAt(seq(3)), reel.indexAt(seq(4)), reel.indexAt(seq(0))]).toEqual([0, 1, 0]);
  });
});

test('shares are whole percents that come to a hundred, and nothing where there is no text', () => {
  const percents = percentsOf({informal: 1, formal: 1, ours: 1}).map(({percent}) => percent);
  expect(percents.reduce((sum, one) => sum + one, 0)).toBe(100);
  expect(percentsOf({informal: 0, formal: 0, ours: 0})).toEqual([]);
});
