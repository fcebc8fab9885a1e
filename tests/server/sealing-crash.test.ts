import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {momentAt, textOf} from '@samenspel/server/history/moment.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import {openSeals} from '@samenspel/server/store/seals.ts';
import {verify} from '@samenspel/server/verify/verify.ts';
import type {Seq} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {deathPoints, documentId, messagesOf, sealRows, writer} from '../support/dying.ts';
import {contentOf} from '../support/edits.ts';
import {sealAll} from '../support/past.ts';
import {
  addDocuments,
  addPeople,
  openJournal,
  openTestStore,
  temporaryFolder,
} from '../support/store.ts';

const child = fileURLToPath(new URL('../support/sealing-child.ts', import.meta.url));
const hourMs = 3_600_000;

/** The 1st and 3rd time: a segment without and with others and a checkpoint before it. */
describe.each(['1', '3'])('A server that dies the time it comes there number %s,', (nth) => {
  test.each(deathPoints)(
    '[R21] at "%s", leaves a journal that is whole, with all it acknowledged',
    async (point) => {
      const folder = await temporaryFolder();
      const before = await openTestStore(folder);
      await addPeople(before, [writer.person]);
      await addDocuments(before, [documentId]);
      const {signal, acknowledged} = await run(folder, point, nth);
      expect(signal).toBe('SIGKILL');

      expect(verify({dataFolder: folder, json: false})).toMatchObject({ok: true});
      const store = await openTestStore(folder);
      const journal = openJournal(store);
      const head = (await journal.head(documentId)) ?? (0 as Seq);
      expect(head).toBeGreaterThanOrEqual(acknowledged);
      const latest = await journal.latest(documentId);
      const kept = documentOf(latest?.state ?? null, latest?.updates ?? []);
      // One row per message, in order: the journal is what was sent, up to where it died.
      expect(contentOf(kept)).toEqual(contentOf(typed(head)));

      // Life goes on, also for what it had claimed.
      await sealAll(
        openSeals(store, () => Date.now() + hourMs),
        documentId,
        sealRows,
      );
      expect(verify({dataFolder: folder, json: false})).toMatchObject({ok: true});
      if (head > 0) {
        const moment = await momentAt(journal, documentId, head);
        expect(moment?.content).toEqual(textOf([Y.encodeStateAsUpdate(typed(head))]));
      }
    },
  );
});

test('[R21] a server that does not die seals everything but the last rows', async () => {
  const folder = await temporaryFolder();
  const store = await openTestStore(folder);
  await addPeople(store, [writer.person]);
  await addDocuments(store, [documentId]);
  expect(await run(folder, 'never', '1')).toMatchObject({signal: null, survived: true});
  expect(verify({dataFolder: folder, json: false})).toMatchObject({ok: true});
});

async function run(folder: string, point: string, nth: string) {
  const started = spawn(process.execPath, [child, folder, point, nth], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  started.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [, signal] = (await once(started, 'close')) as [number | null, NodeJS.Signals | null];
  const counts = said.split('\n').filter((line) => /^\d+$/.test(line));
  return {signal, acknowledged: Number(counts.at(-1) ?? 0), survived: said.includes('survived')};
}

/** What the first messages make. */
function typed(count: number): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment('default');
  doc.transact(() => {
    for (const [index, update] of [...messagesOf()].entries()) {
      if (index < count) Y.applyUpdate(doc, update);
    }
  });
  return doc;
}
