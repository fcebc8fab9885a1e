/** What a source of comparisons remembers is what is there, whichever way it is asked. */

import type {Acts, Deed} from '@samenspel/server/history/difference/acts.ts';
import {
  openActs,
  openAttributions,
} from '@samenspel/server/history/difference/remembered-source.ts';
import type {Attribution} from '@samenspel/server/history/provenance.ts';
import {readSegment, type Shelf} from '@samenspel/server/journal/past.ts';
import {decodeBody, deletesOf, rangesOf} from '@samenspel/server/journal/segment.ts';
import type {Range} from '@samenspel/server/journal/structs.ts';
import {
  beginning,
  type ClientId,
  type DocumentId,
  type PersonId,
  type Seq,
} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {type MemoryJournal, memoryJournal} from '../support/memory-journal.ts';
import {sealAll, writePast} from '../support/past.ts';
import {seeded} from '../support/random.ts';

type PartOfShelf = Pick<Shelf, 'segments' | 'sealed' | 'rows'>;

const end = Number.MAX_SAFE_INTEGER as Seq;
const documents = ['doc00001', 'doc00002'] as DocumentId[];
const [documentId = '' as DocumentId, other = '' as DocumentId] = documents;
const person = 'amina' as PersonId;

function told(clock: number): Attribution {
  const client = 7 as ClientId;
  return {client, clock, length: 3, author: person, sourceClient: client, sourceClock: clock};
}

test('[R20] attributions are those of the entries up to a position, also those that came later', async () => {
  const journal = memoryJournal(documents);
  const attributions = openAttributions(journal.provenance);
  const add = (of: DocumentId, clock: number) =>
    journal.append([
      {
        ...{documentId: of, at: 0, actor: person, clientId: 7 as ClientId, kind: 'edit'},
        ...{bytes: Uint8Array.of(0, 0), told: {attributions: [told(clock)], removed: []}},
      },
    ]);
  for (const clock of [1, 2, 3]) await add(documentId, clock);
  const clocks = async (seq: number, of = documentId) =>
    (await attributions(of, seq as Seq)).map(({clock}) => clock);
  expect(await clocks(2)).toEqual([1, 2]);
  await add(documentId, 4);
  await add(other, 9);
  expect(await clocks(4)).toEqual([1, 2, 3, 4]);
  expect(await clocks(1)).toEqual([1]);
  expect(await clocks(1, other)).toEqual([9]);
});

/** Reads everything each time it is asked. */
function slowActs(shelf: PartOfShelf): Acts {
  const sealed = shelf.segments(documentId, beginning, end).flatMap((segment) => {
    return readSegment(segment).traces;
  });
  const rows = shelf.rows(documentId, beginning, end).map(({bytes, ...mark}) => ({
    ...{mark, wrote: rangesOf(bytes), removed: deletesOf(bytes)},
  }));
  const holds = (ranges: readonly Range[], client: number, clock: number) =>
    ranges.some((one) => one.client === client && one.from <= clock && clock < one.to);
  const all = [...sealed, ...rows];
  return {
    wrote: (client, clock) => all.find(({wrote}) => holds(wrote, client, clock))?.mark ?? null,
    deleted: (client, clock) =>
      all.find(({removed}) => holds(removed, client, clock))?.mark ?? null,
    wroteUpTo: () => Number.NaN,
    deletedUpTo: () => Number.NaN,
  };
}

function shelfOf({made, entries}: MemoryJournal): PartOfShelf {
  const last = () => made.segments.at(-1) ?? null;
  return {
    segments: (_id, after, until) =>
      made.segments.filter(({seq0, seq1}) => seq1 > after && seq0 <= until),
    sealed: () => made.segments,
    rows: (_id, after, until) =>
      entries.filter(({seq}) => seq > Math.max(after, last()?.seq1 ?? 0) && seq <= until),
  };
}

test.each([3, 4, 5])(
  '[R54] who wrote and removed an id between two moments is what reading all says, also after sealing (seed %i)',
  async (seed) => {
    const journal = memoryJournal(documents);
    const people = ['amina', 'bart', 'chaima'] as PersonId[];
    const {rows} = await writePast(journal, documentId, {seed, edits: 400, people});
    const random = seeded(seed);
    const shelf = shelfOf(journal);
    const acts = openActs(shelf);
    const ids = [...new Set(rows.map(({clientId}) => clientId ?? 0))];
    for (let round = 0; round < 9; round++) {
      // A part of it is sealed at a time.
      if (round === 4 || round === 8) await sealAll(journal.seals, documentId, round * 20);
      const [after, until] = [random.below(rows.length), 1 + random.below(rows.length)].toSorted(
        (a, b) => a - b,
      ) as [Seq, Seq];
      const [fast, slow] = [acts(documentId, after, until), slowActs(shelf)];
      const between = (deed: Deed | null) =>
        deed && deed.seq > after && deed.seq <= until ? [deed.seq, deed.at, deed.actor] : null;
      for (let times = 0; times < 80; times++) {
        const [client, clock] = [random.pick(ids), random.below(160)];
        const asked = [round, after, until, client, clock];
        expect([...asked, between(fast.wrote(client, clock))]).toEqual([
          ...asked,
          between(slow.wrote(client, clock)),
        ]);
        const gone = between(fast.deleted(client, clock));
        expect([...asked, gone]).toEqual([...asked, between(slow.deleted(client, clock))]);
        const stop = Math.min(fast.deletedUpTo(client, clock), clock + 8);
        expect(stop).toBeGreaterThan(clock);
        for (let next = clock; next < stop; next++) {
          expect(between(slow.deleted(client, next))).toEqual(gone);
        }
      }
    }
  },
);

test('[R23] what a spoiled segment said is by nobody, and what others say is told', async () => {
  const journal = memoryJournal(documents);
  await writePast(journal, documentId, {seed: 3, edits: 200, people: [person]});
  await sealAll(journal.seals, documentId, 60);
  const shelf = shelfOf(journal);
  const [first, second] = journal.made.segments;
  if (!first || !second) throw new Error('Nothing was sealed');
  const clockIn = ({body, documentId: id}: typeof first) =>
    decodeBody(id, body).traces.flatMap(({wrote}) => wrote)[0] ?? {client: 0, from: 0};
  const [kept, lost] = [clockIn(first), clockIn(second)];
  journal.made.segments = [first, {...second, body: Uint8Array.of(1, 2, 3)}];
  const acts = openActs(shelf)(documentId, beginning, second.seq1);
  expect(acts.wrote(kept.client, kept.from)?.actor).toBe(person);
  expect(acts.wrote(lost.client, lost.from)).toBeNull();
});
