import {axisOf, barWidth, placeOf, seqAt} from '@samenspel/client/history/film/axis.ts';
import {around, landings} from '@samenspel/client/history/film/life.ts';
import {overviewOf, piecesOf} from '@samenspel/client/history/film/pieces.ts';
import {type Reel, reelOf} from '@samenspel/client/history/film/reel.ts';
import {percentsOf} from '@samenspel/client/history/voice/shares.ts';
import {shareWords} from '@samenspel/client/words/voice.ts';
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
      ...{at: index, busy: each},
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
    blocks: [
      {id: '1:0', says: [{from: 0, json: 'A'}], gone: 1},
      {
        ...{id: '1:5', gone: null},
        says: [
          {from: 0, json: 'B'},
          {from: 2, json: 'B, and more'},
        ],
      },
      {id: '2:0', says: [{from: 1, json: 'C'}], gone: 3},
    ],
    steps: [
      {seq: seq(1), at: 1, by: []},
      {seq: seq(4), at: 2, by: ['amina1' as PersonId]},
      {seq: seq(5), at: 3, by: []},
      {seq: seq(9), at: 4, by: []},
    ],
  };
  const blocksAt = (reel: Reel, index: number) =>
    (reel.frame(index)?.groups ?? []).flatMap(({blocks}) => blocks);

  test('shows every step by itself, in any order, and says who wrote', () => {
    const reel = reelOf(film);
    const shown = (index: number) => blocksAt(reel, index).map(({json}) => json);
    expect(shown(3)).toEqual(['B, and more']);
    expect(shown(1)).toEqual(['B', 'C']);
    expect(shown(2)).toEqual(['B, and more', 'C']);
    expect(shown(0)).toEqual(['A', 'B']);
    expect(reel.frame(1)?.by.map(({name}) => name)).toEqual(['Amina']);
    expect(reel.frame(4)).toBeNull();
  });

  test('gives each block a key of its own, and marks only what came or changed in a step', () => {
    const reel = reelOf(film);
    const news = [0, 1, 2, 3].map((index) =>
      blocksAt(reel, index).flatMap(({key, isNew}) => (isNew ? [key] : [])),
    );
    expect(news).toEqual([[], ['2:0'], ['1:5'], []]);
  });

  test('finds the last step up to a position, and the first for one before all', () => {
    const reel = reelOf(film);
    expect([reel.indexAt(seq(3)), reel.indexAt(seq(4)), reel.indexAt(seq(0))]).toEqual([0, 1, 0]);
  });

  /** So many blocks by one writer, of which one goes and one changes. */
  function long(first: number): Film {
    const json = (index: number) => ({type: 'paragraph', attrs: {index}});
    return {
      ...{steps: film.steps, people: []},
      blocks: Array.from({length: 400}, (_, index) => ({
        ...{id: `7:${first + index * 3}`, gone: index === 100 ? 1 : null},
        says: [{from: 0, json: json(index)}, ...(index === 300 ? [{from: 2, json: json(-1)}] : [])],
      })),
    };
  }

  test('of which little changes in a step is mostly the very same', () => {
    const reel = reelOf(long(0));
    const groups = [0, 1, 2, 3].map((index) => reel.frame(index)?.groups ?? []);
    expect(groups[0]?.length).toBeGreaterThan(8);
    expect(Math.max(...(groups[0] ?? []).map(({blocks}) => blocks.length))).toBeLessThan(150);
    const others = (one: number, other: number) =>
      groups[other]?.filter((group) => !groups[one]?.includes(group)).length;
    expect([others(0, 1), others(1, 2), others(2, 3), others(0, 3)]).toEqual([1, 1, 1, 2]);
  });

  test('has the groups of another film of the same text wherever that is the same', () => {
    const keys = (one: Film) =>
      reelOf(one)
        .frame(0)
        ?.groups.map(({key}) => key) ?? [];
    const whole = keys(long(0));
    // Without the first fifty.
    const rest = keys({...long(0), blocks: long(0).blocks.slice(50)});
    expect(whole.slice(-rest.length + 1)).toEqual(rest.slice(1));
    expect(rest.length).toBeGreaterThan(5);
  });
});

test('shares are whole percents that come to a hundred, and nothing where there is no text', () => {
  const percents = percentsOf({informal: 1, formal: 1, ours: 1}).map(({percent}) => percent);
  expect(percents.reduce((sum, one) => sum + one, 0)).toBe(100);
  expect(percentsOf({informal: 0, formal: 0, ours: 0})).toEqual([]);
});

test('a few words in a long text are less than a percent, and not nothing', () => {
  const said = percentsOf({informal: 3, formal: 0, ours: 997}).map(({part, percent, isSome}) =>
    shareWords(part, percent, isSome),
  );
  expect(said).toEqual(['informeel minder dan 1%', 'formeel 0%', 'tekst van Samenspel 100%']);
});
