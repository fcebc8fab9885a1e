/** What a source of comparisons remembers is what is there, whichever way it is asked. */

import {
  openAttributions,
  openSegmentTraces,
  tracesIn,
} from '@samenspel/server/history/difference/remembered-source.ts';
import type {Attribution} from '@samenspel/server/history/provenance.ts';
import type {ClientId, DocumentId, PersonId, Seq} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {memoryJournal} from '../support/memory-journal.ts';
import {sealAll, writePast} from '../support/past.ts';

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

test('[R23] traces are those of the segment; of a spoiled one that was not seen before there are none', async () => {
  const journal = memoryJournal(documents);
  await writePast(journal, documentId, {seed: 3, edits: 200, people: [person]});
  await sealAll(journal.seals, documentId, 60);
  const traces = openSegmentTraces();
  const [first, second] = journal.made.segments;
  if (!first || !second) throw new Error('Nothing was sealed');
  expect(traces(first).length).toBeGreaterThan(0);
  expect(traces(first)).toEqual(tracesIn(first));
  expect(traces(first)).toBe(traces(first));
  expect(traces({...second, body: Uint8Array.of(1, 2, 3)})).toEqual([]);
});
