import {momentAt, textOf} from '@samenspel/server/history/moment.ts';
import {emptyText, openLiveDocument} from '@samenspel/server/sync/live-document.ts';
import type {ClientId, DocumentId, PersonId, Seq} from '@samenspel/shared';
import {yXmlFragmentToProsemirrorJSON} from '@tiptap/y-tiptap';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {edit} from '../support/edits.ts';
import {memoryJournal} from '../support/memory-journal.ts';
import {seeded} from '../support/random.ts';

const documentId = 'document1' as DocumentId;
const amina = 'amina1' as PersonId;
const clientId = 11 as ClientId;

/** A document that Amina edits at random, ingested into a journal as the server does. */
async function written(seed: number, edits: number) {
  const random = seeded(seed);
  const journal = memoryJournal([documentId]);
  const live = openLiveDocument(
    emptyText,
    new Map([[clientId, amina]]),
    {
      maxDocumentBytes: 0,
      maxDocumentStructs: 0,
    },
    () => 0,
  );
  const editor = new Y.Doc();
  editor.clientID = clientId;
  const looked: unknown[] = [];
  const arriving: Uint8Array[] = [];
  editor.on('update', (update: Uint8Array) => arriving.push(update));
  for (let count = 0; count < edits; count++) {
    edit(editor, random);
    for (const update of arriving.splice(0)) {
      const verdict = live.ingest(update, {personId: amina, mayWrite: true});
      if (verdict.kind !== 'fresh') continue;
      const {bytes} = verdict;
      await journal.append([
        {documentId, at: count * 1_000, actor: amina, clientId, kind: 'edit', bytes},
      ]);
      looked.push(lookOf(live.doc));
    }
  }
  return {journal, live, looked};
}

/** What the live document shows, read without a schema. */
function lookOf(doc: Y.Doc): unknown {
  return yXmlFragmentToProsemirrorJSON(doc.getXmlFragment('default'));
}

describe('A moment', () => {
  test.each([1, 2, 3])('is exactly what the document showed then (seed %i)', async (seed) => {
    const {journal, looked} = await written(seed, 150);
    expect(looked.length).toBeGreaterThan(100);
    for (const [index, look] of looked.entries()) {
      const moment = await momentAt(journal, documentId, (index + 1) as Seq);
      expect(moment?.content).toEqual(look);
    }
  });

  test('[R3] is read without touching the live document', async () => {
    const {journal, live} = await written(4, 80);
    const before = Y.encodeStateAsUpdate(live.doc);
    const updates: Uint8Array[] = [];
    live.doc.on('update', (update: Uint8Array) => updates.push(update));
    const head = await journal.head(documentId);
    await momentAt(journal, documentId, head ?? (0 as Seq));
    expect(updates).toEqual([]);
    expect(Y.encodeStateAsUpdate(live.doc)).toEqual(before);
  });

  test('[R3] shows blocks and marks of another schema as they are, and keeps the journal’s bytes', async () => {
    const stranger = new Y.Doc();
    const block = new Y.XmlElement('hologram');
    const text = new Y.XmlText('van later');
    block.setAttribute('depth', '3');
    block.insert(0, [text]);
    stranger.getXmlFragment('default').insert(0, [block]);
    text.format(0, 3, {sparkle: {}});
    const update = Y.encodeStateAsUpdate(stranger);
    const kept = update.slice();
    expect(textOf([update])).toEqual({
      type: 'doc',
      content: [
        {
          type: 'hologram',
          attrs: {depth: '3'},
          content: [
            {type: 'text', text: 'van', marks: [{type: 'sparkle', attrs: {}}]},
            {type: 'text', text: ' later'},
          ],
        },
      ],
    });
    expect(update).toEqual(kept);
  });

  test('tells when it was, by its last entry', async () => {
    const {journal} = await written(5, 10);
    expect(await momentAt(journal, documentId, 2 as Seq)).toMatchObject({
      seq: 2,
      at: journal.entries[1]?.at,
    });
  });

  test('is null before the first entry, after the last one and in an unknown document', async () => {
    const {journal} = await written(6, 5);
    const after = (journal.entries.length + 1) as Seq;
    expect(await momentAt(journal, documentId, 0 as Seq)).toBeNull();
    expect(await momentAt(journal, documentId, after)).toBeNull();
    expect(await momentAt(journal, 'elsewhere' as DocumentId, 1 as Seq)).toBeNull();
  });

  test('keeps text that a stranger’s client put straight into the root', () => {
    const stranger = new Y.Doc();
    stranger.getXmlFragment('default').insert(0, [new Y.XmlText('los')]);
    expect(textOf([Y.encodeStateAsUpdate(stranger)]).content).toEqual([
      {type: 'text', text: 'los'},
    ]);
  });
});
