import {openSeals} from '@samenspel/server/store/seals.ts';
import type {DocumentId, PersonId, Seq} from '@samenspel/shared';
import {segmentsContract} from '../contracts/segments.ts';
import {
  addDocuments,
  addPeople,
  openJournal,
  openTestStore,
  temporaryFolder,
} from '../support/store.ts';

const documentId = 'document1' as DocumentId;
const people = ['person1', 'person2', 'person3'] as PersonId[];

segmentsContract(
  'The journal in SQLite',
  async () => {
    const store = await openTestStore(await temporaryFolder());
    await addPeople(store, people);
    await addDocuments(store, [documentId]);
    const {sqlite} = store;
    const ends = (sql: string) => (sqlite.prepare(sql).all() as {seq: Seq}[]).map(({seq}) => seq);
    return {
      ...{journal: openJournal(store), documentId, people},
      seals: openSeals(store, Date.now),
      rows: async () => ends('select seq from journal').length,
      segments: async () => ends('select seq1 as seq from segment order by seq1'),
      checkpoints: async () => ends('select seq from checkpoint order by seq'),
      async spoil(what, seq) {
        const [bytes, position] = what === 'segment' ? ['body', 'seq1'] : ['state', 'seq'];
        const found = sqlite
          .prepare<[number], {bytes: Buffer}>(
            `select ${bytes} as bytes from ${what} where ${position} = ?`,
          )
          .get(seq);
        if (!found) throw new Error(`No ${what} at ${seq}`);
        const middle = found.bytes.length >> 1;
        found.bytes[middle] = (found.bytes[middle] ?? 0) ^ 1;
        sqlite
          .prepare(`update ${what} set ${bytes} = ? where ${position} = ?`)
          .run(found.bytes, seq);
      },
    };
  },
  {seeds: 4, momentsPerSeed: 100},
);
