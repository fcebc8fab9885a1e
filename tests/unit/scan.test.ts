import {scanUpdate, UnreadableUpdate} from '@samenspel/server/sync/scan.ts';
import * as encoding from 'lib0/encoding';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {edit} from '../support/edits.ts';
import {seeded} from '../support/random.ts';

const nothing = () => 0;

describe('Scanning an update', () => {
  test('[R6] sees the same structs and deletions as Yjs, in thousands of random edits', () => {
    const random = seeded(1);
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update) => updates.push(update));
    for (let count = 0; count < 2_000; count++) edit(doc, random);
    updates.push(Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates.slice(0, 200)));
    for (const update of updates) {
      const {structs, ds} = Y.decodeUpdate(update);
      const scan = scanUpdate(update, () => Number.MAX_SAFE_INTEGER, 'default');
      expect(scan.structs).toBe(structs.length);
      expect(scan.blocks).toEqual(blocksOf(structs));
      expect(scan.deletes).toEqual(
        [...ds.clients].flatMap(([client, ranges]) =>
          ranges.map(({clock, len}) => ({client, clock, length: len})),
        ),
      );
    }
  });

  test('[R6] refuses what is cut off anywhere', () => {
    const update = Y.encodeStateAsUpdate(documentOf('Een buurt', 3));
    for (let length = 0; length < update.length; length++) {
      expect(() => scanUpdate(update.slice(0, length), nothing, 'default')).toThrow(
        UnreadableUpdate,
      );
    }
  });

  test('[R6] refuses two blocks of one client, which Yjs would hide', () => {
    const twice = updateOf([gc(5, 0, 1), gc(5, 1, 1)]);
    expect(() => scanUpdate(twice, nothing, 'default')).toThrow('Two blocks');
  });

  test.each([
    ['another root', () => changed((doc) => doc.getText('elders').insert(0, 'x')), 'root type'],
    [
      'a subdocument',
      () => changed((doc) => doc.getXmlFragment('default').push([subdocument()])),
      'kind 9',
    ],
    ['a struct of no size', () => updateOf([gc(5, 0, 0)]), 'no size'],
    ['a clock beyond all sense', () => updateOf([gc(5, 0, 2 ** 41)]), 'no size'],
    ['a hole inside a block', () => updateOf([[5, 0, [10, 3]]]), 'hole'],
    ['a reference to its own future', () => updateOf([[5, 0, [0x84, 5, 9, 1, 97]]]), 'future'],
    ['more structs than bytes', () => Uint8Array.of(1, 0xff, 0xff, 0x7f, 5, 0, 0), 'Promises'],
    ['bytes after its end', () => Uint8Array.of(0, 0, 7), 'after the end'],
  ])('[R6] refuses %s', (_name, make, message) => {
    expect(() => scanUpdate(make(), nothing, 'default')).toThrow(message);
  });

  test('[R6] tells which clocks have to come first', () => {
    const doc = documentOf('Een', 3);
    const before = Y.encodeStateVector(doc);
    doc.getXmlFragment('default').insert(1, [new Y.XmlText('twee')]);
    const update = Y.encodeStateAsUpdate(doc, before);
    const [block] = scanUpdate(update, () => 100, 'default').blocks;
    expect(scanUpdate(update, nothing, 'default').missing).toEqual(new Map([[3, block?.to]]));
    expect(scanUpdate(Y.encodeStateAsUpdate(doc), nothing, 'default').missing.size).toBe(0);
  });
});

function documentOf(text: string, clientId: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getXmlFragment('default').insert(0, [new Y.XmlText(text)]);
  return doc;
}

function changed(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  change(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** Yjs puts any document into any list; its types for XML don't say so. */
function subdocument(): Y.XmlText {
  return new Y.Doc() as unknown as Y.XmlText;
}

type RawBlock = readonly [client: number, clock: number, struct: readonly number[]];

function gc(client: number, clock: number, length: number): RawBlock {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, length);
  return [client, clock, [0, ...encoding.toUint8Array(encoder)]];
}

/** An update made by hand: one struct per block, no deletions. */
function updateOf(blocks: readonly RawBlock[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length);
    for (const [client, clock, struct] of blocks) {
      for (const number of [1, client, clock]) encoding.writeVarUint(encoder, number);
      for (const byte of struct) encoding.writeUint8(encoder, byte);
    }
    encoding.writeVarUint(encoder, 0);
  });
}

function blocksOf(structs: ReturnType<typeof Y.decodeUpdate>['structs']) {
  const blocks = new Map<number, {client: number; from: number; to: number}>();
  for (const {id, length} of structs) {
    const found = blocks.get(id.client);
    const from = found?.from ?? id.clock;
    blocks.set(id.client, {client: id.client, from, to: id.clock + length});
  }
  return [...blocks.values()];
}
