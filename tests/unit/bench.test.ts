import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {isMet, row} from '../bench/rig/bench.ts';
import {median, percentile, spreadOf} from '../bench/rig/percentiles.ts';
import {figure, tableOf} from '../bench/rig/table.ts';
import {framesWithin, openTypist} from '../bench/rig/typing.ts';
import {
  charactersLeft,
  deletions,
  type Edit,
  insertions,
  paragraphsOf,
  trace,
  updatesOf,
} from '../bench/trace.ts';
import {seeded} from '../support/random.ts';
import {decodeFrame} from '@samenspel/shared';

describe('Percentiles', () => {
  test('are the nearest rank, in any order of values', () => {
    const values = Array.from({length: 100}, (_, index) => 100 - index);
    expect(spreadOf(values)).toEqual({count: 100, p50: 50, p95: 95, p99: 99, most: 100});
    expect(percentile([1, 2, 3], 0.34)).toBe(2);
    expect(median([9, 1, 5])).toBe(5);
  });

  test('of nothing are no number', () => {
    expect(spreadOf([]).p99).toBeNaN();
  });

  test('count what never came as the slowest of all', () => {
    const {p50, most} = spreadOf([3, Infinity, 2]);
    expect([p50, most]).toEqual([3, Infinity]);
  });
});

describe('The table', () => {
  test('shows a figure beside its bound, the ratio and whether the target is met', () => {
    const fast = row('wait', 3, 'ms', {bound: {what: 'relay', value: 2}, target: {atMost: 4}});
    const slow = row('work', 3, '/s', {target: {atLeast: 4}});
    expect([isMet(fast), isMet(slow), isMet(row('size', 1, 'KB'))]).toEqual([true, false, null]);
    const [, first, second] = tableOf([fast, slow]).split('\n');
    expect(first).toMatch(/wait +3 ms +2 relay +× 1.5 +≤ 4 +met$/);
    expect(second).toMatch(/work +3 \/s +≥ 4 +MISSED$/);
  });

  test('does not pretend to more digits than were measured', () => {
    expect([0, 0.01234, 1.2345, 12_345.6, Infinity, Number.NaN].map(figure)).toEqual([
      ...['0', '0.012', '1.23', '12,346', 'never', '–'],
    ]);
  });
});

describe('A typist', () => {
  test('types a text that a document can take in, one clock per frame', () => {
    const typist = openTypist(7);
    typist.prepare(3);
    typist.prepare(5);
    const doc = new Y.Doc();
    typist.frames.forEach((bytes, index) => {
      const frame = decodeFrame(bytes);
      if (frame.type === 'update') Y.applyUpdate(doc, frame.update);
      expect(framesWithin(Y.getState(doc.store, 7))).toBe(index + 1);
    });
    expect(doc.getXmlFragment('default').toString()).toBe('<paragraph>in on</paragraph>');
    expect(typist.frames).toHaveLength(5);
  });
});

describe('The made-up trace', () => {
  test('has as many edits, and leaves as many characters, as the real one', () => {
    const counts = {insert: 0, delete: 0};
    let length = 0;
    for (const {kind, index} of trace(seeded(1))) {
      counts[kind]++;
      if (index < 0 || index > (kind === 'insert' ? length : length - 1)) {
        throw new Error(`An edit at ${index} of ${length}`);
      }
      length += kind === 'insert' ? 1 : -1;
    }
    expect(counts).toEqual({insert: insertions, delete: deletions});
    expect([counts.insert + counts.delete, length]).toEqual([259_778, 104_852]);
    expect(length).toBe(charactersLeft);
  });

  test('is the same for the same seed, and another for another', () => {
    const start = (seed: number) => [...take(trace(seeded(seed)), 500)];
    expect(start(3)).toEqual(start(3));
    expect(start(3)).not.toEqual(start(4));
  });

  test('becomes updates that make the text it describes', () => {
    const edits = [...take(trace(seeded(5)), 2_000)];
    const doc = new Y.Doc();
    for (const update of updatesOf(edits, 9)) Y.applyUpdate(doc, update);
    const paragraph = doc.getXmlFragment('default').get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    expect(text instanceof Y.XmlText && text.toString()).toBe(textOf(edits));
  });

  test('says the same as paragraphs, of which a line is one', () => {
    const doc = new Y.Doc();
    const edits = [...trace(seeded(1))].slice(0, 3_000);
    for (const update of paragraphsOf(edits, 7)) Y.applyUpdate(doc, update);
    let text = '';
    for (const edit of edits) {
      const {index} = edit;
      const rest = edit.kind === 'insert' ? text.slice(index) : text.slice(index + 1);
      text = text.slice(0, index) + (edit.kind === 'insert' ? edit.text : '') + rest;
    }
    const lines = doc.getXmlFragment('default').toArray();
    expect(lines.length).toBeGreaterThan(10);
    const said = lines.map((line) => (line instanceof Y.XmlElement ? line.get(0) : null));
    expect(said.map(String).join('\n')).toBe(text);
  });
});

function textOf(edits: readonly Edit[]): string {
  const characters: string[] = [];
  for (const edit of edits) {
    if (edit.kind === 'insert') characters.splice(edit.index, 0, edit.text);
    else characters.splice(edit.index, 1);
  }
  return characters.join('');
}

function* take<T>(from: Iterable<T>, count: number): Generator<T> {
  let taken = 0;
  for (const one of from) {
    if (taken++ === count) return;
    yield one;
  }
}
