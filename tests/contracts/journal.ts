/** What every journal must do, whatever it is built on. */

import type {Claims, Journal, NewEntry} from '@samenspel/server/journal/journal.ts';
import type {ClientId, DocumentId, PersonId, Seq} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';

export interface JournalUnderTest {
  readonly journal: Journal;
  readonly claims: Claims;
  /** Documents that exist and are empty. */
  readonly documents: readonly [DocumentId, DocumentId];
  /** People that exist. */
  readonly people: readonly [PersonId, PersonId];
}

const start = 0 as Seq;
const nowhere = 'nowhere1' as DocumentId;

export function journalContract(name: string, open: () => Promise<JournalUnderTest>): void {
  describe(`${name} keeps the journal's contract`, () => {
    test('counts positions per document from 1', async () => {
      const {journal, documents, people} = await open();
      const [one, two] = documents;
      expect(await journal.head(one)).toBe(0);
      expect(await journal.append([entry(one, people[0], 1), entry(two, people[1], 2)])).toEqual([
        1, 1,
      ]);
      expect(await journal.append([entry(one, people[1], 3)])).toEqual([2]);
      expect(await journal.head(one)).toBe(2);
      expect(await journal.head(two)).toBe(1);
    });

    test('gives back what was appended, oldest first, between two positions', async () => {
      const {journal, documents, people} = await open();
      const [one, two] = documents;
      await journal.append([1, 2, 3, 4].map((byte) => entry(one, people[0], byte)));
      await journal.append([entry(two, people[0], 9)]);
      const found = await journal.since(one, 1 as Seq, 3 as Seq);
      expect(found.map(({seq, bytes}) => [seq, ...bytes])).toEqual([
        [2, 2],
        [3, 3],
      ]);
      expect(found[0]).toMatchObject({
        documentId: one,
        actor: people[0],
        clientId: 7,
        kind: 'edit',
      });
      expect(await journal.since(one, 4 as Seq)).toEqual([]);
      expect((await journal.marks(one)).map(({seq}) => seq)).toEqual([1, 2, 3, 4]);
    });

    test('keeps time from running backwards within a document', async () => {
      const {journal, documents, people} = await open();
      await journal.append([{...entry(documents[0], people[0], 1), at: 2_000_000_000_000}]);
      await journal.append([{...entry(documents[0], people[0], 2), at: 1_000}]);
      const [first, second] = await journal.marks(documents[0]);
      expect(second?.at).toBeGreaterThanOrEqual(first?.at ?? Infinity);
    });

    test('appends all or nothing, and nothing to a document that is not there', async () => {
      const {journal, documents, people} = await open();
      const both = [entry(documents[0], people[0], 1), entry(nowhere, people[0], 2)];
      await expect(journal.append(both)).rejects.toMatchObject({code: 'not_found'});
      expect(await journal.head(documents[0])).toBe(0);
      expect(await journal.head(nowhere)).toBeNull();
    });

    test('lets one caller fail without the others who append at the same moment', async () => {
      const {journal, documents, people} = await open();
      const results = await Promise.allSettled([
        journal.append([entry(documents[0], people[0], 1)]),
        journal.append([entry(nowhere, people[0], 2)]),
        journal.append([entry(documents[1], people[0], 3)]),
      ]);
      expect(results.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await journal.since(documents[1], start)).map(({bytes}) => [...bytes])).toEqual([
        [3],
      ]);
    });

    test('[R6] gives a client id to the first who claims it, for ever', async () => {
      const {claims, documents, people} = await open();
      const ids = [5, 6] as ClientId[];
      expect(await claims.claim(documents[0], [ids[0]!], people[0])).toEqual([people[0]]);
      expect(await claims.claim(documents[0], ids, people[1])).toEqual([people[0], people[1]]);
      expect(await claims.claim(documents[1], ids, people[1])).toEqual([people[1], people[1]]);
      expect(await claims.all(documents[0])).toEqual(
        new Map([
          [5, people[0]],
          [6, people[1]],
        ]),
      );
    });
  });
}

function entry(documentId: DocumentId, actor: PersonId, byte: number): NewEntry {
  return {
    documentId,
    actor,
    at: 1_700_000_000_000,
    clientId: 7 as ClientId,
    kind: 'edit',
    bytes: Uint8Array.of(byte),
  };
}
