import type {Entry} from '@samenspel/server/journal/journal.ts';
import {decodeBody, encodeBody} from '@samenspel/server/journal/segment.ts';
import {seal, Unfaithful} from '@samenspel/server/journal/seal.ts';
import {listOf} from '@samenspel/server/journal/story.ts';
import {encodeUpdate, join, structsIn, within} from '@samenspel/server/journal/structs.ts';
import {partsOf, ticksOf} from '@samenspel/server/journal/ticks.ts';
import type {ClientId, DocumentId, EntryKind, PersonId, Seq} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {edit} from '../support/edits.ts';
import {seeded} from '../support/random.ts';

const documentId = 'document1' as DocumentId;
const [amina, bram] = ['amina1', 'bram11'] as [PersonId, PersonId];

/** One client's updates, one per transaction. */
function updatesOf(clientId: number, write: (doc: Y.Doc) => void): readonly Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  write(doc);
  return updates;
}

/** Letter by letter. */
function typed(words: string, clientId = 1): readonly Uint8Array[] {
  return updatesOf(clientId, (doc) => {
    const text = new Y.XmlText();
    doc.getXmlFragment('default').insert(0, [text]);
    for (const letter of words) text.insert(text.length, letter);
  });
}

function rowsOf(updates: readonly Uint8Array[], apartMs = 100): readonly Entry[] {
  return updates.map((bytes, index) => rowAt(index + 1, index * apartMs, {bytes}));
}

function rowAt(seq: number, at: number, more: Partial<Entry> = {}): Entry {
  const bytes = Uint8Array.of(0, 0);
  const one = {documentId, seq: seq as Seq, at, actor: amina, clientId: 1 as ClientId};
  return {...one, kind: 'edit', bytes, ...more};
}

describe('Joining', () => {
  test('[R21] makes one piece of what was typed letter by letter', () => {
    const updates = typed('Samen aan tafel');
    const joined = join(structsIn(updates)).get(1) ?? [];
    // The text as a type, and the words in it.
    expect(joined).toHaveLength(2);
    expect(encodeUpdate(new Map([[1, joined]]), []).length).toBeLessThan(60);
  });

  test.each([1, 2, 3, 4, 5])('[R21] changes nothing of what is said: seed %i', (seed) => {
    const random = seeded(seed);
    const updates = updatesOf(7, (doc) => {
      for (let count = 0; count < 300; count++) edit(doc, random);
    });
    const deletions = updates.map((update) => Y.decodeUpdate(update).ds);
    const joined = encodeUpdate(join(structsIn(updates)), deletions);
    expect(listOf([joined])).toBe(listOf(updates));
    expect(joined.length).toBeLessThan(updates.reduce((sum, {length}) => sum + length, 0));
  });

  test('[R21] cuts a piece at any letter, and both halves make the whole', () => {
    const updates = typed('Een buurthuis voor iedereen');
    for (let at = 1; at < 27; at++) {
      const joined = join(structsIn(updates));
      const halves = [
        within(joined, [{client: 1, from: 0, to: at}]),
        within(joined, [{client: 1, from: at, to: 28}]),
      ].map((structs) => encodeUpdate(structs, []));
      expect(listOf(halves)).toBe(listOf(updates));
    }
  });

  test('[R21] keeps a hole a hole: another connection fills it in', () => {
    const updates = typed('hallo');
    const [first, , ...rest] = updates;
    if (!first) throw new Error('Nothing was typed');
    const holed = encodeUpdate(join(structsIn([first, ...rest])), []);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, holed);
    expect(doc.getXmlFragment('default').toString()).toBe('');
    Y.applyUpdate(doc, updates[1] ?? new Uint8Array());
    expect(doc.getXmlFragment('default').toString()).toBe('hallo');
  });
});

describe('A tick', () => {
  const cuts = (rows: readonly Entry[], pins: readonly number[] = []) =>
    ticksOf(rows, new Set(pins as Seq[])).map((tick) => tick.map(({seq}) => seq));

  test('[R22] is a second of the clock, not a second since the first letter', () => {
    expect(cuts([rowAt(1, 900), rowAt(2, 999), rowAt(3, 1_000), rowAt(4, 1_999)])).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('[R22] ends at a pin and where the kind changes', () => {
    const kinds: readonly EntryKind[] = ['edit', 'restore', 'edit', 'edit'];
    const rows = kinds.map((kind, index) => rowAt(index + 1, index, {kind}));
    expect(cuts(rows)).toEqual([[1], [2], [3, 4]]);
    expect(cuts(rows, [3])).toEqual([[1], [2], [3], [4]]);
  });

  test('[R22] has a part per person and connection, in order of appearance', () => {
    const rows = [
      rowAt(1, 0),
      rowAt(2, 1, {actor: bram, clientId: 2 as ClientId}),
      rowAt(3, 2, {clientId: 3 as ClientId}),
      rowAt(4, 3),
    ];
    expect(partsOf(rows).map((part) => part.map(({seq}) => seq))).toEqual([[1, 4], [2], [3]]);
  });
});

describe('A segment', () => {
  test('[R21] gives back who wrote what and when, for a tick or for all', () => {
    const rows = rowsOf(typed('Wat in de wijk leeft'), 400);
    const text = decodeBody(documentId, encodeBody(ticksOf(rows, new Set())));
    const all = text.entries(0 as Seq, 100 as Seq);
    expect(all.map(({seq, at}) => [seq, at])).toEqual([
      ...[
        [3, 800],
        [5, 1_600],
        [8, 2_800],
        [10, 3_600],
        [13, 4_800],
        [15, 5_600],
      ],
      ...[
        [18, 6_800],
        [20, 7_600],
        [21, 8_000],
      ],
    ]);
    expect(text.tickEnd(4 as Seq)).toEqual({seq: 5, at: 1_600});
    const shown = (update: Uint8Array) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, update);
      return doc.getXmlFragment('default').toString();
    };
    expect(shown(text.upTo(10 as Seq))).toBe('Wat in de');
    expect(shown(text.upTo(21 as Seq))).toBe('Wat in de wijk leeft');
  });

  test('[R21] that does not say what its rows say is never made: they stay', () => {
    const [first, second] = rowsOf(typed('ab'));
    if (!first || !second) throw new Error('Nothing was typed');
    // A row that repeats another's text breaks what joining counts on.
    const rows = [first, second, {...second, seq: 3 as Seq, at: 5_000}];
    const base = {state: null, updates: []};
    const unsealed = {documentId, rows, pins: [], base, previous: '', withCheckpoint: false};
    expect(() => seal(unsealed)).toThrow(Unfaithful);
  });

  test('[R23] of an unknown format, or cut off, is refused', () => {
    const body = encodeBody(ticksOf(rowsOf(typed('ab')), new Set()));
    expect(() => decodeBody(documentId, Uint8Array.of(9, ...body.subarray(1)))).toThrow('format 9');
    expect(() => decodeBody(documentId, body.subarray(0, 8))).toThrow('');
  });
});
