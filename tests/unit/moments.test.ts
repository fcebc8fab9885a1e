import {moments, pauseMs} from '@samenspel/server/history/moments.ts';
import type {EntryMark} from '@samenspel/server/journal/journal.ts';
import type {ClientId, DocumentId, EntryKind, PersonId, Seq} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';

const amina = 'amina1' as PersonId;
const joris = 'joris1' as PersonId;
const minute = 60_000;
const noon = Date.parse('2026-11-21T12:00:00+01:00');

/** Marks in order; seq counts up from 1. */
function marks(
  ...entries: readonly (readonly [at: number, actor: PersonId | null, kind?: EntryKind])[]
): readonly EntryMark[] {
  return entries.map(([at, actor, kind = 'edit'], index) => ({
    documentId: 'plan01' as DocumentId,
    seq: (index + 1) as Seq,
    clientId: 7 as ClientId,
    at,
    actor,
    kind,
  }));
}

/** The positions at which moments end, when Amina writes at these times. */
function cuts(...times: readonly string[]): readonly number[] {
  return moments(marks(...times.map((one) => [Date.parse(one), amina] as const))).map(
    ({seq}) => seq,
  );
}

test('a document that nobody wrote in has no moments', () => {
  expect(moments([])).toEqual([]);
});

test('writing without a long pause is one moment, that ends at its last entry', () => {
  const found = moments(marks([noon, amina], [noon + minute, amina], [noon + 2 * minute, amina]));
  expect(found).toEqual([
    {seq: 3, from: noon, until: noon + 2 * minute, actors: [amina], kind: 'edit'},
  ]);
});

test('a pause of five minutes still belongs, one millisecond more begins another moment', () => {
  const found = moments(
    marks([noon, amina], [noon + pauseMs, amina], [noon + 2 * pauseMs + 1, amina]),
  );
  expect(found.map(({seq}) => seq)).toEqual([2, 3]);
});

test('a pause is counted from the last letter, not from the first', () => {
  const steady = Array.from(
    {length: 10},
    (_, index) => [noon + index * 4 * minute, amina] as const,
  );
  expect(moments(marks(...steady))).toHaveLength(1);
});

test('names each person once, in order of appearance, whatever their number of entries', () => {
  const [found] = moments(
    marks([noon, joris], [noon + 1, amina], [noon + 2, amina], [noon + 3, joris]),
  );
  expect(found?.actors).toEqual([joris, amina]);
});

test('text that came with the product is a moment of its own, by nobody', () => {
  const found = moments(marks([noon, null, 'template'], [noon + 10, amina]));
  expect(found.map(({kind, actors}) => [kind, actors])).toEqual([
    ['template', []],
    ['edit', [amina]],
  ]);
});

describe('a new day in Amsterdam begins another moment', () => {
  test('at midnight, also without a pause', () => {
    expect(cuts('2026-11-20T23:59:59.999+01:00', '2026-11-21T00:00:00+01:00')).toEqual([1, 2]);
  });

  test('not at midnight in UTC', () => {
    expect(cuts('2026-11-20T23:59:00Z', '2026-11-21T00:01:00Z')).toEqual([2]);
    expect(cuts('2026-07-20T23:59:00Z', '2026-07-21T00:01:00Z')).toEqual([2]);
  });

  test('in summer at 22.00 UTC', () => {
    expect(cuts('2026-07-20T21:59:00Z', '2026-07-20T22:01:00Z')).toEqual([1, 2]);
  });

  test('when the clock goes forward, only at midnight', () => {
    // 1.59 and 3.01 on the clock are two minutes apart.
    expect(cuts('2026-03-29T00:59:00Z', '2026-03-29T01:01:00Z')).toEqual([2]);
    expect(cuts('2026-03-29T21:59:00Z', '2026-03-29T22:01:00Z')).toEqual([1, 2]);
  });

  test('when the clock goes back, only at midnight, though 2.59 comes before 2.01', () => {
    expect(cuts('2026-10-25T00:59:00Z', '2026-10-25T01:01:00Z')).toEqual([2]);
    expect(cuts('2026-10-25T22:59:00Z', '2026-10-25T23:01:00Z')).toEqual([1, 2]);
  });
});

test('no entry is lost: the last position of the last moment is the journal’s head', () => {
  const found = moments(marks([noon, amina], [noon + 600_000, null], [noon + 90_000_000, joris]));
  expect(found.at(-1)?.seq).toBe(3);
});
