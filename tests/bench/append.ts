/** What putting edits on disk costs: one, ten and a hundred to a commit. */

import {beginning, parseDocumentId} from '@samenspel/shared';
import {openJournal} from '@samenspel/server/store/journal.ts';
import {openStore} from '@samenspel/server/store/open.ts';
import type {NewEntry} from '@samenspel/server/journal/journal.ts';
import {type Bench, type Row, row} from './rig/bench.ts';
import {seed} from './rig/child.ts';
import {measureCommit} from './rig/commit.ts';
import {spreadOf} from './rig/percentiles.ts';
import {openTypist} from './rig/typing.ts';

const groups = [1, 10, 100];

export const append: Bench = {
  about: 'appending to the journal with FULL, against rows in a plain table with the same commits',
  async run({folder, full}) {
    const seeded = await seed(folder, {people: 1, documents: 1, words: 0});
    const documentId = parseDocumentId(seeded.documents[0]?.id ?? '');
    if (!documentId) throw new Error('The seed made no document');
    const store = await openStore(folder, Date.now);
    const journal = openJournal(store);
    const typist = openTypist(1);
    typist.prepare(2);
    const [, bytes = new Uint8Array()] = typist.frames;
    const at = Date.now();
    const entry: NewEntry = {documentId, at, actor: null, clientId: null, kind: 'edit', bytes};
    const rows: Row[] = [];
    for (const group of groups) {
      const entries = Array.from({length: group}, () => entry);
      const commits = full ? 3_000 : 400;
      const bound = measureCommit(folder, group, commits);
      const took: number[] = [];
      for (let count = 0; count < commits; count++) {
        const started = performance.now();
        await journal.append(entries);
        took.push((performance.now() - started) * 1_000);
      }
      const {p50, p99} = spreadOf(took);
      const all = took.reduce((sum, microseconds) => sum + microseconds, 0);
      const name = `${group} to a commit`;
      rows.push(
        row(`${name}, p50`, p50, 'µs', {bound: {what: 'plain', value: bound.p50 * 1_000}}),
        row(`${name}, p99`, p99, 'µs', {bound: {what: 'plain', value: bound.p99 * 1_000}}),
        row(name, ((commits * group) / all) * 1e6, 'entries/s'),
      );
    }
    const stored = await journal.since(documentId, beginning);
    const expected = groups.reduce((sum, group) => sum + group * (full ? 3_000 : 400), 0);
    if (stored.length !== expected) throw new Error('Not everything that was appended is there');
    await store.close();
    return rows;
  },
};
