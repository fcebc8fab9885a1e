/** Texts of an older schema, in what is made of them: as the schema of now has them, and nobody's doing. */

import {copyAt} from '@samenspel/server/history/copying.ts';
import {compareMoments} from '@samenspel/server/history/difference/comparison.ts';
import {
  openActs,
  openAttributions,
} from '@samenspel/server/history/difference/remembered-source.ts';
import {textOf} from '@samenspel/server/history/moment.ts';
import {openBringUp} from '@samenspel/server/schema/bring-up.ts';
import {openSchemaVersions} from '@samenspel/server/store/schema-versions.ts';
import {openShelf} from '@samenspel/server/store/shelf.ts';
import {
  type ClientId,
  type DocumentId,
  earlierOf,
  laterOf,
  type PersonId,
  type Seq,
} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {oldEntries, stepsWithQuotations as steps} from '../support/older-schema.ts';
import {
  addDocuments,
  addPeople,
  openClaims,
  openJournal,
  openTestStore,
  temporaryFolder,
} from '../support/store.ts';

const documentId = 'document1' as DocumentId;
const bram = 'bram-id' as PersonId;
const clientId = 2 as ClientId;

async function written() {
  const store = await openTestStore(await temporaryFolder());
  await addPeople(store, [bram]);
  await addDocuments(store, [documentId]);
  const [journal, claims, versions] = [
    openJournal(store),
    openClaims(store),
    openSchemaVersions(store),
  ];
  await claims.claim(documentId, [clientId], bram);
  await journal.append(oldEntries(documentId, bram, clientId));
  const bringUp = openBringUp({journal, claims, versions, now: () => 60_000, steps});
  const shelf = openShelf(store.sqlite);
  const source = {
    ...{shelf, versions, steps, acts: openActs(shelf), owners: claims.all},
    attributions: openAttributions(journal.provenance),
  };
  const between = async (earlier: number, later: number) => {
    const found = await compareMoments(source, {
      ...{documentId, earlier: earlier as Seq, later: later as Seq},
    });
    if (!found) throw new Error('There are no such moments');
    return found;
  };
  return {journal, claims, versions, bringUp, between};
}

test('[R40] of a text before and after a newer schema, only what people did differs', async () => {
  const {journal, bringUp, between} = await written();
  await bringUp(documentId);
  expect(await journal.head(documentId)).toBe(4);
  const difference = await between(1, 4);
  expect(difference.changes).toMatchObject([
    {what: 'inserted', of: 'block', text: 'Thee.', by: [bram], seq: 2},
    {what: 'inserted', of: 'block', text: 'Taart.', by: [bram], seq: 3},
  ]);
  const quoted = {type: 'blockquote', content: [{type: 'paragraph'}]};
  expect(earlierOf(difference).content).toMatchObject([quoted, {type: 'paragraph'}]);
  expect(laterOf(difference).content?.[0]).toMatchObject(quoted);
  // The step alone changed nothing that anybody said.
  expect((await between(3, 4)).changes).toEqual([]);
});

test('[R40] two moments of an older schema are compared as the schema of now has them', async () => {
  const {journal, bringUp, between} = await written();
  for (const whether of ['before', 'after'] as const) {
    if (whether === 'after') await bringUp(documentId);
    const difference = await between(1, 2);
    expect(difference.changes).toMatchObject([{what: 'inserted', text: 'Thee.', by: [bram]}]);
    for (const side of [earlierOf(difference), laterOf(difference)]) {
      expect(side.content?.map(({type}) => type)[0]).toBe('blockquote');
    }
  }
  // From nothing on, it was Bram who wrote it all, not the step.
  const {changes} = await between(0, 4);
  expect(new Set(changes.flatMap(({by}) => by))).toEqual(new Set([bram]));
  expect(await journal.head(documentId)).toBe(4);
});

test('[R40] [R53] a copy of an older moment is of the schema of now, with its words still their authors’', async () => {
  const {journal, claims, versions, bringUp} = await written();
  const copied = async (seq: Seq | null) => {
    const {text, attributions} = await copyAt({journal, claims, versions, steps}, documentId, seq);
    expect(attributions.length).toBeGreaterThan(0);
    expect(new Set(attributions.map(({author}) => author))).toEqual(new Set([bram]));
    return textOf([text]).content?.map(({type}) => type);
  };
  const all = ['blockquote', 'paragraph', 'paragraph', 'paragraph'];
  expect(await copied(1 as Seq)).toEqual(all.slice(0, 2));
  // Nobody has opened it since the schema became a newer one.
  expect(await copied(null)).toEqual(all);
  expect(await journal.head(documentId)).toBe(3);
  await bringUp(documentId);
  expect(await copied(1 as Seq)).toEqual(all.slice(0, 2));
  expect(await copied(null)).toEqual(all);
});
