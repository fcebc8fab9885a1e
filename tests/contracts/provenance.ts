/** What every journal must do with what is told of its entries, whatever it is built on. */

import {
  type Attribution,
  maxRemovals,
  type RemovedRun,
  type Told,
} from '@samenspel/server/history/provenance.ts';
import type {Journal, NewEntry} from '@samenspel/server/journal/journal.ts';
import type {ClientId, DocumentId, PersonId, Seq} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';

export interface ProvenanceUnderTest {
  readonly journal: Pick<Journal, 'append' | 'provenance'>;
  /** Documents that exist and are empty. */
  readonly documents: readonly [DocumentId, DocumentId];
  /** A person that exists. */
  readonly person: PersonId;
}

export function provenanceContract(name: string, open: () => Promise<ProvenanceUnderTest>): void {
  describe(`${name} keeps the contract of provenance`, () => {
    test('[R20] gives back what was told, oldest first, up to any entry', async () => {
      const {journal, documents, person} = await open();
      const [one, two] = documents;
      const first = [attribution(1, person), attribution(2, null)];
      await journal.append([entry(one, person, {attributions: first, removed: []})]);
      await journal.append([entry(one, person)]);
      await journal.append([
        entry(one, person, {attributions: [attribution(3, person)], removed: []}),
        entry(two, person, {attributions: [attribution(4, person)], removed: []}),
      ]);
      const {until} = journal.provenance;
      expect(await until(one)).toEqual([
        {...attribution(1, person), seq: 1},
        {...attribution(2, null), seq: 1},
        {...attribution(3, person), seq: 3},
      ]);
      expect((await until(one, 2 as Seq)).map(({clock}) => clock)).toEqual([1, 2]);
      expect((await until(one, 3 as Seq, 1 as Seq)).map(({clock}) => clock)).toEqual([3]);
      expect(await until(one, 2 as Seq, 1 as Seq)).toEqual([]);
      expect((await until(two)).map(({clock, seq}) => [clock, seq])).toEqual([[4, 1]]);
    });

    test('[R20] remembers what was removed, letter for letter, and forgets the oldest', async () => {
      const {journal, documents, person} = await open();
      const [document] = documents;
      const many = maxRemovals + 700;
      for (let from = 0; from < many; from += 100) {
        await journal.append(
          Array.from({length: 100}, (_, index) =>
            entry(document, person, {attributions: [], removed: [removed(from + index)]}),
          ),
        );
      }
      const {removed: found} = await journal.provenance.remembered(document);
      expect(found).toHaveLength(maxRemovals);
      expect(found[0]).toEqual([removed(many - maxRemovals)]);
      expect(found.at(-1)).toEqual([removed(many - 1)]);
      expect((await journal.provenance.remembered(documents[1])).removed).toEqual([]);
    });

    test('[R20] keeps nothing of what was told with an entry that was not appended', async () => {
      const {journal, documents, person} = await open();
      const told = {attributions: [attribution(1, person)], removed: [removed(1)]};
      const both = [
        entry(documents[0], person, told),
        entry('nowhere1' as DocumentId, person, told),
      ];
      await expect(journal.append(both)).rejects.toMatchObject({code: 'not_found'});
      expect(await journal.provenance.until(documents[0])).toEqual([]);
      expect(await journal.provenance.remembered(documents[0])).toEqual({
        attributions: [],
        removed: [],
      });
    });
  });
}

function attribution(clock: number, author: PersonId | null): Attribution {
  return {
    ...{client: 7 as ClientId, clock, length: 3, author},
    ...{sourceClient: (2 ** 32 - 1) as ClientId, sourceClock: clock * 2},
  };
}

function removed(number: number): RemovedRun {
  const text = `één ${number} — thee 🍵`;
  return {
    text,
    characters: [
      {client: 7 as ClientId, clock: number, length: 1},
      {client: 8 as ClientId, clock: number * 2, length: text.length - 1},
    ],
    whole: number % 2 === 0,
  };
}

function entry(documentId: DocumentId, actor: PersonId, told?: Told): NewEntry {
  return {
    ...{documentId, actor, at: 1_700_000_000_000, clientId: 7 as ClientId, kind: 'edit'},
    bytes: Uint8Array.of(0, 0),
    ...(told && {told}),
  };
}
