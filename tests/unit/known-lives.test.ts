import {openKnownLives} from '@samenspel/server/history/known-lives.ts';
import type {Journal} from '@samenspel/server/journal/journal.ts';
import {type DocumentId, beginning, type Seq} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {fakeClock} from '../support/fake-clock.ts';

/** A journal without entries, that remembers from where it was read. */
function openLives() {
  const clock = fakeClock();
  const read: DocumentId[] = [];
  const journal: Pick<Journal, 'stretches' | 'provenance'> = {
    async *stretches(documentId, after) {
      const last = read.lastIndexOf(documentId);
      read.push(documentId);
      // Only what nobody knew yet is told.
      if (after > beginning) return;
      const mark = {
        ...{documentId, seq: 1 as Seq, at: last, actor: null, clientId: null},
        kind: 'edit' as const,
      };
      yield {
        traces: [{mark, wrote: [{client: 1, from: 0, to: 1}], removed: []}],
        structs: new Map(),
      };
    },
    provenance: {until: async () => []} as never,
  };
  const lives = openKnownLives({journal, clock});
  const of = async (id: string) => (await lives.of(id as DocumentId)).acts.wrote(1, 0)?.at;
  return {of, clock};
}

test('a life is read once, and anew after nobody has asked for ten minutes', async () => {
  const {of, clock} = openLives();
  expect(await of('a')).toBe(-1);
  clock.advance(599_999);
  expect(await of('a')).toBe(-1);
  clock.advance(599_999);
  expect(await of('a')).toBe(-1);
  clock.advance(600_000);
  // The fourth time that the journal was read, it was from its beginning.
  expect(await of('a')).toBe(2);
});

test('of more than four documents the one that was asked for longest ago is forgotten', async () => {
  const {of} = openLives();
  for (const id of ['a', 'b', 'c', 'd']) expect(await of(id)).toBe(-1);
  expect(await of('a')).toBe(-1);
  expect(await of('e')).toBe(-1);
  expect(await of('a')).toBe(-1);
  expect(await of('b')).toBe(1);
});
