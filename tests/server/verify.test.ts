import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {checkpointOf, headOf, type State} from '@samenspel/server/journal/state.ts';
import {openSeals} from '@samenspel/server/store/seals.ts';
import type {Store} from '@samenspel/server/store/open.ts';
import {verify} from '@samenspel/server/verify/verify.ts';
import {beginning, type DocumentId, type PersonId, type Seq} from '@samenspel/shared';
import {describe, expect, onTestFinished, test} from 'vitest';
import * as Y from 'yjs';
import {sealAll, writePast} from '../support/past.ts';
import {runCli, seed, startServer} from '../support/started-server.ts';
import {
  addDocuments,
  addPeople,
  openJournal,
  openTestStore,
  temporaryFolder,
} from '../support/store.ts';

const [spoiled, whole] = ['document1', 'document2'] as [DocumentId, DocumentId];
const people = ['person1', 'person2'] as PersonId[];
const sealRows = 30;
const edits = 200;

/** Two documents with a past, a head and a checkpoint or more. */
async function written(): Promise<{folder: string; store: Store}> {
  const folder = await temporaryFolder();
  const store = await openTestStore(folder);
  await addPeople(store, people);
  await addDocuments(store, [spoiled, whole]);
  const journal = openJournal(store);
  const seals = openSeals(store, Date.now);
  await writePast(journal, spoiled, {seed: 1, edits, people});
  await writePast(journal, whole, {seed: 2, edits, people});
  for (const documentId of [spoiled, whole]) await sealAll(seals, documentId, sealRows);
  return {folder, store};
}

describe('Verifying', () => {
  test('[R23] says of every document that it is right, in one line each', async () => {
    const {folder} = await written();
    const {lines, ok} = verify({dataFolder: folder, json: false});
    expect(ok).toBe(true);
    expect(lines).toEqual([
      expect.stringMatching(/^document1: in orde \(\d+ segmenten, \d+ tussenstanden, \d+ losse/),
      expect.stringMatching(/^document2: in orde .*tot en met plek 200\)$/),
      '2 documenten, alles in orde.',
    ]);
  });

  const third = "document = 'document1' order by seq1 limit 1 offset 2";
  const damages: readonly (readonly [string, string, RegExp])[] = [
    [
      'a segment of which a byte was changed',
      `update segment set body = cast(substr(body, 1, 40) || x'ff' || substr(body, 42) as blob)
         where rowid = (select rowid from segment where ${third})`,
      /het segment van plek \d+ tot en met \d+ is beschadigd/,
    ],
    [
      'a segment that is gone',
      `delete from segment where rowid = (select rowid from segment where ${third})`,
      /plek \d+ tot en met \d+ ontbreekt; het segment van plek \d+ tot en met \d+ sluit niet aan/,
    ],
    [
      'a segment whose times were changed',
      `update segment set t1 = t1 - 1 where rowid = (select rowid from segment where ${third})`,
      /het segment van plek \d+ tot en met \d+ is beschadigd/,
    ],
    [
      'a checkpoint of which the bytes were changed',
      `update checkpoint set state = x'00' where document = 'document1' and
         seq = (select max(seq) from checkpoint where document = 'document1')`,
      /de tussenstand op plek \d+ is beschadigd/,
    ],
    [
      'an entry that is gone',
      `delete from journal where document = 'document1' and
         seq = (select min(seq) + 3 from journal where document = 'document1')`,
      /plek (\d+) tot en met \1 ontbreekt/,
    ],
    [
      'the last entry, which the document still counts',
      `delete from journal where document = 'document1' and seq = ${edits}`,
      /plek 200 tot en met 200 ontbreekt/,
    ],
    [
      'an entry that is no update',
      `update journal set bytes = x'0101ffffffff' where document = 'document1' and
         seq = (select min(seq) + 3 from journal where document = 'document1')`,
      /plek \d+ is niet te lezen/,
    ],
    [
      'a head of which the bytes were changed',
      "update head set state = x'0000' where document = 'document1'",
      /de laatste stand, op plek \d+, is beschadigd/,
    ],
    [
      'a pin that was moved into a tick',
      `insert into pin (document, seq, reason) select document, seq0, 'moved' from segment
         where document = 'document1'`,
      /plek \d+, waar iets naar verwijst, is niet meer apart te zien/,
    ],
  ];

  test.each(damages)('[R23] finds %s, and in that document only', async (_what, sql, line) => {
    const {folder, store} = await written();
    expect(store.sqlite.prepare(sql).run().changes).toBeGreaterThan(0);
    const {lines, ok} = verify({dataFolder: folder, json: false});
    expect(ok).toBe(false);
    expect(lines[0]).toMatch(/^document1: niet in orde: /);
    expect(lines[0]).toMatch(line);
    expect(lines[1]).toMatch(/^document2: in orde/);
    expect(lines[2]).toMatch(/^2 documenten, waarvan 1 niet in orde/);
  });

  test('[R23] finds states that are well formed and say something else', async () => {
    const {folder, store} = await written();
    const {sqlite} = store;
    const seqOf = (table: string) =>
      sqlite
        .prepare<[], {seq: Seq}>(
          `select max(seq) as seq from ${table} where document = '${spoiled}'`,
        )
        .get()?.seq ?? beginning;
    const put = (table: string, {seq, state, sha256}: State) =>
      sqlite
        .prepare(`update ${table} set state = ?, sha256 = ? where document = ? and seq = ?`)
        .run(state, sha256, spoiled, seq);
    // With checksums that fit, as somebody would make them who knows how.
    const empty = new Y.Doc();
    put('head', headOf(empty, spoiled, seqOf('head')));
    put('checkpoint', checkpointOf(empty, spoiled, seqOf('checkpoint'), 0));
    const {lines} = verify({dataFolder: folder, json: false});
    expect(lines[0]).toMatch(/de laatste stand, op plek \d+, klopt niet met de geschiedenis/);
    expect(lines[0]).toMatch(/de tussenstand op plek \d+ klopt niet met de geschiedenis/);
  });
});

describe('pnpm verify', () => {
  test('[R23] looks beside a running server, changes nothing and ends with 0', async () => {
    const server = await startServer({cleanUp: onTestFinished, example: false});
    await seed(server.dataFolder, '--documents', '2', '--words', '200');
    const file = join(server.dataFolder, 'samenspel.db');
    const before = await readFile(file);
    const {code, stdout, stderr} = await runCli(['verify', '--data', server.dataFolder]);
    expect({code, stderr}).toEqual({code: 0, stderr: ''});
    expect(stdout).toMatch(/2 documenten, alles in orde\.\n$/);
    expect((await readFile(file)).equals(before)).toBe(true);
    expect((await server.ask('/readyz')).status).toBe(200);
  });

  test('[R23] ends with 1 when something is not right, and tells programs as JSON', async () => {
    const {folder, store} = await written();
    store.sqlite.prepare("delete from journal where document = 'document1'").run();
    const {code, stdout} = await runCli(['verify', '--data', folder, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      database: [],
      documents: [
        {documentId: spoiled, findings: [{kind: 'missing', until: edits}]},
        {documentId: whole, findings: [], head: edits},
      ],
    });
  });

  test('[R23] says what is the matter when there is no database, and makes none', async () => {
    const folder = await temporaryFolder();
    const {code, stderr} = await runCli(['verify', '--data', folder]);
    expect(code).toBe(1);
    expect(stderr).toBe(`In de map ${folder} staat geen database van Samenspel.\n`);
    await expect(readFile(join(folder, 'samenspel.db'))).rejects.toThrow('ENOENT');
  });
});
