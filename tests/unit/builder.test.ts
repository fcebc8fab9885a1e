import {documentOf, isSame, replaying} from '@samenspel/server/journal/state.ts';
import {openBuilder} from '@samenspel/server/sync/builder.ts';
import {piecesOf} from '@samenspel/server/sync/pieces.ts';
import {expect, onTestFinished, test} from 'vitest';
import * as Y from 'yjs';
import {edit} from '../support/edits.ts';
import {seeded} from '../support/random.ts';

/** Several people's edits on one text, each knowing what the others wrote. */
function writtenTogether(seed: number, edits: number): {state: Uint8Array; updates: Uint8Array[]} {
  const random = seeded(seed);
  const docs = [1, 2, 3, 4].map((clientId) => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    return doc;
  });
  for (let count = 0; count < edits; count++) {
    edit(random.pick(docs), random);
    if (!random.chance(0.2)) continue;
    const [from, to] = [random.pick(docs), random.pick(docs)];
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
  }
  const [first = new Y.Doc(), ...others] = docs;
  for (const other of others.slice(0, 2)) Y.applyUpdate(first, Y.encodeStateAsUpdate(other));
  return {
    state: Y.encodeStateAsUpdateV2(first),
    updates: others.map((doc) => Y.encodeStateAsUpdate(doc)),
  };
}

test.each([1, 2, 3, 4, 5])(
  '[R27] a text built piece by piece is the text, and no piece waits for another: seed %i',
  (seed) => {
    const source = writtenTogether(seed, 4_000);
    const doc = new Y.Doc();
    doc.getXmlFragment('default');
    const pieces = piecesOf(source);
    for (const piece of pieces) {
      replaying(doc, () => Y.applyUpdate(doc, piece));
      expect(doc.store.pendingStructs).toBeNull();
      expect(doc.store.pendingDs).toBeNull();
    }
    expect(pieces.length).toBeGreaterThan(2);
    expect(isSame(doc, documentOf(source.state, source.updates))).toBe(true);
  },
);

test('[R27] others have their turn while a large text is built', async () => {
  const builder = openBuilder(1_024);
  onTestFinished(() => builder.close());
  const source = writtenTogether(6, 5_000);
  let turns = 0;
  let building = true;
  const count = () => {
    turns++;
    if (building) setImmediate(count);
  };
  setImmediate(count);
  const doc = await builder.build(source);
  building = false;
  expect(isSame(doc, documentOf(source.state, source.updates))).toBe(true);
  expect(turns).toBeGreaterThanOrEqual(piecesOf(source).length);
});

test('two texts at once are each built from their own bytes', async () => {
  const builder = openBuilder(1_024);
  onTestFinished(() => builder.close());
  const sources = [7, 8].map((seed) => writtenTogether(seed, 4_000));
  const docs = await Promise.all(sources.map((source) => builder.build(source)));
  for (const [index, source] of sources.entries()) {
    expect(isSame(docs[index]!, documentOf(source.state, source.updates))).toBe(true);
  }
});
