import {
  type DifferenceFound,
  openDifferences,
} from '@samenspel/server/history/difference/differences.ts';
import {momentAt} from '@samenspel/server/history/moment.ts';
import {openSeals} from '@samenspel/server/store/seals.ts';
import {
  type Difference,
  type DocumentId,
  type DrawnNode,
  earlierOf,
  laterOf,
  type PackedDifference,
  type Seq,
  unpackDifference,
} from '@samenspel/shared';
import {describe, expect, onTestFinished, test} from 'vitest';
import {simulate} from '../support/author-edits.ts';
import {tally} from '../support/author-tally.ts';
import {type Authors, openAuthorsAtWork} from '../support/authors.ts';
import {tidy} from '../support/difference-desk.ts';
import {sealAll} from '../support/past.ts';
import {seeded} from '../support/random.ts';
import {
  addDocuments,
  addPeople,
  openClaims,
  openJournal,
  openTestStore,
  temporaryFolder,
} from '../support/store.ts';

const documentId = 'document1' as DocumentId;
const start = Date.UTC(2026, 2, 3, 12);
const apartMs = 400;

/** Five people's writing in a database, the older part of it sealed. */
async function written(seed: number) {
  const team: Authors = openAuthorsAtWork(5);
  const simulation = simulate(team, seeded(seed));
  simulation.begin(20);
  tally(simulation, 120);
  const folder = await temporaryFolder();
  const store = await openTestStore(folder);
  await addPeople(
    store,
    team.people.map(({personId}) => personId),
  );
  await addDocuments(store, [documentId]);
  const claims = openClaims(store);
  for (const {clientId, personId} of team.people) {
    await claims.claim(documentId, [clientId], personId);
  }
  const journal = openJournal(store);
  const append = (rows: Authors['rows'], from: number) =>
    journal.append(
      rows.map(({bytes, actor, told}, index) => ({
        ...{documentId, actor, bytes, told, kind: 'edit', clientId: null},
        at: start + (from + index) * apartMs,
      })),
    );
  const half = team.rows.length >> 1;
  await append(team.rows.slice(0, half), 0);
  await sealAll(openSeals(store, Date.now), documentId, 40);
  await append(team.rows.slice(half), half);
  const differences = openDifferences(folder);
  onTestFinished(() => differences.close());
  return {team, store, journal, differences, count: team.rows.length};
}

describe('Moments compared in a thread of their own', () => {
  test('are exactly the moments that the journal shows, sealed or not', async () => {
    const {journal, differences, count} = await written(31);
    const random = seeded(31);
    const shown = async (seq: Seq) => {
      const moment = await momentAt(journal, documentId, seq);
      return {seq: moment?.seq, text: tidy(moment?.content as DrawnNode)};
    };
    for (let times = 0; times < 25; times++) {
      const [one, other] = [1 + random.below(count), 1 + random.below(count)] as [Seq, Seq];
      const found = await differences.between(documentId, one, other);
      const difference = differenceIn(found);
      const [earlier, later] = one <= other ? [one, other] : [other, one];
      expect({seq: difference.earlier.seq, text: tidy(earlierOf(difference))}).toEqual(
        await shown(earlier),
      );
      expect({seq: difference.later.seq, text: tidy(laterOf(difference))}).toEqual(
        await shown(later),
      );
    }
  });

  test('name everybody who changed something, by the entry that they wrote', async () => {
    const {team, differences, count} = await written(32);
    const found = await differences.between(documentId, 0 as Seq, count as Seq);
    const {changes} = differenceIn(found);
    expect(found?.people.toSorted()).toEqual(team.people.map(({personId}) => personId).toSorted());
    expect(changes.length).toBeGreaterThan(10);
    for (const {seq, at, by} of changes) {
      expect(by.length).toBeGreaterThan(0);
      // The end of its tick, once it is sealed.
      expect(at).toBe(start + ((seq ?? 0) - 1) * apartMs);
    }
  });

  test('that are not there, or of a document that is not there, have no difference', async () => {
    const {differences, count} = await written(33);
    expect(await differences.between(documentId, 1 as Seq, (count + 1) as Seq)).toBeNull();
    const nowhere = 'document2' as DocumentId;
    expect(await differences.between(nowhere, 0 as Seq, 1 as Seq)).toBeNull();
  });

  test('[R23] that can’t be read say so, with the nearest that can', async () => {
    const {store, differences, count} = await written(34);
    const [, second] = store.sqlite
      .prepare<[], {seq0: Seq; seq1: Seq}>('select seq0, seq1 from segment order by seq1')
      .all();
    if (!second) throw new Error('Too few segments');
    store.sqlite.prepare("update segment set body = x'00' where seq1 = ?").run(second.seq1);
    await expect(differences.between(documentId, second.seq0, count as Seq)).rejects.toMatchObject({
      code: 'damaged',
      details: {nearest: second.seq0 - 1},
    });
    // Who wrote there can't be told; what stood before and after it can.
    const found = await differences.between(documentId, 1 as Seq, count as Seq);
    expect(differenceIn(found).changes.length).toBeGreaterThan(0);
  });
});

function differenceIn(found: DifferenceFound | null): Difference {
  if (!found) throw new Error('There is no such difference');
  return unpackDifference(JSON.parse(found.json) as PackedDifference);
}
