import {plainBuilder} from '@samenspel/server/sync/builder.ts';
import {openLiveDocument} from '@samenspel/server/sync/live-document.ts';
import {keepDocument} from '@samenspel/server/sync/kept-document.ts';
import type {ClientId, PersonId} from '@samenspel/shared';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {contentOf, edit} from '../support/edits.ts';
import {memoryJournal, type MemoryJournal} from '../support/memory-journal.ts';
import {seeded} from '../support/random.ts';
import {documentId} from '../support/room.ts';

const amina = 'amina1' as PersonId;
const clientId = 11 as ClientId;
const owners = new Map([[clientId, amina]]);
const limits = {maxDocumentBytes: 0, maxDocumentStructs: 0};

/** Opened, and what writes in it as a room does: apply, then append. */
async function opened(journal: MemoryJournal) {
  const keeping: Promise<void>[] = [];
  const onKeeping = (done: Promise<void>) => void keeping.push(done);
  const elapsed = () => 0;
  const kept = keepDocument({
    ...{documentId, journal, owners, limits, elapsed, onKeeping},
    builder: plainBuilder,
  });
  const live = await kept.open();
  const editor = new Y.Doc();
  Y.applyUpdate(editor, Y.encodeStateAsUpdate(live.doc));
  editor.clientID = clientId;
  const random = seeded(3);
  const apply = () => {
    const before = Y.encodeStateVector(editor);
    edit(editor, random);
    const update = Y.encodeStateAsUpdate(editor, before);
    const verdict = live.ingest(update, {personId: amina, mayWrite: true});
    return verdict.kind === 'fresh' ? verdict.bytes : null;
  };
  const append = async (bytes: Uint8Array) => {
    await kept.journal.append([{documentId, at: 0, actor: amina, clientId, kind: 'edit', bytes}]);
  };
  const write = async (times: number) => {
    for (let written = 0; written < times;) {
      const bytes = apply();
      if (!bytes) continue;
      await append(bytes);
      written++;
    }
  };
  return {live, write, apply, append, keeping};
}

test('[R27] leaves its state behind when it is let go of, and is opened from it', async () => {
  const journal = memoryJournal([documentId]);
  const {live, write, keeping} = await opened(journal);
  await write(250);
  const shown = contentOf(live.doc);
  live.destroy();
  await Promise.all(keeping);
  expect(journal.made.heads).toMatchObject([{documentId, seq: 250}]);
  const latest = await journal.latest(documentId);
  expect(latest?.updates).toEqual([]);
  expect(contentOf((await opened(journal)).live.doc)).toEqual(shown);
});

test('after a few entries it leaves nothing: they are read faster than a state is written', async () => {
  const journal = memoryJournal([documentId]);
  const {live, write, keeping} = await opened(journal);
  await write(50);
  live.destroy();
  expect(keeping).toEqual([]);
});

test('[R1] never leaves what did not reach the disk', async () => {
  const journal = memoryJournal([documentId]);
  const {live, write, apply, append, keeping} = await opened(journal);
  await write(250);
  journal.fail(true);
  const bytes = apply();
  if (!bytes) throw new Error('Nothing was written');
  await expect(append(bytes)).rejects.toMatchObject({code: 'unavailable'});
  live.destroy();
  expect(keeping).toEqual([]);
});

test('[R1] never leaves a state that lacks what somebody else appended', async () => {
  const journal = memoryJournal([documentId]);
  const {live, write, append, keeping} = await opened(journal);
  await write(250);
  const other = openLiveDocument(
    (await journal.latest(documentId)) ?? {state: null, updates: []},
    owners,
    limits,
    () => 0,
  );
  const before = Y.encodeStateVector(other.doc);
  other.doc.getXmlFragment('default').insert(0, [new Y.XmlElement('paragraph')]);
  await append(Y.encodeStateAsUpdate(other.doc, before));
  live.destroy();
  expect(keeping).toEqual([]);
});
