import {encodeDeletions} from '@samenspel/server/sync/deletions.ts';
import {
  BrokenDocument,
  emptyText,
  type Ingested,
  type LiveDocument,
  openLiveDocument,
} from '@samenspel/server/sync/live-document.ts';
import type {ClientId, PersonId} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {contentOf, edit} from '../support/edits.ts';
import {seeded} from '../support/random.ts';

const amina = 'amina1' as PersonId;
const bram = 'bram11' as PersonId;
const ids = {amina: 11 as ClientId, bram: 22 as ClientId};
const owners = () =>
  new Map([
    [ids.amina, amina],
    [ids.bram, bram],
  ]);
const writes = {personId: amina, mayWrite: true};
const reads = {personId: bram, mayWrite: false};

const unlimited = {maxDocumentBytes: 0, maxDocumentStructs: 0};

function open(limits = {}, elapsed = () => 0): LiveDocument {
  return openLiveDocument(emptyText, owners(), {...unlimited, ...limits}, elapsed);
}

function clientDoc(clientId: ClientId): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  return doc;
}

/** What a replay of these rows shows. */
function replay(rows: readonly Uint8Array[]): Y.Doc {
  return openLiveDocument({state: null, updates: rows}, owners(), unlimited, () => 0).doc;
}

function freshBytes(verdict: Ingested): Uint8Array {
  if (verdict.kind !== 'fresh') throw new Error(`Not fresh: ${JSON.stringify(verdict)}`);
  return verdict.bytes;
}

describe('Canonical ingest', () => {
  test('[R6] rows replay to the same document, whatever was typed, deleted and formatted', () => {
    const random = seeded(7);
    const client = clientDoc(ids.amina);
    const live = open();
    const rows: Uint8Array[] = [];
    client.on('update', (update: Uint8Array) => {
      const verdict = live.ingest(update, writes);
      if (verdict.kind === 'fresh') rows.push(verdict.bytes);
    });
    for (let count = 0; count < 1_500; count++) edit(client, random);
    expect(contentOf(live.doc)).toEqual(contentOf(client));
    expect(contentOf(replay(rows))).toEqual(contentOf(client));
  });

  test('[R6] keeps the text of what was typed and deleted in one message', () => {
    const client = clientDoc(ids.amina);
    client.gc = false;
    const text = new Y.XmlText();
    client.getXmlFragment('default').insert(0, [text]);
    text.insert(0, 'weg');
    text.delete(0, 3);
    const bytes = freshBytes(open().ingest(Y.encodeStateAsUpdate(client), writes));
    const strings = Y.decodeUpdate(bytes).structs.flatMap((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString
        ? struct.content.str
        : [],
    );
    expect(strings).toEqual(['weg']);
  });

  test('[R6] keeps only what was new of a message that repeats what is known', () => {
    const live = open();
    const client = clientDoc(ids.amina);
    const root = client.getXmlFragment('default');
    root.insert(0, [new Y.XmlText('een twee')]);
    const first = freshBytes(live.ingest(Y.encodeStateAsUpdate(client), writes));
    root.insert(1, [new Y.XmlText('drie')]);
    const second = freshBytes(live.ingest(Y.encodeStateAsUpdate(client), writes));
    expect(second.length).toBeLessThan(first.length + 10);
    const from = Y.decodeUpdate(second).structs.map(({id}) => id.clock);
    expect(Math.min(...from)).toBe(
      Y.decodeStateVector(Y.encodeStateVectorFromUpdate(first)).get(11),
    );
    expect(contentOf(replay([first, second]))).toEqual(contentOf(client));
    expect(live.ingest(Y.encodeStateAsUpdate(client), writes)).toEqual({kind: 'known'});
  });

  test('[R6] records exactly the deletions that were new, and by whom', () => {
    const live = open();
    const client = clientDoc(ids.amina);
    const text = new Y.XmlText('abcdef');
    client.getXmlFragment('default').insert(0, [text]);
    live.ingest(Y.encodeStateAsUpdate(client), writes);
    text.delete(0, 2);
    live.ingest(Y.encodeStateAsUpdate(client), writes);
    text.delete(0, 1);
    const bytes = freshBytes(live.ingest(Y.encodeStateAsUpdate(client), writes));
    const [ranges] = Y.decodeUpdate(bytes).ds.clients.values();
    expect(ranges?.reduce((sum, {len}) => sum + len, 0)).toBe(1);
  });

  test('[R6] refuses new text under somebody else’s id, and stays as it was', () => {
    const live = open();
    const honest = clientDoc(ids.bram);
    honest.getXmlFragment('default').insert(0, [new Y.XmlText('van Bram')]);
    live.ingest(Y.encodeStateAsUpdate(honest), {personId: bram, mayWrite: true});
    const before = contentOf(live.doc);
    const forger = new Y.Doc();
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(live.doc));
    forger.clientID = ids.bram;
    forger.getXmlFragment('default').insert(0, [new Y.XmlText('niet van Bram')]);
    const forged = live.ingest(Y.encodeStateAsUpdate(forger), writes);
    expect(forged).toMatchObject({kind: 'refused', reason: 'refused'});
    expect(contentOf(live.doc)).toEqual(before);
    // Repeating what Bram wrote is no forgery.
    expect(live.ingest(Y.encodeStateAsUpdate(honest), writes)).toEqual({kind: 'known'});
  });

  test('[R6] holds nothing of a message whose predecessors have not come', () => {
    const live = open();
    const client = clientDoc(ids.amina);
    const text = new Y.XmlText('a');
    client.getXmlFragment('default').insert(0, [text]);
    const state = Y.encodeStateVector(client);
    text.insert(1, 'b');
    const verdict = live.ingest(Y.encodeStateAsUpdate(client, state), writes);
    expect(verdict).toEqual({kind: 'gap', missing: new Map([[ids.amina, 3]])});
    expect(live.doc.store.pendingStructs).toBeNull();
    expect(contentOf(live.doc)).toEqual([]);
  });

  test('[R6] asks for ids that nobody has claimed', () => {
    const stranger = clientDoc(99 as ClientId);
    stranger.getXmlFragment('default').insert(0, [new Y.XmlText('hoi')]);
    expect(open().ingest(Y.encodeStateAsUpdate(stranger), writes)).toEqual({
      kind: 'unclaimed',
      clientIds: [99],
    });
  });

  test('a reader may repeat what is known, and neither add nor delete', () => {
    const live = open();
    const client = clientDoc(ids.amina);
    const text = new Y.XmlText('vast');
    client.getXmlFragment('default').insert(0, [text]);
    live.ingest(Y.encodeStateAsUpdate(client), writes);
    expect(live.ingest(Y.encodeStateAsUpdate(client), reads)).toEqual({kind: 'known'});
    text.delete(0, 1);
    const deletion = live.ingest(Y.encodeStateAsUpdate(client), reads);
    expect(deletion).toMatchObject({kind: 'refused', reason: 'rightWithdrawn'});
    const own = clientDoc(ids.bram);
    own.getXmlFragment('default').insert(0, [new Y.XmlText('nieuw')]);
    const addition = live.ingest(Y.encodeStateAsUpdate(own), reads);
    expect(addition).toMatchObject({kind: 'refused', reason: 'rightWithdrawn'});
    expect(contentOf(live.doc)).toEqual([[{insert: 'vast'}]]);
  });

  test('a reader whose Yjs takes away pointless formatting is neither punished nor followed', () => {
    const live = open();
    const client = clientDoc(ids.amina);
    const text = new Y.XmlText('vet');
    client.getXmlFragment('default').insert(0, [text]);
    text.format(0, 3, {bold: {}});
    freshBytes(live.ingest(Y.encodeStateAsUpdate(client), writes));
    const before = Y.encodeStateAsUpdate(live.doc);
    // All marks of formatting, and nothing else.
    const {structs} = Y.decodeUpdate(before);
    const marks = structs.filter(
      (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentFormat,
    );
    expect(marks).toHaveLength(2);
    const deletion = encodeDeletions([
      {clients: new Map([[ids.amina, marks.map(({id}) => ({clock: id.clock, len: 1}))]])},
    ]);
    const update = Uint8Array.of(0, ...deletion);
    expect(live.ingest(update, reads)).toEqual({kind: 'known'});
    expect(Y.encodeStateAsUpdate(live.doc)).toEqual(before);
    expect(live.ingest(update, writes).kind).toBe('fresh');
  });

  test('opening a text changes nothing in it, pointless formatting included', () => {
    const doc = clientDoc(ids.amina);
    const text = new Y.XmlText('ab');
    doc.getXmlFragment('default').insert(0, [text]);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.clientID = ids.bram;
    text.format(0, 2, {bold: {}});
    (other.getXmlFragment('default').get(0) as Y.XmlText).format(0, 2, {bold: {}});
    const rows = [Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdate(other)];
    const opened = replay(rows);
    const {ds} = Y.decodeUpdate(Y.encodeStateAsUpdate(opened));
    expect(ds.clients.size).toBe(0);
  });

  test('a full document can shrink but not grow, and grow again once it has shrunk', () => {
    let now = 0;
    const live = open({maxDocumentBytes: 400}, () => now);
    const client = clientDoc(ids.amina);
    let update: Uint8Array = new Uint8Array();
    client.on('update', (news: Uint8Array) => (update = news));
    const text = new Y.XmlText('x'.repeat(300));
    client.getXmlFragment('default').insert(0, [text]);
    freshBytes(live.ingest(update, writes));
    const other = clientDoc(ids.bram);
    Y.applyUpdate(other, update);
    const more = () => {
      const before = Y.encodeStateVector(other);
      other.getXmlFragment('default').push([new Y.XmlText('y'.repeat(200))]);
      return Y.encodeStateAsUpdate(other, before);
    };
    const tooMuch = more();
    const bramWrites = {personId: bram, mayWrite: true};
    expect(live.ingest(tooMuch, bramWrites)).toMatchObject({kind: 'refused', reason: 'tooLarge'});
    text.delete(0, 290);
    expect(live.ingest(update, writes).kind).toBe('fresh');
    now += 1_000;
    expect(live.ingest(tooMuch, bramWrites).kind).toBe('fresh');
  });

  test('a document of too many pieces does not grow either', () => {
    const live = open({maxDocumentStructs: 10});
    const client = clientDoc(ids.amina);
    const root = client.getXmlFragment('default');
    for (let count = 0; count < 20; count++) root.insert(0, [new Y.XmlText('x')]);
    const verdict = live.ingest(Y.encodeStateAsUpdate(client), writes);
    expect(verdict).toMatchObject({kind: 'refused', reason: 'tooLarge'});
  });

  test('references in a circle, which no scan sees, break the document instead of haunting it', () => {
    // Two clients of one person, each struct with the other's as its origin.
    const circle = Uint8Array.of(2, 1, 12, 0, 0x84, 11, 0, 1, 97, 1, 11, 0, 0x84, 12, 0, 1, 98, 0);
    const both = openLiveDocument(
      emptyText,
      new Map([
        [11 as ClientId, amina],
        [12 as ClientId, amina],
      ]),
      unlimited,
      () => 0,
    );
    expect(() => both.ingest(circle, writes)).toThrow(BrokenDocument);
  });
});
